// What was found, as parts of the page: clauses with what governs them, by policy; the matter they rule on.

import { mentions } from "./answer.js";
import { AUDIENCES, DUTIES } from "./facets.js";
import { counted, make, marked } from "./view.js";

const LONG = 600;
const SENTENCE = /(?<=[.!?])\s+(?=[\p{Lu}\p{N}“"])/u;

/** A list of policies, each with the clauses that were found in it. */
export function policyList(groups, { library, texts, concepts, schools, root }) {
  return make("ol", { class: "search-policies" }, groups.map((group) => {
    const shard = library.schools.get(group.school);
    const [slug, title, , language] = shard.policies[group.policy];
    const page = `${root}schools/${group.school}/${slug}/`;
    const school = schools.find((one) => one.slug === group.school).name;
    const items = group.clauses.map((clause) => clauseItem(clause, texts.of(clause), { shard, slug, page, language, library, concepts }));
    return make("li", {},
      make("h3", {}, make("a", { href: page }, make("span", { lang: language }, title)), make("span", { class: "search-school" }, school)),
      make("ul", { class: "search-clauses" }, items),
    );
  }));
}

function clauseItem(clause, texts, { shard, slug, page, language, library, concepts }) {
  const [number, duty, audiences] = shard.clauses[clause.place];
  const mark = (text) => marked(text, mentions(text, concepts, library.lexicon));
  const readers = Object.keys(AUDIENCES).filter((one) => audiences.split(" ").includes(one.slice(0, 2)));
  return make("li", { class: "search-clause", "data-clause": `${clause.school}/${slug}#${texts.anchor}`, "data-duty": duty || "none" },
    texts.section ? make("p", { class: "search-section", lang: language }, texts.section) : null,
    make("p", { class: "search-words", lang: language },
      make("a", { href: `${page}#${texts.anchor}`, "aria-label": number ? null : "The clause in its policy" }, number || "→"),
      " ",
      texts.leadIn ? [make("em", {}, mark(texts.leadIn)), " "] : null,
      quote(texts.text, mark, (text) => mentions(text, concepts, library.lexicon).some((concept) => concept >= 0)),
      texts.tail ? [" ", make("em", {}, mark(texts.tail))] : null,
    ),
    make("p", { class: "search-marks" },
      DUTIES[duty] ? make("b", { class: "duty", "data-duty": duty }, DUTIES[duty]) : null,
      readers.length ? ` ${readers.map((one) => AUDIENCES[one]).join(", ")}` : null,
    ),
  );
}

/** A text with what is asked for marked; of a long one only whole sentences, the first and those with marks. */
function quote(text, mark, speaks) {
  if (text.length <= LONG) return mark(text);
  const sentences = text.split(SENTENCE);
  const shown = sentences.map((sentence, place) => place === 0 || speaks(sentence));
  return sentences.flatMap((sentence, place) => {
    if (shown[place]) return [...mark(sentence), " "];
    return place === 0 || shown[place - 1] ? [make("span", { class: "search-left-out" }, "[…]"), " "] : [];
  });
}

/** The matter that is asked about, with how many schools say how much. */
export function matterCard(matter, schools, root) {
  const said = Object.entries(matter.schools);
  const number = said.reduce((sum, [, count]) => sum + count, 0);
  const page = `${root}topics/${matter.topic[0]}/#${matter.slug}`;
  const words = said.sort((a, b) => b[1] - a[1]).map(([duty, count]) => `${count} ${duty === "none" ? "set no rule" : DUTIES[duty].toLowerCase()}`);
  const many = schools.length > 1;
  return make("section", { class: "search-matter", "aria-labelledby": `search-${matter.slug}` },
    make("h2", { id: `search-${matter.slug}` }, make("a", { href: page }, matter.title)),
    make("p", {},
      many ? `${number} of ${counted(schools.length, "school")} ${number === 1 ? "speaks" : "speak"} of this: ${words.join(", ")}. ` : "",
      make("a", { href: page }, many ? "Compare the schools" : "What the school says on this"),
    ),
  );
}
