// What a query's words are: forms and spellings of one word, mistyped words, and words that stand for one another.
// The tables come from the build (scripts/clauseway/search), which reads the clauses in the same way.

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** The words of a text in order, lower case: `It's the teacher's e-mail` gives `its the teacher e mail`. */
export function terms(text) {
  const plain = text.normalize("NFC").toLowerCase().replace(/['’]s(?![\p{L}\p{N}])/gu, "");
  return plain.replace(/(?<=[\p{L}\p{N}])['’](?=[\p{L}\p{N}])/gu, "").match(WORD) ?? [];
}

// Keys of a keyboard and those beside them: a slip of the finger is a smaller mistake than another letter.
const BESIDE = {
  q: "wa", w: "qeas", e: "wrsd", r: "etdf", t: "ryfg", y: "tugh", u: "yihj", i: "uojk", o: "ipkl", p: "ol",
  a: "qwsz", s: "awedxz", d: "serfcx", f: "drtgvc", g: "ftyhbv", h: "gyujnb", j: "huikmn", k: "jiolm", l: "kop",
  z: "asx", x: "zsdc", c: "xdfv", v: "cfgb", b: "vghn", n: "bhjm", m: "njk",
};
const VOWELS = "aeiouy";

/** What it costs to read `typed` as `meant`. */
function slip(typed, meant) {
  if (typed === meant) return 0;
  if (BESIDE[typed]?.includes(meant)) return 0.8;
  return VOWELS.includes(typed) && VOWELS.includes(meant) ? 0.8 : 1;
}

/** How far `typed` is from `meant`: letters missing, too many, wrong or swapped; above `most` any number above it. */
export function distance(typed, meant, most) {
  const width = meant.length + 1;
  let before = [];
  let above = Array.from({ length: width }, (_, column) => column);
  for (let row = 1; row <= typed.length; row += 1) {
    const here = [row];
    let least = row;
    for (let column = 1; column < width; column += 1) {
      const [letter, other] = [typed[row - 1], meant[column - 1]];
      const doubled = letter === typed[row - 2] ? 0.6 : 1;
      const missed = other === meant[column - 2] ? 0.6 : 1;
      let cost = Math.min(above[column] + doubled, here[column - 1] + missed, above[column - 1] + slip(letter, other));
      const swapped = row > 1 && column > 1 && letter === meant[column - 2] && typed[row - 2] === other;
      if (swapped && letter !== other) cost = Math.min(cost, before[column - 2] + 0.7);
      here.push(cost);
      if (cost < least) least = cost;
    }
    if (least > most) return least;
    [before, above] = [above, here];
  }
  return above[width - 1];
}

/** How many mistakes a word of this length may have. */
const mistakes = (length) => (length < 4 ? 0 : length < 5 ? 1 : length < 8 ? 1.3 : 2.1);

// How sounds may be spelt: one spelling for each, in the order in which they are read.
const SOUNDS = [[/ph/g, "f"], [/gh(?=t)|gh$/g, ""], [/^kn/, "n"], [/wr/g, "r"], [/s?c(?=[eiy])/g, "s"], [/[ts]ion|shun/g, "shn"], [/c?[kq]|ch(?=r)|c(?!h)/g, "k"],
  [/z/g, "s"], [/x/g, "ks"], [/dge?|g(?=[eiy])/g, "j"], [/(.)\1/g, "$1"]];
const SOFT = /(?<=.)[aeiouyhw]/g;

/** A word as one might write who has only heard it, and its consonants alone. */
const heard = (word) => {
  const sounds = SOUNDS.reduce((written, [spelt, sound]) => written.replace(spelt, sound), word);
  return [sounds, sounds.replace(SOFT, "")];
};

// What a spelling costs that sounds the same, and how much less mistakes cost where all consonants sound the same.
const BY_EAR = 0.3;
const IN_VOWELS = 0.6;
// People rarely get the first letter wrong.
const FIRST = 0.6;

/** What it costs to read a whole word as another, each with what is heard of it; above `most` any number above it. */
function cost(typed, meant, most, [sounds, consonants], [others, same]) {
  if (Math.abs(meant.length - typed.length) > 3) return Infinity;
  if (consonants !== same) return distance(typed, meant, most) + (meant[0] === typed[0] ? 0 : FIRST);
  const far = most + IN_VOWELS;
  const seen = distance(typed, meant, far) + (meant[0] === typed[0] ? 0 : FIRST);
  return Math.min(seen, distance(sounds, others, far) + (others[0] === sounds[0] ? 0 : FIRST) + BY_EAR) - IN_VOWELS;
}

// What a regular form may end in, and what the word ends in then.
const ENDINGS = [["ies", "y"], ["ied", "y"], ["es", ""], ["s", ""], ["ed", ""], ["ed", "e"], ["ing", ""], ["ing", "e"], ["er", ""], ["er", "e"],
  ["ers", ""], ["ers", "e"], ["ly", ""], ["", "s"], ["", "es"], ["", "ed"], ["", "ing"], ["e", "ing"], ["e", "ed"], ["y", "ies"]];

/** The words of which a word may be a form: `photographing` gives `photograph`, `banned` gives `ban`. */
function* bases(word) {
  for (const [ending, instead] of ENDINGS) {
    if (!word.endsWith(ending)) continue;
    const base = word.slice(0, word.length - ending.length);
    if (base.length < 3) continue;
    yield base + instead;
    if (ending && !instead && base.at(-1) === base.at(-2)) yield base.slice(0, -1);
  }
}

/** The keys of families by their lines: of key, beginning and endings. */
export const keysOf = (lines) => lines.map((line) => line.split(" ")).map(([key, start]) => key || start);

// What stands for the first slice of the index.
const FIRST_SLICE = "0".charCodeAt(0);

/** The words that a site knows. */
export class Lexicon {
  /** `words` as the build gives them; words of schools are added with `add`. */
  constructor(words) {
    this.families = new Map();
    this.sounds = new Map();
    this.real = [];
    this.stop = new Set(words.stop.split(" "));
    this.soft = new Set(words.soft.split(" "));
    this.everyday = new Set(words.everyday.split(" "));
    this.asks = words.asks;
    this.duties = words.duties;
    this.groups = words.groups.map(([name, phrases, wider, near]) => ({ name, phrases, wider, near }));
    this.byName = new Map(this.groups.map((group) => [group.name, group]));
    this.phrases = new Map();
    this.longest = 1;
    for (const group of this.groups) for (const phrase of group.phrases) this.#phrase(phrase, group);
    this.add(words.forms);
    // The keys by which indexes list their postings, and those that lie in each slice of them.
    this.keys = [...keysOf(words.forms), ...this.groups.map((group) => group.name)];
    this.sliceOf = new Map(this.keys.map((key, place) => [key, words.slices.charCodeAt(place) - FIRST_SLICE]));
    this.slices = [];
    for (const [key, slice] of this.sliceOf) (this.slices[slice] ??= []).push(key);
  }

  #phrase(phrase, group) {
    this.phrases.set(phrase, [...(this.phrases.get(phrase) ?? []), group]);
    this.longest = Math.max(this.longest, phrase.split(" ").length);
  }

  /** Add the forms of further words: lines of key, beginning and endings. */
  add(lines) {
    for (const line of lines) {
      const [key, start, endings] = line.split(" ");
      for (const ending of endings.split(",")) {
        this.families.set(start + ending, key || start);
        this.real.push(start + ending);
      }
    }
    this.corrected = new Map();
  }

  knows(word) {
    return this.stop.has(word) || this.#known(word) !== null;
  }

  /** The key of a word: what all its forms share. An unknown word is its own. */
  family(word) {
    return this.#known(word) ?? word;
  }

  /** The key of a word or of a known word of which it is a regular form; null where there is none. */
  #known(word) {
    if (this.families.has(word)) return this.families.get(word);
    if (word.length < 4) return null;
    const base = [...bases(word)].find((one) => this.families.has(one));
    return base === undefined ? null : this.families.get(base);
  }

  /** Whether a word that is not known may be a mistake at all. */
  #mistakable(word) {
    return word.length > 3 && !/\d/.test(word) && !this.everyday.has(word) && !this.everyday.has(word.replace(/s$/, ""));
  }

  /**
   * The known word that a mistyped one stands for, the nearest; null where none is near enough: `most` is how many
   * mistakes there may be.
   */
  correct(word, most = mistakes(word.length)) {
    if (!this.#mistakable(word)) return null;
    if (!this.corrected.has(word)) this.corrected.set(word, this.#nearest(word));
    const { meant, cost } = this.corrected.get(word);
    return cost <= most ? meant : null;
  }

  /** Whether a word may stand for a name, with mistakes. */
  resembles(word, name) {
    const most = mistakes(word.length);
    return this.#mistakable(word) && cost(word, name, most, heard(word), heard(name)) <= most;
  }

  #nearest(word) {
    const found = { meant: null, cost: mistakes(word.length) + 0.01 };
    const sounds = heard(word);
    for (const meant of this.real) {
      if (meant.length < 4) continue;
      const here = cost(word, meant, found.cost, sounds, this.#heard(meant));
      if (here < found.cost) Object.assign(found, { meant, cost: here });
    }
    return found;
  }

  /** What is heard of a known word. */
  #heard(word) {
    if (!this.sounds.has(word)) this.sounds.set(word, heard(word));
    return this.sounds.get(word);
  }

  /** The first known word that goes on as a word begins; null where there is none. */
  complete(start) {
    return this.real.find((word) => word.length > 2 && word.startsWith(start)) ?? null;
  }

  /** The two known words that were typed as one; null where there are none. */
  split(word) {
    for (let cut = 3; cut <= word.length - 3; cut += 1) {
      const [first, second] = [word.slice(0, cut), word.slice(cut)];
      if (this.families.has(first) && this.families.has(second)) return [first, second];
    }
    return null;
  }
}
