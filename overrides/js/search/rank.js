// Which clauses answer: how much of what is asked each speaks of, in its words and by the matters it rules on.

// How the parts of a score are weighed; measured on graded queries (tests/measure/search.py).
export const MIX = {
  // What counts beside 1 for the word itself: another word of its group, another word for a phrase, a word of a phrase,
  // a clause that binds the reader who is named, a wider group, a group near to it; and how much less these count where
  // one word is asked.
  same: 0.58,
  phrase: 0.5,
  part: 0.12,
  bound: 0.6,
  wider: 0.27,
  near: 0.48,
  bare: 0.38,
  // What a concept of no matter of its own counts (among clauses, and among matters), one that names a reader, and one
  // that nothing here has; and how much rarity tells.
  soft: 0.29,
  softly: 0.37,
  role: 0.8,
  unheard: 0.82,
  rare: 0.81,
  // The share of the matters in a clause's score, and from how many concepts it is reached; which matters count: from
  // which score, from which score the best of them counts in full, how many, how much less the less they fit, and how
  // many times as much those that bind who seems to ask; and the share of the best from which one is shown to choose.
  matter: 0.45,
  manyAsked: 1.58,
  matterEnough: 0.33,
  matterSure: 0.5,
  mattersMost: 30,
  sharp: 3.28,
  askers: 1.1,
  shown: 0.4,
  // What is added where a policy is about what is asked, where a clause binds who seems to ask, or binds as is asked;
  // and at most where the words stand close together.
  about: 0.06,
  asker: 0.09,
  duty: 0.08,
  close: 0.17,
  // The score from which there is an answer, the share of the best from which a clause is shown, and the share of the
  // best of those left from which clauses stand together.
  enough: 0.27,
  ofBest: 0.19,
  together: 0.81,
  // When the best clause is no answer: what it has of the words, what score of a matter means too little and for how
  // many concepts at most, what score means a matter surely, and likely, and how near another must then be on which
  // something is said; and how much less than it is meant the best clauses must have of what stands elsewhere, and how
  // many they are.
  wordless: 0.16,
  vague: 0.7,
  fewAsked: 3,
  unsaid: 1,
  likely: 0.9,
  rival: 0.9,
  rivalOfLess: 0.62,
  apart: 0.5,
  best: 5,
};
// The weight (of 15) of a word that stands once in a clause of usual length; more counts only a little more.
export const ONCE = 7;
const AT_MOST = 1.3;

/** One text of a posting, as the build writes them: its distance from the one before, and a letter for its weight. */
export const posting = (distance, weight) => `${distance === 1 ? "" : distance}${String.fromCharCode(96 + weight)}`;

/** Postings by key of a list that has them in the order of some keys. */
export const keyed = (keys, list) => Object.fromEntries(list.map((one, place) => [keys[place], one]).filter(([, one]) => one));

/**
 * An index by key: `{ size, find(key) → pairs of place and weight from 0 to 1 }`. Texts `beside` the others stand after
 * them, and tell nothing of how rare a word is.
 */
export class Index {
  constructor(postings, size, beside = 0) {
    this.postings = postings;
    this.size = size;
    this.places = size + beside;
    this.read = new Map();
  }

  /** Take further postings, those of `keys` in their order. */
  take(keys, list) {
    Object.assign(this.postings, keyed(keys, list));
    for (const key of keys) this.read.delete(key);
  }

  find(key) {
    if (!this.read.has(key)) {
      let place = -1;
      const written = (Object.hasOwn(this.postings, key) ? this.postings[key] : "").matchAll(/(\d*)([a-z])/g);
      this.read.set(key, Array.from(written, ([, distance, letter]) => [(place += Number(distance || 1)), Math.min((letter.charCodeAt() - 96) / ONCE, AT_MOST)]));
    }
    return this.read.get(key);
  }

  count(key) {
    const found = this.find(key);
    return this.places === this.size ? found.length : found.filter(([place]) => place < this.size).length;
  }
}

/** What a concept tells: the fewer texts speak of it, the more. */
function rarity(keys, indexes) {
  const size = indexes.reduce((sum, index) => sum + index.size, 0);
  let count = 0;
  for (const [key, weight] of keys) {
    count = Math.max(count, weight * indexes.reduce((sum, index) => sum + index.count(key), 0));
  }
  return (Math.log(1 + (size - count + 0.5) / (count + 0.5)) / Math.log(1 + size / 0.5)) ** MIX.rare;
}

function factor(concept, hard, indexes, soft) {
  if (![...concept.keys.keys()].some((key) => indexes.some((index) => index.count(key)))) return MIX.unheard;
  if (!hard) return 1;
  if (concept.role) return MIX.role;
  return concept.soft ? soft : 1;
}

/** Concepts with their weights, which add up to 1, and the share of them that decides whether there is an answer. */
export function weighed(concepts, indexes, soft = MIX.soft) {
  const hard = concepts.some((concept) => !concept.soft);
  const raw = concepts.map((concept) => rarity(concept.keys, indexes) * factor(concept, hard, indexes, soft));
  const sum = raw.reduce((total, one) => total + one, 0) || 1;
  return concepts.map((concept, place) => ({ ...concept, raw: raw[place], weight: raw[place] / sum }));
}

/** For each place of an index that speaks of any concept: how much of all that is asked it has, from 0 to 1. */
export function scores(concepts, index) {
  const total = new Float32Array(index.places);
  const best = new Float32Array(index.places);
  for (const concept of concepts) {
    best.fill(0);
    for (const [key, weight] of concept.keys) {
      for (const [place, there] of index.find(key)) {
        if (weight * there > best[place]) best[place] = weight * there;
      }
    }
    for (const [place, there] of together(concept.all, index)) {
      if (there > best[place]) best[place] = there;
    }
    for (let place = 0; place < index.places; place += 1) total[place] += concept.weight * best[place];
  }
  return total;
}

/** How much one place of an index has of each concept, from 0 to a little above 1. */
export function parts(concepts, index, place) {
  const there = (key) => index.find(key).find(([one]) => one === place)?.[1] ?? 0;
  return concepts.map(({ keys, all }) => {
    const whole = all.length ? Math.min(...all.map(there)) : 0;
    return Math.max(whole, ...[...keys].map(([key, weight]) => weight * there(key)));
  });
}

/** The places that have all of some keys, with the weight of the one that tells least there. */
function together(keys, index) {
  if (!keys.length) return [];
  const [first, ...others] = keys.map((key) => new Map(index.find(key)));
  return [...first].map(([place, there]) => [place, Math.min(there, ...others.map((other) => other.get(place) ?? 0))]);
}
