// Groups policies by what is due on the reading day, filters and sorts them. The page lists them by date without it;
// the state is in the address.

import { addressOf } from "./address.js";
import { countDues, daysAhead, today } from "./reading-day.js";

const SOON = daysAhead(90);
const GROUPS = {
  overdue: { title: "Past the review date", test: (due) => due && due < today },
  soon: { title: "Due within 90 days", test: (due) => due >= today && due <= SOON },
  later: { title: "Due later", test: (due) => due > SOON },
  unstated: { title: "Next review not stated", test: (due) => !due },
};

const article = document.querySelector("article");
const table = article.querySelector("table.reviews:not(.schools)");
const rows = table ? [...table.querySelectorAll("tbody > tr:not(.group)")] : [];
const groupOf = (due) => Object.keys(GROUPS).find((group) => GROUPS[group].test(due ?? ""));

/** Whole years, months or days from the reading day to a day, in words. */
function timeLeft(day) {
  const [from, to] = day < today ? [day, today] : [today, day];
  const [y1, m1, d1] = from.split("-").map(Number);
  const [y2, m2, d2] = to.split("-").map(Number);
  const months = (y2 - y1) * 12 + m2 - m1 - (d2 < d1 ? 1 : 0);
  const days = Math.round((Date.UTC(y2, m2 - 1, d2) - Date.UTC(y1, m1 - 1, d1)) / 86_400_000);
  if (!days) return "today";
  const [number, unit] = months >= 24 ? [Math.floor(months / 12), "year"] : months ? [months, "month"] : [days, "day"];
  const time = `${number} ${unit}${number === 1 ? "" : "s"}`;
  return day < today ? `${time} ago` : `in ${time}`;
}

function cell(tag, text, attributes = {}) {
  const made = document.createElement(tag);
  made.append(text);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

/** A column with the time that is left, after the one with the date. */
function addTimeLeft(heads) {
  const after = heads.findIndex((head) => head.textContent === "Next review");
  const head = cell("th", "Time left", { scope: "col" });
  heads[after].after(head);
  for (const row of rows) {
    const { due } = row.dataset;
    row.cells[after].after(cell("td", due ? timeLeft(due) : "–", { "data-label": "Time left", class: due ? "left" : "left none" }));
  }
  for (const group of table.querySelectorAll("tr.group > th")) group.colSpan += 1;
}

/** The rows in a table body for each group. */
function addGroups(columns) {
  const bodies = {};
  for (const [group, { title }] of Object.entries(GROUPS)) {
    const body = document.createElement("tbody");
    body.dataset.group = group;
    body.append(document.createElement("tr"));
    body.rows[0].className = "group";
    body.rows[0].append(cell("th", title, { scope: "rowgroup", colspan: columns }));
    bodies[group] = body;
  }
  for (const row of rows) bodies[groupOf(row.dataset.due)].append(row);
  for (const body of [...table.tBodies]) body.remove();
  table.append(...Object.values(bodies).filter((body) => body.rows.length > 1));
}

/** A school's own words on a policy that is past its date. */
function addNotices() {
  for (const review of table.querySelectorAll(".due[data-due]")) {
    if (review.dataset.due < today) review.textContent = review.dataset.past;
  }
}

// The choice that the address states; anything unknown is no choice.

const pickers = {};

function stated() {
  const query = new URLSearchParams(location.search);
  const choice = {};
  for (const [name, select] of Object.entries(pickers)) {
    const value = query.get(name) ?? "";
    choice[name] = [...select.options].some((option) => option.value === value) ? value : "";
  }
  return choice;
}

function show({ group, school, kind }) {
  let number = 0;
  for (const body of table.tBodies) {
    const [head, ...some] = body.rows;
    let here = 0;
    for (const row of some) {
      row.hidden = (school && row.dataset.school !== school) || (kind && row.dataset.kind !== kind);
      if (!row.hidden) here += 1;
    }
    body.hidden = !here || (group && body.dataset.group !== group);
    head.cells[0].textContent = `${GROUPS[body.dataset.group].title} (${here.toLocaleString("en")})`;
    if (!body.hidden) number += here;
  }
  return number;
}

// Sorting, within the groups.

const compare = new Intl.Collator("en", { numeric: true }).compare;

function valueOf(row, column) {
  const time = row.cells[column].querySelector("time");
  if (time) return time.dateTime;
  return row.cells[column].classList.contains("none") || row.cells[column].querySelector(".none") ? "" : row.cells[column].textContent;
}

function sort(heads, order) {
  const down = order.startsWith("-");
  const column = heads.findIndex((head) => head.dataset.sort === (order.replace(/^-/, "") || "next-review"));
  for (const head of heads) head.removeAttribute("aria-sort");
  heads[column].setAttribute("aria-sort", down ? "descending" : "ascending");
  const by = heads[column].dataset.sort;
  const key = by === "next-review" || by === "time-left" ? (row) => row.dataset.due ?? "" : (row) => valueOf(row, column);
  for (const body of table.tBodies) {
    const some = [...body.rows].slice(1).map((row) => [key(row), row]);
    // What is not stated stands last in either direction.
    some.sort(([a], [b]) => (!a || !b ? Number(!a) - Number(!b) : (down ? -1 : 1) * compare(a, b)));
    body.append(...some.map(([, row]) => row));
  }
}

/** A button in each head of a column. */
function addButtons(heads, choose) {
  for (const head of heads) {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: head.textContent });
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const { sort: name } = head.dataset;
      choose({ sort: head.getAttribute("aria-sort") === "ascending" ? `-${name}` : name === "next-review" ? "" : name });
    });
  }
}

/** A labelled list of choices with their numbers. */
function picker(name, label, everything, choices) {
  const select = document.createElement("select");
  select.name = name;
  select.add(new Option(everything, ""));
  for (const [value, words] of choices) select.add(new Option(words, value));
  pickers[name] = select;
  const labelled = document.createElement("label");
  labelled.append(label, " ", select);
  return labelled;
}

const counted = (words, test) => `${words} (${rows.filter(test).length.toLocaleString("en")})`;

/** Values of a data attribute with the words that name them, by these words. */
function choicesOf(name, wordsOf) {
  const found = new Map(rows.map((row) => [row.dataset[name], wordsOf(row)]));
  return [...found].sort(([, a], [, b]) => compare(a, b)).map(([value, words]) => [value, counted(words, (row) => row.dataset[name] === value)]);
}

/** How many policies there are in each group, of all and not only of those in the table, as links. */
function addTiles(choose) {
  const stated = article.querySelector(".stated");
  const { dues, policies } = stated.dataset;
  const counts = Object.fromEntries(Object.entries(GROUPS).map(([group, { test }]) => [group, countDues(dues, test)]));
  counts.unstated = Number(policies) - countDues(dues, () => true);
  const list = document.createElement("ul");
  list.className = "tiles";
  for (const [group, { title }] of Object.entries(GROUPS)) {
    const item = document.createElement("li");
    item.dataset.group = group;
    const content = [cell("b", counts[group].toLocaleString("en")), " ", cell("span", title)];
    if (counts[group] && table.querySelector(`tbody[data-group="${group}"]`)) {
      const link = cell("a", "", { href: addressOf({ group }) });
      link.append(...content);
      link.addEventListener("click", (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        choose({ group });
        table.scrollIntoView({ block: "start" });
      });
      item.append(link);
    } else item.append(...content);
    list.append(item);
  }
  stated.before(list);
}

/** Today in the picture, and which of its columns have passed. */
function markToday() {
  const picture = article.querySelector(".timeline svg");
  if (!picture) return;
  for (const box of picture.querySelectorAll("rect")) box.classList.toggle("past", box.dataset.due < today);
  const [from, to, now] = [picture.dataset.from, picture.dataset.to, today].map(Date.parse);
  const share = Math.min(Math.max((now - from) / (to - from), 0), 1);
  const made = (tag, attributes, text = "") => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries({ class: "today", ...attributes })) element.setAttribute(name, value);
    element.textContent = text;
    picture.append(element);
  };
  const x = `${share * 100}%`;
  const word = now < from ? "← Today" : now >= to ? "Today →" : "Today";
  if (word === "Today") made("line", { x1: x, x2: x, y1: 14, y2: 126 });
  made("text", { x, y: 10, "text-anchor": share < 0.1 ? "start" : share > 0.9 ? "end" : "middle" }, word);
}

/** For each school how many of its policies are past their date. */
function addSchools() {
  const schools = article.querySelector("table.schools");
  schools?.tHead.rows[0].cells[1].after(cell("th", GROUPS.overdue.title, { scope: "col" }), cell("th", GROUPS.soon.title, { scope: "col" }));
  for (const row of schools?.tBodies[0].rows ?? []) {
    const counts = ["overdue", "soon"].map((group) => [group, countDues(row.dataset.dues, GROUPS[group].test)]);
    row.cells[1].after(...counts.map(([group, number]) => cell("td", String(number), { "data-label": GROUPS[group].title, class: number ? group : "none" })));
  }
}

/** The address of the calendar, where the page could not know it. */
function addAddress() {
  const line = article.querySelector(".subscribe:not(:has(code))");
  const file = line?.querySelector("a").href;
  if (!file?.startsWith("http")) return;
  line.replaceChildren(cell("a", "Subscribe", { href: file.replace(/^https?/, "webcal") }), " Address: ", cell("code", file));
}

function start() {
  const heads = [...table.tHead.rows[0].cells];
  addTimeLeft(heads);
  const columns = [...table.tHead.rows[0].cells];
  addGroups(columns.length);
  addNotices();

  const bar = document.createElement("form");
  bar.className = "filter";
  bar.setAttribute("aria-label", "Filter the policies");
  const present = Object.keys(GROUPS).filter((group) => rows.some((row) => groupOf(row.dataset.due) === group));
  bar.append(picker("group", "Due", "at any time", present.map((group) => [group, counted(GROUPS[group].title.toLowerCase(), (row) => groupOf(row.dataset.due) === group)])));
  const schools = choicesOf("school", (row) => row.querySelector('[data-label="School"]')?.textContent ?? "");
  if (schools.length > 1) bar.append(picker("school", "School", "all", schools));
  const kinds = choicesOf("kind", (row) => row.querySelector("th small").textContent);
  if (kinds.length > 1) bar.append(picker("kind", "Kind", "all", kinds));
  for (const head of columns) head.dataset.sort = head.textContent.toLowerCase().replaceAll(" ", "-");
  const orders = columns.filter((head) => !["next-review", "time-left"].includes(head.dataset.sort));
  const ways = orders.flatMap((head) => [[head.dataset.sort, head.textContent], [`-${head.dataset.sort}`, `${head.textContent}, last first`]]);
  const order = picker("sort", "Order", "Next review", [["-next-review", "Next review, last first"], ["time-left", "Time left"], ["-time-left", "Time left, last first"], ...ways]);
  order.className = "order";
  bar.append(order);
  const clear = Object.assign(document.createElement("button"), { type: "button", textContent: "Show all" });
  const status = document.createElement("output");
  bar.append(clear, status);

  const apply = () => {
    const choice = stated();
    for (const [name, select] of Object.entries(pickers)) select.value = choice[name];
    sort(columns, choice.sort);
    const number = show(choice);
    clear.hidden = !choice.group && !choice.school && !choice.kind;
    const total = rows.length.toLocaleString("en");
    status.textContent = number ? `${number === rows.length ? "All" : `${number.toLocaleString("en")} of`} ${total} policies` : "No policy is like this";
  };
  const choose = (choice) => {
    history.pushState(null, "", addressOf(choice));
    apply();
  };
  bar.addEventListener("change", (event) => choose({ [event.target.name]: event.target.value }));
  bar.addEventListener("submit", (event) => event.preventDefault());
  clear.addEventListener("click", () => {
    pickers.group.focus();
    choose({ group: "", school: "", kind: "" });
  });
  addEventListener("popstate", apply);
  addButtons(columns, choose);
  addTiles(choose);
  table.before(bar);
  apply();
}

if (rows.length) start();
markToday();
addSchools();
addAddress();
