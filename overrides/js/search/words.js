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

// Sounds that are spelt in more than one way: what people write who spell by ear, and what is meant.
const SOUNDS = [["f", "ph"], ["ph", "f"], ["shun", "tion"], ["shun", "sion"], ["k", "ck"], ["k", "c"], ["c", "k"], ["c", "s"], ["s", "c"], ["s", "ss"],
  ["z", "s"], ["y", "i"], ["i", "y"], ["ee", "ea"], ["ea", "ee"], ["ie", "ei"], ["ei", "ie"], ["ite", "ight"], ["er", "or"], ["er", "re"], ["or", "our"], ["u", "ou"],
  ["n", "kn"], ["r", "wr"], ["j", "g"], ["sk", "sch"], ["able", "ible"], ["ent", "ant"], ["ant", "ent"], ["ence", "ance"], ["ance", "ence"]];

/** A word with each of its sounds spelt in another way, one at a time. */
function* respelt(word) {
  for (const [heard, meant] of SOUNDS) {
    for (let place = word.indexOf(heard); place >= 0; place = word.indexOf(heard, place + 1)) {
      yield word.slice(0, place) + meant + word.slice(place + heard.length);
    }
  }
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

/** The words that a site knows. */
export class Lexicon {
  /** `words` as the build gives them; words of schools are added with `add`. */
  constructor(words) {
    this.families = new Map();
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
    // The keys by which indexes list their postings.
    this.keys = [...words.forms.map((line) => line.split(" ")).map(([key, start]) => key || start), ...this.groups.map((group) => group.name)];
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
    return word.length > 3 && !/\d/.test(word) && !this.everyday.has(word) && !this.everyday.has(word.replace(/(?:es|s|ing|ed)$/, ""));
  }

  /**
   * The known word that a mistyped one stands for; null where none is near enough. `also` are further known words, and
   * `common` tells how often clauses have a family: of words as near as each other the commoner is meant.
   */
  correct(word, { also = [], common = () => 0 } = {}) {
    if (!this.#mistakable(word)) return null;
    if (!this.corrected.has(word)) {
      const heard = [...respelt(word)].find((one) => this.families.has(one));
      this.corrected.set(word, heard ?? this.#nearest(word, [...this.real, ...also], common));
    }
    return this.corrected.get(word);
  }

  #nearest(word, known, common) {
    const most = mistakes(word.length);
    let [best, least] = [null, most + 0.01];
    for (const meant of known) {
      if (Math.abs(meant.length - word.length) > most || meant.length < 4) continue;
      // People rarely get the first letter wrong.
      const start = meant[0] === word[0] ? 0 : 0.6;
      const cost = distance(word, meant, least) + start;
      const commoner = best !== null && cost === least && common(this.family(meant)) > common(this.family(best));
      if (cost < least || commoner) [best, least] = [meant, cost];
    }
    return best;
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
