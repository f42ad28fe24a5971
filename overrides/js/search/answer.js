// From a query to clauses, best first: what is asked, which matters that is, which clauses answer. No page, no network.

import { Index, MIX, ONCE, keyed, posting, scores, weighed } from "./rank.js";
import { understand } from "./query.js";
import { unsaid } from "./told.js";
import { keysOf, terms } from "./words.js";

/** What has been loaded of a site: `schools` by slug, each with its shard and index. */
export class Library {
  constructor(lexicon, matters) {
    this.lexicon = lexicon;
    const known = matters.matters.map(([slug, title, topic, binds, schools]) => ({ slug, title, topic: matters.topics[topic], binds, schools }));
    // What no policy settles stands beside the matters; no school says anything about it.
    const elsewhere = matters.elsewhere.map(([title, where], beside) => ({ slug: "", title, where, beside, topic: [], binds: "", schools: {} }));
    this.matters = [...known, ...elsewhere].map((matter, place) => ({ ...matter, place }));
    this.matterIndex = new Index({}, known.length, elsewhere.length);
    this.topics = new Map(this.matters.map((matter) => [matter.slug, matter.topic[0]]));
    this.schools = new Map();
  }

  /** The topic of a matter, by their slugs. */
  topicOf(matter) {
    return this.topics.get(matter);
  }

  /** The slices of the index in which all lies that may stand for what is asked. */
  slicesOf(concepts) {
    const keys = concepts.flatMap((concept) => [...concept.keys.keys(), ...spelt(concept, this.lexicon).keys.keys()]);
    return [...new Set(keys.map((key) => this.lexicon.sliceOf.get(key)))].filter((slice) => slice !== undefined);
  }

  /** Take a slice of the index; `schools` are those of the manifest. */
  take(slice, { known, schools: postings }, schools) {
    const keys = this.lexicon.slices[slice];
    this.matterIndex.take(keys, known);
    postings.forEach((some, place) => this.schools.get(schools[place].slug)?.postings.take(keys, some));
  }

  /** Add the shard of a school as the build writes it. */
  add(written) {
    this.lexicon.add(written.forms);
    const shard = { ...written, clauses: listed(written.clauses), matters: written.matters.map((place) => this.matters[place].slug) };
    const owners = shard.policies.flatMap((policy, place) => Array(policy[5]).fill(place));
    const starts = owners.map((owner, place) => place - owners.indexOf(owner));
    const topics = topicShares(shard, owners, this.topics);
    const postings = { ...keyed(this.lexicon.keys, shard.known), ...keyed(keysOf(shard.forms), shard.index), ...bound(shard.clauses) };
    this.schools.set(shard.school, { ...shard, owners, starts, topics, postings: new Index(postings, shard.clauses.length) });
  }
}

// What the letters stand for by which a shard says how strongly a clause binds, and whom (each is a bit).
const DUTY = { m: "must", n: "must_not", s: "should", t: "should_not", a: "may" };
const AUDIENCES = ["st", "pa", "pu", "go"];

/** The clauses of a shard: number, duty (empty for none), whom each binds, and the matters it fits. */
function listed({ numbers, duties, audiences, matters }) {
  return numbers.map((number, place) => {
    const bits = audiences.charCodeAt(place) - 97;
    return [number, DUTY[duties[place]] ?? "", AUDIENCES.filter((_, bit) => bits & (1 << bit)).join(" "), matters[place]];
  });
}

/** For each policy of a shard, which share of its clauses with a matter is on which topic. */
function topicShares(shard, owners, topics) {
  const counts = shard.policies.map(() => new Map());
  shard.clauses.forEach(([, , , fits], place) => {
    const count = counts[owners[place]];
    for (const topic of new Set(fits.map((fit) => topics.get(shard.matters[fit >> 4])))) count.set(topic, (count.get(topic) ?? 0) + 1);
  });
  return counts.map((count) => {
    const all = [...count.values()].reduce((sum, one) => sum + one, 0) || 1;
    return new Map([...count].map(([topic, number]) => [topic, number / all]));
  });
}

/** Postings of whom the clauses bind, as if each had a word for it. */
function bound(clauses) {
  const found = {};
  const last = {};
  clauses.forEach(([, , audiences], place) => {
    for (const one of audiences.split(" ").filter(Boolean)) {
      const key = `@${one}`;
      found[key] = (found[key] ?? "") + posting(place - (last[key] ?? -1), ONCE);
      last[key] = place;
    }
  });
  return found;
}

/** The matters that a query asks about, best first, with what stands elsewhere (its matter has `where`): `{ matter, score }`. */
export function mattersOf(concepts, library) {
  return among(telling(concepts, library), library);
}

/** The concepts of a query as they tell of matters. */
const telling = (concepts, library) => weighed(concepts.map((concept) => spelt(concept, library.lexicon)), [library.matterIndex], MIX.softly);

function among(asked, library) {
  const total = scores(asked, library.matterIndex);
  const some = library.matters.map((matter, place) => ({ matter, score: total[place] })).filter((one) => one.score >= MIX.matterEnough);
  return some.sort((a, b) => b.score - a.score || (a.matter.slug < b.matter.slug ? -1 : 1)).slice(0, MIX.mattersMost);
}

/** Those of some matters, best first, that fit nearly as well as the best, for a reader to choose from. */
export const nearest = (matters) => matters.filter((one) => one.score >= matters[0].score * MIX.shown);

/** A concept with the single words of its groups in place of the groups: matters are known by words alone. */
function spelt(concept, lexicon) {
  const keys = new Map();
  const add = (key, weight) => keys.set(key, Math.max(weight, keys.get(key) ?? 0));
  for (const [key, weight] of concept.keys) {
    const group = lexicon.byName.get(key);
    if (!group) add(key, weight);
    else for (const phrase of group.phrases) if (!phrase.includes(" ")) add(phrase, weight);
  }
  return { ...concept, keys };
}

/** Answer a query from what is loaded of some schools (their slugs). */
export function answer(query, library, schools, options = {}) {
  const asked = understand(query, library.lexicon, options.manifest ?? [], options);
  const shards = [...library.schools.values()].filter((one) => schools.includes(one.school) && (!asked.school || one.school === asked.school));
  const tells = telling(asked.concepts, library);
  const matters = among(tells, library).filter(({ matter }) => !shards.some((shard) => shard.treats.includes(matter.beside)));
  const concepts = weighed(named(asked.concepts, shards), shards.map((one) => one.postings));
  const hard = concepts.reduce((sum, concept) => sum + (concept.soft ? 0.6 : 1), 0);
  const share = MIX.matter * Math.min(1, hard / MIX.manyAsked);
  // What is asked for may be a matter on which nothing is said here; the nearest on which something is answers then.
  const ruled = suited(matters.filter(({ matter }) => shards.some((shard) => shard.matters.includes(matter.slug))), asked.asker);
  const found = shards.flatMap((shard) => clausesOf(shard, concepts, ruled, asked, share));
  found.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  const best = found.length ? found[0].score : 0;
  const answered = !unsaid(matters, ruled, found, concepts, tells, library);
  return { asked, matters, concepts, best, clauses: answered ? found.filter((one) => one.score >= best * MIX.ofBest) : [] };
}

/** Matters, those before others as near that bind who seems to ask. */
function suited(matters, asker) {
  const binds = (matter) => asker && matter.binds.includes(asker.slice(0, 2));
  const weighed = matters.map(({ matter, score }) => ({ matter, score: binds(matter) ? score * MIX.askers : score }));
  return weighed.sort((a, b) => b.score - a.score);
}

/** For each policy of a shard, how much of it is about the topics that are asked about, from 0 to 1. */
function aboutness(shard, matters) {
  const asked = new Map();
  for (const { matter, score } of matters) asked.set(matter.topic[0], Math.max(score, asked.get(matter.topic[0]) ?? 0));
  return shard.topics.map((shares) => [...asked].reduce((sum, [topic, score]) => Math.max(sum, score * Math.min(1, 2 * (shares.get(topic) ?? 0))), 0));
}

/** A query of one word is first of all for the clauses that have it: what may stand for it counts less where they do. */
function named(concepts, shards) {
  if (concepts.length !== 1) return concepts;
  const [{ keys, ...rest }] = concepts;
  const there = [...keys].some(([key, weight]) => weight === 1 && shards.some((shard) => shard.postings.count(key)));
  return there ? [{ ...rest, keys: new Map([...keys].map(([key, weight]) => [key, weight < 1 ? weight * MIX.bare : 1])) }] : concepts;
}

function clausesOf(shard, concepts, matters, asked, share) {
  const own = scores(concepts, shard.postings);
  const best = Math.max(MIX.matterSure, matters[0]?.score ?? 0);
  const byMatter = new Map(matters.map((one) => [one.matter.slug, one.score * (one.score / best) ** MIX.sharp]));
  const prior = aboutness(shard, matters);
  const alone = shard.clauses.map(([, , , fits], place) => {
    const matter = Math.max(0, ...fits.map((fit) => ((byMatter.get(shard.matters[fit >> 4]) ?? 0) * (fit & 15)) / 15));
    return own[place] * (1 - share) + matter * share + MIX.about * prior[shard.owners[place]];
  });
  const found = [];
  shard.clauses.forEach(([number, duty, audiences], place) => {
    let score = alone[place];
    const numbered = asked.numbers.some((one) => one === number.replace(/\.$/, "") || number.startsWith(`${one}.`));
    if (numbered) score = 1 + score;
    if (score < 0.1) return;
    if (asked.asker && audiences.includes(asked.asker.slice(0, 2))) score += MIX.asker;
    if (asked.duty && duty === asked.duty) score += MIX.duty;
    const id = `${shard.school}/${place}`;
    found.push({ id, school: shard.school, policy: shard.owners[place], place, offset: shard.starts[place], score, own: own[place] });
  });
  return found;
}

/** Where the concepts stand in a text: for each of its words the place of the concept it speaks of, or -1. */
export function mentions(text, concepts, lexicon) {
  const words = terms(text);
  const families = words.map((word) => lexicon.family(word));
  const found = Array(words.length).fill(-1);
  const strong = concepts.map(({ keys }) => new Set([...keys].filter(([, weight]) => weight > MIX.near).map(([key]) => key)));
  for (let place = 0; place < words.length; place += 1) {
    for (let length = Math.min(lexicon.longest, words.length - place); length > 0; length -= 1) {
      const names = (lexicon.phrases.get(families.slice(place, place + length).join(" ")) ?? []).map((group) => group.name);
      if (length === 1) names.push(families[place]);
      const concept = strong.findIndex((keys) => names.some((name) => keys.has(name)));
      if (concept < 0 || (length === 1 && lexicon.stop.has(words[place]))) continue;
      for (let offset = 0; offset < length; offset += 1) if (found[place + offset] < 0) found[place + offset] = concept;
      break;
    }
  }
  return found;
}

/** The fewest words in a row that hold all the concepts a text speaks of, and how many these are. */
function window(found) {
  const wanted = new Set(found.filter((concept) => concept >= 0)).size;
  let best = Infinity;
  const last = new Map();
  found.forEach((concept, place) => {
    if (concept < 0) return;
    last.set(concept, place);
    if (last.size === wanted) best = Math.min(best, place - Math.min(...last.values()) + 1);
  });
  return { wanted, length: best };
}

/**
 * The clauses of an answer once their texts are known (`textOf` gives a clause's lead-in and words, or null): those
 * whose words stand close together come a little higher.
 */
export function refined(clauses, concepts, lexicon, textOf) {
  const scored = clauses.map((clause) => ({ ...clause, score: clause.score + closeness(textOf(clause), concepts, lexicon) }));
  return scored.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

/** The clauses that have all that stands in quotes, in this order and in any form of its words. */
export function quoting(clauses, phrases, lexicon, textOf) {
  const plain = (words) => ` ${words.map((word) => lexicon.family(word)).join(" ")} `;
  const quoted = phrases.map(plain);
  const says = (text) => text === null || quoted.every((phrase) => plain(terms(text)).includes(phrase));
  return clauses.filter((clause) => says(textOf(clause)));
}

function closeness(text, concepts, lexicon) {
  if (text === null || concepts.length < 2) return 0;
  const { wanted, length } = window(mentions(text, concepts, lexicon));
  return wanted < 2 ? 0 : (MIX.close * (wanted / concepts.length) * 2 * wanted) / (wanted + length);
}

/**
 * The clauses, which are best first, in two parts: those that answer nearly as well as the best, by policy; and the
 * others, by policy again and again, so that no policy's weak answers stand before another's good ones.
 */
export function grouped(clauses) {
  const groups = [];
  for (let rest = clauses; rest.length; ) {
    const line = rest[0].score * MIX.together;
    groups.push(byPolicy(rest.filter((clause) => clause.score >= line)));
    rest = rest.filter((clause) => clause.score < line);
  }
  const [best = [], ...others] = groups;
  return [best, joined(others.flat())];
}

/** Groups of which no two in a row are of one policy. */
function joined(groups) {
  const found = [];
  for (const group of groups) {
    const last = found.at(-1);
    if (last && last.school === group.school && last.policy === group.policy) last.clauses.push(...group.clauses);
    else found.push(group);
  }
  return found;
}

function byPolicy(clauses) {
  const groups = new Map();
  for (const clause of clauses) {
    const key = `${clause.school}/${clause.policy}`;
    if (!groups.has(key)) groups.set(key, { school: clause.school, policy: clause.policy, clauses: [] });
    groups.get(key).clauses.push(clause);
  }
  return [...groups.values()];
}
