// What a query asks for: concepts with all the words that may stand for them, and what else it tells.

import { MIX } from "./rank.js";
import { terms } from "./words.js";

const NUMBER = /^\d+(?:\.\d+)*\.?[a-z]?$|^[a-z]\d*(?:\.\d+)+$/i;

// The groups that stand for readers: a clause that binds them speaks of them, whatever its words.
const READERS = { "~staff": "st", "~teacher": "st", "~adult": "st", "~parent": "pa", "~pupil": "pu", "~my-child": "pu", "~governor": "go" };

/**
 * Understand a query. `schools` are those of the manifest. Gives
 *   concepts   what must be spoken of: `{ words, keys: Map(key → weight), all, soft }`; all: keys that count as the words
 *              themselves where a text has every one of them
 *   school     the school it names and does not search beyond, or null; numbers, phrases: clause numbers, and words in quotes
 *   asker, duty   who seems to ask, and for what
 *   typed, read   the words as typed and as read, where they differ in more than spelling variants
 */
export function understand(query, lexicon, schools, { literal = false, everywhere = false } = {}) {
  const phrases = [...query.matchAll(/["“”]([^"“”]+)["“”]/g)].map((match) => terms(match[1])).filter((some) => some.length);
  const school = namedSchool(query, lexicon, schools);
  const rest = school ? school.rest : query;
  const parts = rest.split(/\s+/).map((part) => ({ part, bare: part.replace(/[,;:?!()]|\.$/g, "") }));
  const numbers = parts.map(({ bare }) => bare).filter(isNumber);
  const typed = terms(parts.filter(({ bare }) => !numbers.includes(bare)).map(({ part }) => part).join(" "));
  const read = literal ? typed : typed.flatMap((word, place) => reading(word, typed, place, lexicon));
  return {
    concepts: concepts(read, lexicon),
    numbers,
    phrases,
    school: everywhere ? null : (school?.slug ?? null),
    asker: cue(lexicon.asks, read),
    duty: cue(lexicon.duties, read),
    typed,
    read,
    corrected: typed.join(" ") !== read.join(" ") && typed.some((word, place) => !lexicon.knows(word) && read[place] !== word),
  };
}

/** A clause number has a dot or stands alone; a bare number within a question is a word. */
function isNumber(part, _, parts) {
  return NUMBER.test(part) && (part.includes(".") || parts.length === 1);
}

/** A word as it is read: itself where it is known, else joined, divided or corrected. */
function reading(word, typed, place, lexicon) {
  const next = typed[place + 1];
  const before = typed[place - 1];
  if (next && joins(word, next, lexicon)) return [word + next];
  if (before && joins(before, word, lexicon)) return [];
  if (lexicon.knows(word)) return [word];
  const slip = lexicon.correct(word, 1);
  return slip ? [slip] : lexicon.split(word) ?? [lexicon.correct(word) ?? word];
}

/** Whether two words were typed for one: `cyber bullying`, `photo graph`. */
function joins(first, second, lexicon) {
  const both = first + second;
  return both.length > 6 && !lexicon.stop.has(first) && !lexicon.stop.has(second) && lexicon.families.has(both);
}

/** The audience or duty whose phrases the words have. */
function cue(table, words) {
  const text = ` ${words.join(" ")} `;
  const found = Object.entries(table).find(([, phrases]) => phrases.some((phrase) => text.includes(` ${phrase} `)));
  return found ? found[0] : null;
}

/** The school that a query names, and the query without its name. */
function namedSchool(query, lexicon, schools) {
  const parts = query.split(/\s+/);
  const words = parts.flatMap((part, place) => terms(part).map((word) => ({ word, place })));
  let best = null;
  for (const school of schools) {
    for (const name of school.called) {
      const wanted = name.split(" ");
      const start = words.findIndex((_, place) => wanted.every((word, offset) => same(words[place + offset]?.word, word, lexicon)));
      if (start >= 0 && (!best || wanted.length > best.end - best.start)) best = { school, start, end: start + wanted.length };
    }
  }
  if (!best) return null;
  const [start, end] = widened(best, words);
  const named = new Set(words.slice(start, end).map(({ place }) => place));
  return { slug: best.school.slug, rest: parts.filter((_, place) => !named.has(place)).join(" ") };
}

/** What else of a school's name in full stands beside the part of it that was found: "Whitchurch primary school". */
function widened({ school, start, end }, words) {
  const whole = new Set(terms(school.name));
  while (whole.has(words[end]?.word)) end += 1;
  while (whole.has(words[start - 1]?.word)) start -= 1;
  return [start, end];
}

/** Whether a typed word is the word of a name, a letter wrong at most in a long one. */
function same(typed, name, lexicon) {
  if (typed === name) return true;
  return Boolean(typed) && name.length >= 7 && Math.abs(typed.length - name.length) <= 1 && !lexicon.knows(typed) && lexicon.resembles(typed, name);
}

/** The concepts that words speak of: the longest phrases that stand for something, and single words. */
export function concepts(words, lexicon) {
  const families = words.map((word) => (lexicon.stop.has(word) ? `.${word}` : lexicon.family(word)));
  const plain = words.map((word) => lexicon.family(word));
  const found = [];
  for (let place = 0; place < words.length; ) {
    const length = longest(plain, families, place, lexicon);
    if (length || !families[place].startsWith(".")) {
      found.push(concept(words, plain, place, Math.max(length, 1), lexicon));
    }
    place += Math.max(length, 1);
  }
  return merged(found);
}

/** Length of the longest phrase that starts at a place; a single word of no matter is none. */
function longest(plain, families, place, lexicon) {
  for (let length = Math.min(lexicon.longest, plain.length - place); length > 0; length -= 1) {
    if (length === 1 && families[place].startsWith(".")) return 0;
    if (lexicon.phrases.has(plain.slice(place, place + length).join(" "))) return length;
  }
  return 0;
}

function concept(words, plain, place, length, lexicon) {
  const span = plain.slice(place, place + length);
  const keys = new Map();
  const add = (key, weight) => keys.set(key, Math.max(weight, keys.get(key) ?? 0));
  const own = span.filter((_, offset) => !lexicon.stop.has(words[place + offset]));
  for (const key of own) add(key, length === 1 ? 1 : MIX.part);
  for (const group of lexicon.phrases.get(span.join(" ")) ?? []) {
    add(group.name, length === 1 ? MIX.same : MIX.phrase);
    if (READERS[group.name]) add(`@${READERS[group.name]}`, MIX.bound);
    for (const wider of group.wider) add(lexicon.groups[wider].name, MIX.wider);
    for (const near of group.near) add(lexicon.groups[near].name, MIX.near);
  }
  const soft = own.every((key) => lexicon.soft.has(key));
  const role = [...keys.keys()].some((key) => key.startsWith("@"));
  return { words: words.slice(place, place + length), keys, all: own.length > 1 ? own : [], soft, role };
}

/** Each concept once. */
function merged(found) {
  const once = new Map();
  for (const one of found) once.set([...one.keys.keys()].sort().join(" "), one);
  return [...once.values()];
}
