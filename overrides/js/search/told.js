// Whether nothing answers: the best clauses have words of what is asked, and do not speak of the thing itself.

import { MIX, parts } from "./rank.js";

/**
 * Whether the best of some clauses are no answer. `matters` are all that may be meant, best first, and what stands
 * elsewhere unless a title or heading here is about it; `ruled` those on which something is said here; `concepts` what is
 * asked, as weighed among clauses, and `telling` the same as weighed among matters.
 */
export function unsaid(matters, ruled, found, concepts, telling, library) {
  if (!found.length || found[0].score < MIX.enough) return true;
  const near = ruled[0]?.score ?? 0;
  return wordless(matters[0]?.score ?? 0, near, found[0], concepts) || elsewhere(matters, near, found, concepts, telling, library);
}

/**
 * The best clause has barely a word of what is asked, and no matter is surely meant, or one on which nothing is said
 * here. Where much is asked no clause and no matter has much of it.
 */
function wordless(meant, near, best, concepts) {
  if (best.own >= MIX.wordless || best.score >= 1) return false;
  const hard = concepts.filter((concept) => !concept.soft).length;
  const rival = meant >= MIX.unsaid ? MIX.rival : MIX.rivalOfLess;
  return meant < (MIX.vague * MIX.fewAsked) / Math.max(MIX.fewAsked, hard) || (meant >= MIX.likely && near < meant * rival);
}

/** What is surely meant stands elsewhere, and the best clauses have little of the words that tell of it. */
function elsewhere(matters, near, found, concepts, telling, library) {
  const meant = matters.find(({ matter }) => matter.where);
  if (!meant || meant.score < MIX.unsaid || near >= meant.score) return false;
  const tells = parts(telling, library.matterIndex, meant.matter.place).map((part, place) => part * telling[place].weight);
  const had = ({ school, place }) => share(tells, parts(concepts, library.schools.get(school).postings, place));
  return Math.max(...found.slice(0, MIX.best).map(had)) < meant.score - MIX.apart;
}

/** How much of what tells a matter a clause has, from 0 to 1. */
function share(tells, have) {
  const sum = tells.reduce((total, one) => total + one, 0);
  return tells.reduce((total, one, place) => total + one * Math.min(1, have[place]), 0) / sum;
}
