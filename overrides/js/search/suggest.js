// What may be meant while one types: matters, policies and schools.

import { mattersOf, nearest } from "./answer.js";
import { concepts } from "./query.js";
import { terms } from "./words.js";

const MOST = 7;

/**
 * Fetch what suggestions need. Gives a function from what was typed to what may be meant. `scope` gives the slug of the
 * school that is searched, or "".
 */
export async function suggester(source, { root, scope }) {
  const [library, named] = await Promise.all([source.matters(), source.titles()]);
  return (typed) => suggestions(typed, library, named, { root, school: scope() });
}

/** What may be meant by what was typed so far, best first: `{ kind, words, url }`. */
function suggestions(typed, library, named, { root, school }) {
  const words = terms(typed);
  if (!words.length || typed.trim().length < 2) return [];
  const last = words.at(-1);
  const starts = (there) => words.every((word, place) => there.some((one) => (place === words.length - 1 ? one.startsWith(word) : one === word)));
  const schools = named.filter((one) => starts(one.words)).map((one) => ({ kind: "School", words: one.name, url: `${root}schools/${one.slug}/` }));
  const policies = named
    .filter((one) => !school || one.slug === school)
    .flatMap((one) => one.policies.filter((policy) => starts([...one.words, ...policy.words])).map(({ slug, title }) => ({ kind: one.name, words: title, url: `${root}schools/${one.slug}/${slug}/` })));
  const whole = library.lexicon.knows(last) ? words : [...words.slice(0, -1), library.lexicon.complete(last) ?? last];
  const matters = nearest(mattersOf(concepts(whole, library.lexicon), library))
    .filter((one) => Object.keys(one.matter.schools).length)
    .map(({ matter }) => ({ kind: "Matter", words: matter.title, url: `${root}search/?${new URLSearchParams({ q: matter.title, ...(school ? { school } : {}) })}` }));
  return [...schools.slice(0, 2), ...matters.slice(0, 4), ...policies.slice(0, 3), ...schools.slice(2)].slice(0, MOST);
}
