// Filters the clauses of a policy by audience and duty. The page is whole without it; the state is in the address.
// What governs a clause that is shown is shown with it: its lead-ins, its headings, the rows that head its table.

import { addressOf } from "./address.js";

const AUDIENCES = { staff: "staff", parents: "parents", pupils: "pupils", governors: "governors" };
const DUTIES = {
  must: "must",
  must_not: "must not",
  should: "should",
  should_not: "should not",
  may: "may",
  none: "no rule",
};

const HEADINGS = "h2, h3, h4, h5, h6";

const article = document.querySelector("article");
const clauses = [...article.querySelectorAll(".clause[data-duty]")];

/** Everything that is shown or hidden by itself, in the order of the page. */
function parts() {
  const all = [...article.querySelectorAll(`${HEADINGS}, .clause, .lead-in, .tail`)];
  return all.filter((part) => !part.closest(".glance, details.furniture"));
}

/** The choice that the address states; anything unknown is no choice. */
function stated() {
  const query = new URLSearchParams(location.search);
  const known = (value, words) => (value !== null && Object.hasOwn(words, value) ? value : "");
  return { audience: known(query.get("audience"), AUDIENCES), duty: known(query.get("duty"), DUTIES) };
}

function fits(clause, { audience, duty }) {
  return (!audience || clause.dataset.audience.split(" ").includes(audience)) && (!duty || clause.dataset.duty === duty);
}

const words = (element) => element.textContent.replace(/\s+/g, " ").trim();

/** The own words of a lead-in or tail: without its number, and without the list inside it. */
function ownWords(element) {
  const copy = element.cloneNode(true);
  copy.querySelectorAll(":scope > ul, :scope > a:first-child, :scope > b:first-child").forEach((part) => part.remove());
  return words(copy);
}

/** The lead-ins that `context`, the stems a clause repeats, begins with one after the other; the latest of each. */
function* governing(context, leadIns) {
  for (let rest = context; rest; ) {
    const stem = [...leadIns.keys()].filter((text) => text && rest.startsWith(text)).sort((a, b) => b.length - a.length)[0];
    if (!stem) return;
    yield leadIns.get(stem);
    rest = rest.slice(stem.length).trim();
  }
}

/** All that stays when `shown` stays: what holds it, the lead-ins and tails that each clause repeats, and headings. */
function kept(shown) {
  const keep = new Set();
  const add = (element) => {
    for (; element && element !== article && !keep.has(element); element = element.parentElement) keep.add(element);
  };
  const leadIns = new Map();
  const tails = new Set();
  let headings = [];
  for (const element of parts()) {
    if (element.matches(HEADINGS)) {
      headings = [...headings.filter((heading) => heading.tagName < element.tagName), element];
    } else if (element.matches(".lead-in")) {
      leadIns.set(ownWords(element), element);
    } else if (element.matches(".tail")) {
      if (tails.delete(words(element))) add(element);
    } else if (shown.has(element)) {
      const contexts = [...element.querySelectorAll(":scope > em, :scope > td > em")].map(words);
      [element, ...headings, ...governing(contexts[0] ?? "", leadIns)].forEach(add);
      contexts.slice(-1).forEach((tail) => tails.add(tail));
      element.closest("table")?.querySelectorAll("tr.lead-in").forEach(add);
    }
  }
  return keep;
}

/** Show the clauses of a choice with what governs them, and hide the rest; gives the number of these clauses. */
function show(choice) {
  const all = !choice.audience && !choice.duty;
  const fitting = clauses.filter((clause) => fits(clause, choice));
  const shown = new Set(fitting);
  const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const target = named?.closest(".clause, [id]:not(.formerly)"); // the place of a clause's earlier name stands in the clause
  if (target) shown.add(target);
  const keep = all ? null : kept(shown);
  for (const part of [...parts(), ...article.querySelectorAll(".text, .text ul:not(.others ul), .text table")]) {
    part.hidden = !all && !keep.has(part);
  }
  // What stands below a paragraph goes with it: first what follows it at once, then what follows that.
  for (const below of article.querySelectorAll("p + .refers, p + .others, .refers + .others")) {
    below.hidden = below.previousElementSibling.hidden;
  }
  for (const clause of clauses) clause.classList.toggle("context", !shown.has(clause));
  for (const link of document.querySelectorAll(".contents a[href^='#s-']")) {
    link.parentElement.hidden = document.getElementById(decodeURIComponent(link.hash.slice(1)))?.hidden ?? false;
  }
  return fitting.length;
}

/** Run `change` so that the reader keeps their place: the clause at the top, or the next one that stays, is not moved. */
function inPlace(bar, survives, change) {
  const box = bar.getBoundingClientRect();
  const isAtTop = box.top <= parseFloat(getComputedStyle(bar).top) + 1;
  const seen = clauses.filter((clause) => clause.checkVisibility());
  const here = seen.find((clause) => clause.getBoundingClientRect().bottom > box.bottom) ?? seen.at(-1);
  const after = clauses.slice(clauses.indexOf(here));
  const before = clauses.slice(0, clauses.indexOf(here)).reverse();
  const anchor = isAtTop && (after.find(survives) ?? before.find(survives));
  const top = anchor && anchor.checkVisibility() ? anchor.getBoundingClientRect().top : Infinity;
  change();
  if (!anchor) return;
  const wanted = top < innerHeight * 0.8 ? top : bar.getBoundingClientRect().bottom + 8;
  scrollBy({ top: anchor.getBoundingClientRect().top - wanted, behavior: "instant" });
}

/** A labelled list of choices; only those that some clause has. */
function picker(name, label, everything, words, counts) {
  const select = document.createElement("select");
  select.name = name;
  select.add(new Option(everything, ""));
  for (const [value, word] of Object.entries(words)) {
    if (counts(value)) select.add(new Option(`${word} (${counts(value)})`, value));
  }
  const labelled = document.createElement("label");
  labelled.append(label, " ", select);
  return [labelled, select];
}

function start() {
  const count = (test) => clauses.filter(test).length;
  const [forWhom, audience] = picker("audience", "For", "everyone", AUDIENCES, (value) =>
    count((clause) => fits(clause, { audience: value })),
  );
  const [howStrong, duty] = picker("duty", "Says", "anything", DUTIES, (value) =>
    count((clause) => fits(clause, { duty: value })),
  );
  const clear = Object.assign(document.createElement("button"), { type: "button", textContent: "Show all" });
  const status = document.createElement("output");
  const bar = document.createElement("form");
  bar.className = "filter";
  bar.setAttribute("aria-label", "Filter the clauses");
  bar.append(forWhom, howStrong, clear, status);

  const apply = () => {
    const choice = stated();
    audience.value = choice.audience;
    duty.value = choice.duty;
    const number = show(choice);
    const all = number === clauses.length;
    clear.hidden = !choice.audience && !choice.duty;
    status.textContent = clear.hidden || all ? `All ${clauses.length} clauses` : `${number} of ${clauses.length} clauses`;
    if (!number) status.textContent = "No clause is like this";
  };
  const choose = (choice) => {
    const next = { ...stated(), ...choice };
    history.pushState(null, "", addressOf(next));
    inPlace(bar, (clause) => fits(clause, next), apply);
  };

  bar.addEventListener("change", (event) => choose({ [event.target.name]: event.target.value }));
  bar.addEventListener("submit", (event) => event.preventDefault());
  clear.addEventListener("click", () => {
    audience.focus();
    choose({ audience: "", duty: "" });
  });
  addEventListener("popstate", () => inPlace(bar, (clause) => fits(clause, stated()), apply));
  addEventListener("hashchange", apply);

  for (const part of article.querySelectorAll(".summary [data-show]")) {
    const [name, value] = part.dataset.show.split("=");
    const link = document.createElement("a");
    link.href = addressOf({ audience: "", duty: "", [name]: value });
    link.append(...part.childNodes);
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      choose({ audience: "", duty: "", [name]: value });
    });
    part.append(link);
  }
  article.querySelector(".summary").after(bar);
  apply();
  if (location.hash) document.querySelector(":target")?.scrollIntoView();
}

if (article.querySelector(".summary") && clauses.length) start();
