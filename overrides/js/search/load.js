// Fetches what the search needs, each file once; the names of all but the list change with their content.

import { Library } from "./answer.js";
import { Lexicon, terms } from "./words.js";

/** `folder` is the address of the search page, ending in a slash. */
export class Source {
  constructor(folder) {
    this.folder = new URL("data/", folder);
    this.fetched = new Map();
    this.list = null;
    this.library = null;
    this.titled = null;
  }

  /** The schools that there are, each as an object; the list is asked for anew by every page. */
  async manifest() {
    const list = await this.#json("manifest.json", { cache: "no-cache" });
    this.list ??= {
      ...list,
      schools: list.schools.map(([slug, name, called, file, size]) => ({ slug, name, called, file, size })),
    };
    return this.list;
  }

  /** The schools with their words and policies, each `{ slug, title, words }`: what may be suggested by name. */
  async titles() {
    const list = await this.manifest();
    const { policies } = await this.#json(list.titles);
    this.titled ??= list.schools.map((school, place) => ({
      ...school,
      words: terms(school.name),
      policies: policies[place].map(([slug, title]) => ({ slug, title, words: terms(title) })),
    }));
    return this.titled;
  }

  /** The library with the shards of some schools (slugs) in it. */
  async open(schools) {
    const list = await this.manifest();
    const wanted = list.schools.filter((school) => schools.includes(school.slug) && !this.library?.schools.has(school.slug));
    const [words, matters, ...shards] = await Promise.all([list.words, list.matters, ...wanted.map((school) => school.file)].map((file) => this.#json(file)));
    this.library ??= new Library(new Lexicon(words), matters);
    for (const shard of shards) if (!this.library.schools.has(shard.school)) this.library.add(shard);
    return this.library;
  }

  /** Fetch the postings of all that may stand for what is asked (see query.js). */
  async seek(concepts) {
    const { slices, schools } = await this.manifest();
    const wanted = this.library.slicesOf(concepts);
    const found = await Promise.all(wanted.map((slice) => this.#json(slices[slice])));
    found.forEach((one, place) => this.library.take(wanted[place], one, schools));
  }

  /** The library with all words by which people ask for matters. */
  async matters() {
    const list = await this.manifest();
    const [library, { known }] = await Promise.all([this.open([]), this.#json(list.asked)]);
    library.matterIndex.take(library.lexicon.keys, known);
    return library;
  }

  /** The texts of a policy: `{ clauses, shared }`. */
  texts(file) {
    return this.#json(file);
  }

  #json(file, options) {
    if (!this.fetched.has(file)) {
      const answer = fetch(new URL(file, this.folder), options).then((response) => {
        if (!response.ok) throw new Error(`${file}: ${response.status}`);
        return response.json();
      });
      // What failed is asked for again the next time.
      answer.catch(() => this.fetched.delete(file));
      this.fetched.set(file, answer);
    }
    return this.fetched.get(file);
  }
}
