// At the clauses of a policy: their links are copied with where they come from, and keys lead from one to the next.

const STEPS = { j: 1, n: 1, k: -1, p: -1 };
const LINKS = ".clause > a:first-child, tr.clause > td:first-child > a:first-child";
const SHOWN_FOR = 6000;

const article = document.querySelector("article");
const links = [...article.querySelectorAll(LINKS)];
const words = (element) => element.textContent.replace(/\s+/g, " ").trim();

const said = document.createElement("p");
said.className = "said";
said.setAttribute("role", "status");
document.body.append(said);
let timer = 0;

function say(text) {
  said.textContent = text;
  clearTimeout(timer);
  timer = setTimeout(() => said.replaceChildren(), SHOWN_FOR);
}

/** School, policy and number, and the address without what is only chosen for reading. */
function citation(link) {
  const school = article.querySelector(".address")?.dataset.of;
  const number = link.hasAttribute("aria-label") ? "" : words(link);
  const source = [school, words(article.querySelector("h1")), number].filter(Boolean).join(", ");
  return { source, address: location.origin + location.pathname + link.hash };
}

async function copy(link) {
  const { source, address } = citation(link);
  try {
    await navigator.clipboard.writeText(`${source}\n${address}`);
    say(`Copied with its link: ${source}`);
  } catch {
    // The clipboard may be out of reach: the address bar has the link all the same.
  }
}

/** The next clause that is shown, before or after the place that has the focus. */
function step(from, by) {
  const shown = links.filter((link) => link.checkVisibility());
  const after = (link) => from.compareDocumentPosition(link) & Node.DOCUMENT_POSITION_FOLLOWING;
  const here = from.closest(".clause");
  const others = shown.filter((link) => !here || link.closest(".clause") !== here);
  return by > 0 ? others.find(after) : others.findLast((link) => !after(link));
}

article.addEventListener("click", (event) => {
  const link = event.target.closest(LINKS);
  const plain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  if (link && plain) copy(link);
});

// Single keys work only while the focus is on the text of the policy, where nothing is typed.
article.addEventListener("keydown", (event) => {
  const by = STEPS[event.key];
  if (!by || event.ctrlKey || event.metaKey || event.altKey || !event.target.closest(".text")) return;
  const next = step(event.target, by);
  if (!next) return;
  event.preventDefault();
  next.focus();
});
