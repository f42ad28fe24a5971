// Shows what schools say to one audience. The page is whole without it; the state is in the address.

import { addressOf } from "./address.js";

const AUDIENCES = ["staff", "parents", "pupils", "governors"];

const article = document.querySelector("article");
const lines = [...article.querySelectorAll(".stances li")];
const matters = [...article.querySelectorAll(".text:has(table.stances)")].map((block) => ({
  block,
  heading: block.previousElementSibling,
  rows: [...block.querySelectorAll("table.stances > tbody > tr")],
}));
const folds = [...article.querySelectorAll("details:has(table.stances)")];
const tally = article.querySelector(".across:has(table.coverage)");
const cells = [...article.querySelectorAll(".matrix td > a")];

const isFor = (element, audience) => !audience || element.dataset.audience.split(" ").includes(audience);

/** The choice that the address states; anything unknown is no choice. */
function stated() {
  const audience = new URLSearchParams(location.search).get("audience");
  return AUDIENCES.includes(audience) ? audience : "";
}

/** Show the clauses for an audience with their schools and matters, and hide the rest; gives their number. */
function show(audience) {
  for (const line of lines) line.hidden = !isFor(line, audience);
  for (const { block, heading, rows } of matters) {
    for (const row of rows) row.hidden = !row.querySelector("li:not([hidden])");
    block.hidden = heading.hidden = rows.every((row) => row.hidden);
    // It counts the clauses for everyone.
    block.querySelector(".agreement").hidden = Boolean(audience);
  }
  if (tally) tally.hidden = Boolean(audience);
  for (const fold of folds) {
    // Its number is that of all schools, so with a choice what is left of it stands in the open.
    fold.open = Boolean(audience);
    fold.hidden = !fold.querySelector("li:not([hidden])");
  }
  for (const cell of cells) {
    const row = document.getElementById(decodeURIComponent(cell.hash.slice(1)));
    cell.hidden = row ? row.hidden : !isFor(cell.parentElement, audience);
  }
  for (const row of article.querySelectorAll(".matrix tbody tr")) {
    row.hidden = document.getElementById(decodeURIComponent(row.querySelector("th > a").hash.slice(1))).hidden;
  }
  for (const link of document.querySelectorAll(".contents a[href^='#']")) {
    link.parentElement.hidden = document.getElementById(decodeURIComponent(link.hash.slice(1)))?.hidden ?? false;
  }
  return lines.filter((line) => !line.hidden).length;
}

function start() {
  const select = document.createElement("select");
  select.name = "audience";
  select.add(new Option("everyone", ""));
  for (const audience of AUDIENCES) {
    const number = lines.filter((line) => isFor(line, audience)).length;
    if (number) select.add(new Option(`${audience} (${number})`, audience));
  }
  const label = document.createElement("label");
  label.append("For", " ", select);
  const clear = Object.assign(document.createElement("button"), { type: "button", textContent: "Show all" });
  const status = document.createElement("output");
  const bar = document.createElement("form");
  bar.className = "filter";
  bar.setAttribute("aria-label", "Filter the clauses");
  bar.append(label, clear, status);

  const apply = () => {
    const audience = stated();
    select.value = audience;
    const number = show(audience);
    clear.hidden = !audience;
    status.textContent = audience ? `${number} of ${lines.length} clauses on this page` : `${lines.length} clauses on this page`;
    if (!number) status.textContent = "No clause is like this";
  };
  const choose = (audience) => {
    history.pushState(null, "", addressOf({ audience }));
    apply();
  };
  bar.addEventListener("change", () => choose(select.value));
  bar.addEventListener("submit", (event) => event.preventDefault());
  clear.addEventListener("click", () => {
    select.focus();
    choose("");
  });
  addEventListener("popstate", apply);
  article.querySelector(".notice").after(bar);
  apply();
  if (location.hash) document.querySelector(":target")?.scrollIntoView();
}

if (lines.length) start();
