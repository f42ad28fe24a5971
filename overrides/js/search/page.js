// The search page: from the address to answers. The address holds the whole state; nothing is sent anywhere.

import { grouped, nearest } from "./answer.js";
import { combobox } from "./combobox.js";
import { AUDIENCES, DUTIES, REVIEWS, today } from "./facets.js";
import { Texts, find } from "./find.js";
import { Source } from "./load.js";
import { matterCard, policyList } from "./results.js";
import { FACETS, forget, readState, recent, remember, writeState } from "./state.js";
import { suggester } from "./suggest.js";
import { counted, make } from "./view.js";

const FIRST = 20;
const SURE_MATTER = 0.55;
const MOST_TITLES = 12;

const app = document.querySelector("[data-search-app]");
const ways = [...app.children];
const here = new URL(".", location.href);
const root = "../";
const source = new Source(here);
const texts = new Texts(source);

const input = make("input", { type: "search", id: "search-query", name: "q", autocomplete: "off", enterkeyhint: "search" });
const form = make("form", { class: "search-form", role: "search", action: here.href },
  make("label", { for: "search-query" }, "What do you want to know?"),
  make("div", { class: "search-field" }, input, make("button", { type: "submit" }, "Search")),
);
const status = make("p", { class: "search-status", role: "status" });
const choices = make("div", { class: "search-facets" });
// On a phone the answers come first: the choices are folded until they are asked for.
const narrow = make("details", { class: "search-narrow", open: matchMedia("(min-width: 45em)").matches }, make("summary", {}, "Narrow the answers"), choices);
const results = make("div", { class: "search-results" });
app.replaceChildren(form, status, narrow, results, ...ways);

let turn = 0;
let state = readState(location.search);

function go(next, { keep = false } = {}) {
  state = next;
  if (!keep) history.pushState(null, "", writeState(state));
  show();
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const query = input.value.trim();
  go({ ...state, query, topic: "", duty: "", kind: "", review: "", audience: "", literal: false, everywhere: false });
});
addEventListener("popstate", () => go(readState(location.search), { keep: true }));
combobox(form, input, () => suggester(source, { root, scope: () => state.school }));

/** A link to the same search with something else chosen; followed without loading the page again. */
function link(change, ...words) {
  const next = { ...state, ...change };
  const made = make("a", { href: writeState(next) }, ...words);
  made.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(next);
  });
  return made;
}

async function show() {
  turn += 1;
  const mine = turn;
  const current = () => mine === turn;
  if (document.activeElement !== input || !input.value) input.value = state.query;
  document.title = `${state.query ? `${state.query} – ` : ""}Search`;
  results.dataset.searchState = "loading";
  for (const way of ways) way.hidden = Boolean(state.query);
  try {
    if (state.query) await search(current);
    else await start(current);
  } catch {
    if (current()) failed();
  }
  if (current()) results.dataset.searchState = "done";
}

async function start(current) {
  const { schools } = await source.manifest();
  if (!current()) return;
  status.textContent = "";
  offer(schools.length > 1 ? [select("school", "School", schoolOptions(schools, null))] : []);
  const before = recent();
  results.replaceChildren(...(before.length ? [recentList(before)] : []));
}

function recentList(before) {
  const clear = make("button", { type: "button" }, "Forget these");
  const list = make("section", { class: "search-recent" },
    make("h2", {}, "Searched before on this device"),
    make("ul", {}, before.map((query) => make("li", {}, link({ query }, query)))),
    clear,
  );
  clear.addEventListener("click", () => {
    forget();
    list.remove();
    input.focus();
  });
  return list;
}

function failed() {
  const again = make("button", { type: "button" }, "Try again");
  again.addEventListener("click", show);
  status.textContent = "The search could not be loaded.";
  offer([]);
  results.replaceChildren(make("p", {}, "Perhaps the connection was lost. ", again));
  for (const way of ways) way.hidden = false;
}

async function search(current) {
  const found = await find(state, source, texts, today());
  if (!current()) return;
  remember(state.query);
  if (found.bySchool) {
    byMatter(found);
    return;
  }
  facets(found);
  if (found.found.length) answers(found);
  else if (found.school && !found.concepts.length && !found.asked.numbers.length) schoolAlone(found);
  else nothing(found);
}

/** Where only a school was named: the way to it, and its policies. */
function schoolAlone({ school, library, list }) {
  const { slug, name } = list.schools.find((one) => one.slug === school);
  const policies = library.schools.get(school).policies;
  status.textContent = `${name}: ${counted(policies.length, "policy")}`;
  results.replaceChildren(
    make("section", {},
      make("h2", {}, make("a", { href: `${root}schools/${slug}/` }, name)),
      make("ul", {}, policies.map(([policy, title, , language]) => make("li", {}, make("a", { href: `${root}schools/${slug}/${policy}/`, lang: language }, title)))),
      make("p", {}, "Add what you want to know, and only this school’s policies are searched."),
    ),
  );
}

/** Lines above the answers: what was read for what was typed, which school was understood, and what nothing has. */
function notes({ asked, unquoted, list: { schools } }) {
  const school = schools.find((one) => one.slug === asked.school);
  return [
    asked.corrected && make("p", { class: "search-note" }, "Showing results for ", make("b", {}, asked.read.join(" ")), ". Search instead for ", link({ literal: true }, asked.typed.join(" ")), "."),
    school && make("p", { class: "search-note" }, "Only ", make("b", {}, school.name), ", which you named. ", link({ everywhere: true }, "All schools")),
    unquoted && make("p", { class: "search-note" }, "No clause has exactly what you put in quotes. These come near it."),
  ].filter(Boolean);
}

function answers(found) {
  const { clauses, library, list } = found;
  const shownWith = { library, texts, concepts: found.concepts, schools: list.schools, root };
  const policies = new Set(clauses.map((clause) => `${clause.school}/${clause.policy}`)).size;
  status.textContent = clauses.length ? `${counted(clauses.length, "clause")} in ${counted(policies, "policy")}` : "No clause fits all that is chosen.";
  const best = spoken(found);
  const body = make("div");
  if (clauses.length) fill(body, clauses, shownWith, FIRST);
  else body.append(make("p", {}, link(Object.fromEntries(FACETS.map((facet) => [facet, ""])), `Show all ${counted(found.found.length, "answer")}`)));
  results.replaceChildren(...notes(found), ...(best ? [matterCard(best, list.schools, root)] : []), body);
}

/** The matter that is surely asked about and that the best clauses rule on; null where there is none. */
function spoken({ matters, clauses, library }) {
  const rules = (clause) => {
    const shard = library.schools.get(clause.school);
    return shard.clauses[clause.place][3].map((fit) => shard.matters[fit >> 4]);
  };
  const top = clauses.slice(0, 5).flatMap(rules);
  const often = ({ matter, score }) => score * top.filter((slug) => slug === matter.slug).length;
  const sure = matters.filter((one) => one.score >= SURE_MATTER && often(one));
  return sure.length ? sure.reduce((best, one) => (often(one) > often(best) ? one : best)).matter : null;
}

/** The first of the clauses, and a button for the rest. */
async function fill(body, clauses, shownWith, number) {
  const some = clauses.slice(0, number).filter((clause) => texts.of(clause));
  const [best, also] = grouped(some);
  body.replaceChildren(
    ...part(best, also.length ? "Best answers" : "Answers", shownWith),
    ...part(also, "Also on this", shownWith),
  );
  if (clauses.length <= some.length) return;
  const more = make("button", { type: "button", class: "search-more" }, `Show all ${clauses.length.toLocaleString("en-GB")}`);
  more.addEventListener("click", async () => {
    try {
      await texts.load(clauses, shownWith.library);
    } catch {
      failed();
      return;
    }
    const first = some.length;
    await fill(body, clauses, shownWith, clauses.length);
    body.querySelectorAll(".search-words > a")[Math.min(first, body.querySelectorAll(".search-words > a").length - 1)]?.focus();
  });
  body.append(more);
}

function part(groups, title, shownWith) {
  return groups.length ? [make("section", {}, make("h2", {}, title), policyList(groups, shownWith))] : [];
}

/** What there is where no clause answers: the nearest matters, and whom to ask. */
function nothing(found) {
  const { matters, list: { schools }, school } = found;
  status.textContent = `Nothing here answers “${state.query}”.`;
  const [best] = matters;
  const unsaid = best && !Object.keys(best.matter.schools).length ? best.matter : null;
  const near = nearest(matters).filter((one) => Object.keys(one.matter.schools).length).slice(0, 4);
  const asked = schools.filter((one) => !school || one.slug === school).slice(0, 6);
  results.replaceChildren(
    ...notes(found),
    make("section", { class: "search-nothing" },
      make("h2", {}, "Nothing here answers this"),
      unsaid?.where ? make("p", {}, make("b", {}, unsaid.title), `: this ${unsaid.where}`) : null,
      unsaid && !unsaid.where ? make("p", {}, schools.length > 1 ? "No school on this site says anything on “" : "The school says nothing here on “", make("b", {}, unsaid.title), "”.") : null,
      near.length ? [make("p", {}, "What comes nearest:"), make("ul", {}, near.map(({ matter }) => make("li", {}, make("a", { href: `${root}topics/${matter.topic[0]}/#${matter.slug}` }, matter.title))))] : null,
      make("p", {}, "The rule may stand in a policy that is not published here. Ask the school: ",
        asked.flatMap((one, place) => [place ? ", " : "", make("a", { href: `${root}schools/${one.slug}/` }, one.name)]), ".",
        state.school ? [" Or search ", link({ school: "" }, "all schools"), "."] : ""),
    ),
  );
  for (const way of ways) way.hidden = false;
}

/** Where there are too many schools to search at once: what they say on the matter, and the way into each. */
function byMatter(found) {
  const { list } = found;
  const matters = nearest(found.matters).filter((one) => Object.keys(one.matter.schools).length).slice(0, 5);
  const words = new Set(found.asked.read);
  const titled = found.titles.flatMap((school) => school.policies.filter((policy) => policy.words.some((word) => word.length > 3 && words.has(word))).map(({ slug, title }) => ({ school, slug, title })));
  const left = titled.length - MOST_TITLES;
  status.textContent = matters.length ? `${counted(matters.length, "matter")} found. Choose a school for its clauses.` : "Choose a school to search its policies.";
  offer([select("school", "School", schoolOptions(list.schools, null))]);
  narrow.open = true;
  results.replaceChildren(
    ...notes(found),
    ...matters.map((one) => matterCard(one.matter, list.schools, root)),
    ...(titled.length ? [make("section", {}, make("h2", {}, "Policies of that name"), make("ul", {}, titled.slice(0, MOST_TITLES).map(({ school, slug, title }) => make("li", {}, make("a", { href: `${root}schools/${school.slug}/${slug}/` }, title), ` ${school.name}`))), left > 0 ? make("p", {}, `And ${left.toLocaleString("en-GB")} more: choose a school, or add its name.`) : null)] : []),
  );
}

const schoolOptions = (schools, counts) => schools.filter((one) => !counts || counts.get(one.slug) || one.slug === state.school).map((one) => [one.slug, one.name, counts?.get(one.slug)]);

/** The choices that narrow the answers, each with how many there are. */
function facets({ counts, list: { schools } }) {
  const topicNames = new Map(source.library.matters.map((matter) => [matter.topic[0], matter.topic[1]]));
  const named = (words, facet) => [...counts[facet]].sort((a, b) => b[1] - a[1]).map(([value, number]) => [value, words(value), number]);
  const kinds = (kind) => (kind === "send" ? "SEND" : kind.charAt(0).toUpperCase() + kind.slice(1).replaceAll("-", " "));
  const options = {
    school: schools.length > 1 ? schoolOptions(schools, counts.school) : [],
    audience: named((value) => AUDIENCES[value], "audience"),
    topic: named((value) => topicNames.get(value), "topic"),
    duty: named((value) => DUTIES[value], "duty"),
    kind: named(kinds, "kind"),
    review: named((value) => REVIEWS[value], "review"),
  };
  const labels = { school: "School", audience: "For", topic: "Topic", duty: "Says", kind: "Kind of policy", review: "Review" };
  const focused = document.activeElement?.closest?.(".search-facets select")?.name;
  offer(FACETS.filter((facet) => options[facet].length > 1 || state[facet]).map((facet) => select(facet, labels[facet], options[facet])));
  if (focused) choices.querySelector(`select[name="${focused}"]`)?.focus();
}

/** Show some choices; what narrows the answers at the moment is said where it is folded. */
function offer(some) {
  choices.replaceChildren(...some);
  narrow.hidden = !some.length;
  const chosen = some.map((one) => one.querySelector("select")).filter((one) => one.value).map((one) => one.selectedOptions[0].textContent.replace(/ \(\d+\)$/, ""));
  narrow.querySelector("summary").textContent = chosen.length ? `Narrowed to: ${chosen.join(", ")}` : "Narrow the answers";
}

function select(facet, label, options) {
  const all = { school: "All schools", audience: "Everyone", topic: "All topics", duty: "Anything", kind: "All kinds", review: "Any date" }[facet];
  const known = options.some(([value]) => value === state[facet]) || !state[facet] ? options : [[state[facet], state[facet], 0], ...options];
  const made = make("select", { name: facet, id: `search-${facet}` },
    make("option", { value: "" }, all),
    known.map(([value, words, number]) => make("option", { value, selected: value === state[facet] }, number === undefined ? words : `${words} (${number})`)),
  );
  made.addEventListener("change", () => go({ ...state, [facet]: made.value }));
  return make("div", {}, make("label", { for: made.id }, label), made);
}

show();
