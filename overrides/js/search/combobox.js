// A search box that suggests while one types: matters, policies and schools. Enter searches for what was typed.

import { mattersOf } from "./answer.js";
import { concepts } from "./query.js";
import { terms } from "./words.js";
import { counted, make } from "./view.js";

const MOST = 7;
let boxes = 0;

/** What may be meant by what was typed so far, best first: `{ kind, words, url }`. */
export function suggestions(typed, library, named, { root, school }) {
  const words = terms(typed);
  if (!words.length || typed.trim().length < 2) return [];
  const last = words.at(-1);
  const starts = (there) => words.every((word, place) => there.some((one) => (place === words.length - 1 ? one.startsWith(word) : one === word)));
  const schools = named.filter((one) => starts(one.words)).map((one) => ({ kind: "School", words: one.name, url: `${root}schools/${one.slug}/` }));
  const policies = named
    .filter((one) => !school || one.slug === school)
    .flatMap((one) => one.policies.filter((policy) => starts([...one.words, ...policy.words])).map(({ slug, title }) => ({ kind: one.name, words: title, url: `${root}schools/${one.slug}/${slug}/` })));
  const whole = library.lexicon.knows(last) ? words : [...words.slice(0, -1), library.lexicon.complete(last) ?? last];
  const matters = mattersOf(concepts(whole, library.lexicon), library)
    .filter((one) => Object.keys(one.matter.schools).length)
    .map(({ matter }) => ({ kind: "Matter", words: matter.title, url: `${root}search/?${new URLSearchParams({ q: matter.title, ...(school ? { school } : {}) })}` }));
  return [...schools.slice(0, 2), ...matters.slice(0, 4), ...policies.slice(0, 3), ...schools.slice(2)].slice(0, MOST);
}

/** Make a combobox of the text field of a form. `scope` gives the slug of the school that is searched, or "". */
export function combobox(form, input, source, { root, scope }) {
  boxes += 1;
  const id = `suggestions-${boxes}`;
  const list = make("ul", { id, role: "listbox", "aria-label": "Suggestions", class: "search-suggestions", hidden: true });
  const said = make("span", { class: "unseen", role: "status" });
  form.append(list, said);
  for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-controls": id, "aria-expanded": "false" })) input.setAttribute(name, value);
  let ready = null;
  let active = -1;

  const options = () => [...list.children];
  const close = () => {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const choose = (place) => {
    active = place;
    options().forEach((option, index) => option.setAttribute("aria-selected", String(index === place)));
    if (place < 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", options()[place].id);
    options()[place]?.scrollIntoView({ block: "nearest" });
  };
  const open = (found) => {
    list.replaceChildren(...found.map((one, place) => {
      const option = make("li", { role: "option", id: `${id}-${place}`, "aria-selected": "false", "data-url": one.url }, make("span", {}, one.words), " ", make("small", {}, one.kind));
      option.addEventListener("pointerdown", (event) => event.preventDefault());
      option.addEventListener("click", () => location.assign(one.url));
      return option;
    }));
    list.hidden = !found.length;
    active = -1;
    input.setAttribute("aria-expanded", String(found.length > 0));
    input.removeAttribute("aria-activedescendant");
    said.textContent = found.length ? counted(found.length, "suggestion") : "";
  };
  /** Nothing is fetched before the reader comes to the box. */
  const prepare = async () => {
    ready ??= Promise.all([source.open([]), source.titles()]).catch(() => {
      ready = null;
      return null;
    });
    return ready;
  };

  input.addEventListener("focus", prepare);
  input.addEventListener("input", async () => {
    const typed = input.value;
    const there = await prepare();
    if (!there || typed !== input.value) return;
    open(suggestions(typed, there[0], there[1], { root, school: scope() }));
  });
  input.addEventListener("keydown", (event) => {
    const number = options().length;
    if ((event.key === "ArrowDown" || event.key === "ArrowUp") && !list.hidden && number) {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      choose(active + step >= number ? -1 : active + step < -1 ? number - 1 : active + step);
    } else if (event.key === "Enter" && active >= 0) {
      event.preventDefault();
      location.assign(options()[active].dataset.url);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    }
  });
  input.addEventListener("blur", close);
  form.addEventListener("submit", close);
}
