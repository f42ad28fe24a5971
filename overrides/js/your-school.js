// Remembers on this device which school the reader chose from a list, and offers it first the next time.

const KEY = "clauseway.school";
const choices = [...document.querySelectorAll("article a[data-school]")];

/** Storage may be switched off: then nothing is remembered. */
function remembered() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function remember(school) {
  try {
    if (school) localStorage.setItem(KEY, school);
    else localStorage.removeItem(KEY);
  } catch {
    // As above.
  }
}

/** A line above the list with the chosen school, as long as it is in the list. */
function offer(choice) {
  const line = document.createElement("p");
  line.className = "your-school";
  const forget = Object.assign(document.createElement("button"), { type: "button", textContent: "Forget" });
  forget.setAttribute("aria-label", "Forget my school");
  forget.addEventListener("click", () => {
    remember("");
    line.remove();
    choice.focus();
  });
  line.append("Your school: ", choice.cloneNode(true), " ", forget);
  choice.closest("ul").before(line);
}

for (const choice of choices) choice.addEventListener("click", () => remember(choice.dataset.school));
const mine = choices.find((choice) => choice.dataset.school === remembered());
if (mine) offer(mine);
