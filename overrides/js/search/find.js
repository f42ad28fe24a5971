// A search from beginning to end, without the page: load what is needed, answer, order by texts, narrow.

import { answer, quoting, refined } from "./answer.js";
import { narrowed } from "./facets.js";
import { understand } from "./query.js";

/** Policies whose texts are loaded to answer: those of the best clauses. More are loaded when they are asked for. */
const POLICIES = 8;

/** The texts that were loaded, by `<school>/<place of the policy>`. */
export class Texts {
  constructor(source) {
    this.source = source;
    this.loaded = new Map();
  }

  /** Load the texts of the policies that some clauses stand in, at most a number of them. */
  async load(clauses, library, most = Infinity) {
    const wanted = new Map();
    for (const { school, policy } of clauses) {
      const key = `${school}/${policy}`;
      if (wanted.size < most && !this.loaded.has(key)) wanted.set(key, library.schools.get(school).policies[policy][6]);
    }
    await Promise.all([...wanted].map(async ([key, file]) => this.loaded.set(key, await this.source.texts(file))));
  }

  /** The texts of a clause: `{ anchor, text, leadIn, tail, section }`; null while they are not loaded. */
  of(clause) {
    const texts = this.loaded.get(`${clause.school}/${clause.policy}`);
    if (!texts) return null;
    const [anchor, text, leadIn, tail, section] = texts.clauses[clause.offset];
    const shared = (place) => (place < 0 ? "" : texts.shared[place]);
    return { anchor, text, leadIn: shared(leadIn), tail: shared(tail), section: shared(section) };
  }
}

/**
 * Search for what a state (see state.js) says on a day. Gives what `answer` gives and
 *   school    the one school that is searched, or ""
 *   bySchool  whether a school must be chosen first, since there are too many to search at once; then also
 *   titles    the schools with their policies' titles
 *   found     all clauses that answer, best first; `clauses`: those that fit all that is chosen
 *   counts    by facet and value, how many would
 *   unquoted  whether no clause has what stands in quotes, so that these are the ones that come near
 */
export async function find(state, source, texts, day) {
  const list = await source.manifest();
  // All that is sure to be needed is asked for at once.
  const library = await source.open(list.schools.map((one) => one.slug).filter((slug) => list.together || slug === state.school));
  const options = { manifest: list.schools, everywhere: state.everywhere || state.school !== "", literal: state.literal };
  const asked = () => understand(state.query, library.lexicon, list.schools, options);
  const school = state.school || asked().school || "";
  await source.open([school].filter((slug) => list.schools.some((one) => one.slug === slug)));
  await source.seek(asked().concepts);
  if (!school && !list.together) return { ...answer(state.query, library, [], options), library, list, school, bySchool: true, titles: await source.titles() };
  const everyone = list.together ? list.schools.map((one) => one.slug) : [school];
  const answered = answer(state.query, library, state.school ? [state.school] : everyone, options);
  await texts.load(answered.clauses, library, POLICIES);
  const words = (clause) => {
    const known = texts.of(clause);
    return known && `${known.leadIn} ${known.text}`;
  };
  const quoted = quoting(answered.clauses, answered.asked.phrases, library.lexicon, words);
  const unquoted = answered.clauses.length > 0 && !quoted.length;
  const found = refined(unquoted ? answered.clauses : quoted, answered.concepts, library.lexicon, words);
  const { clauses, counts } = narrowed(found, state, library, day);
  if (state.school && list.together) {
    counts.school = narrowed(answer(state.query, library, everyone, options).clauses, state, library, day).counts.school;
  }
  return { ...answered, library, list, school, bySchool: false, found, unquoted, clauses, counts };
}
