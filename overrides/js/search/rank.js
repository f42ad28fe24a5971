// Which clauses answer: how much of what is asked each speaks of, in its words and by the matters it rules on.

// How the parts of a score are weighed; measured on graded queries (tests/measure/search.py).
export const MIX = {
  // What a word that may stand for another counts, beside 1 for the word itself.
  same: 0.62,
  part: 0.4,
  bound: 0.78,
  wider: 0.34,
  near: 0.42,
  bare: 0.44,
  // What a concept of no matter of its own, and one that names a reader, counts beside others.
  soft: 0.28,
  softly: 0.35,
  role: 0.8,
  rare: 0.88,
  unheard: 0.79,
  // The share of the matter in a clause's score, and from how many concepts it is reached.
  matter: 0.37,
  manyAsked: 1.95,
  matterEnough: 0.33,
  matterNear: 0.8,
  about: 0.06,
  asker: 0.07,
  duty: 0.08,
  // What words that stand close together add, at most.
  close: 0.13,
  // The share of the best score from which a clause is one of the best answers.
  closeToBest: 0.58,
  // The score from which there is an answer, and the share of the best from which a clause is shown.
  enough: 0.27,
  unsaid: 0.36,
  spoken: 0.75,
  rival: 0.7,
  ofBest: 0.24,
};
// The weight (of 15) of a word that stands once in a clause of usual length; more counts only a little more.
export const ONCE = 7;
const AT_MOST = 1.3;

/** An index by key: `{ size, find(key) → pairs of place and weight from 0 to 1 }`. */
export class Index {
  constructor(postings, size, more = {}) {
    this.postings = { ...postings, ...more };
    this.size = size;
    this.read = new Map();
  }

  find(key) {
    if (!this.read.has(key)) {
      let place = -1;
      const pairs = (this.postings[key] ?? []).map((one) => [(place += one >> 4), Math.min((one & 15) / ONCE, AT_MOST)]);
      this.read.set(key, pairs);
    }
    return this.read.get(key);
  }

  count(key) {
    return this.postings[key]?.length ?? 0;
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
  const total = new Float32Array(index.size);
  const best = new Float32Array(index.size);
  for (const concept of concepts) {
    best.fill(0);
    for (const [key, weight] of concept.keys) {
      for (const [place, there] of index.find(key)) {
        if (weight * there > best[place]) best[place] = weight * there;
      }
    }
    for (let place = 0; place < index.size; place += 1) total[place] += concept.weight * best[place];
  }
  return total;
}
