// A search box that suggests while one types. Enter searches for what was typed.

import { counted, make } from "./view.js";

let boxes = 0;

/** Make a combobox of the text field of a form. `load` fetches what gives suggestions, see suggest.js. */
export function combobox(form, input, load) {
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
    ready ??= load().catch(() => {
      ready = null;
      return null;
    });
    return ready;
  };

  input.addEventListener("focus", prepare);
  input.addEventListener("input", async () => {
    const typed = input.value;
    const suggest = await prepare();
    if (suggest && typed === input.value) open(suggest(typed));
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
