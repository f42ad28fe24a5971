// The search box at the head of every page: suggestions, keys that lead to it, and on a phone the button that opens it.

import { combobox } from "./combobox.js";

const form = document.querySelector("[data-search-box]");
const KEYS = new Set(["/", "s", "f"]);
const KEYS_OFF = "clauseway.keys";

/** Whether single keys are the reader's own: in a field, or with another key held. */
function busy(event) {
  const field = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]");
  return field || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented;
}

/** Single keys can be switched off, on this device, on the help page. */
function keysOff() {
  try {
    return localStorage.getItem(KEYS_OFF) === "off";
  } catch {
    return false;
  }
}

/** The button on the help page that switches single keys off and on again. */
function keysSwitch(button) {
  const say = () => button.setAttribute("aria-pressed", String(keysOff()));
  button.addEventListener("click", () => {
    try {
      if (keysOff()) localStorage.removeItem(KEYS_OFF);
      else localStorage.setItem(KEYS_OFF, "off");
    } catch {
      // Storage may be switched off: the keys stay as they are.
    }
    say();
  });
  say();
  button.hidden = false;
}

document.querySelectorAll("[data-keys-switch]").forEach(keysSwitch);

if (form) {
  const input = form.querySelector('input[type="search"]');
  const scope = form.querySelector("select");
  const page = new URL(form.action);
  // What searches is fetched when the reader comes to the box: most who read a page never do.
  combobox(form, input, async () => {
    const [{ Source }, { suggester }] = await Promise.all([import("./load.js"), import("./suggest.js")]);
    return suggester(new Source(page), { root: new URL("..", page).href, scope: () => scope?.value ?? "" });
  });
  const opener = document.querySelector("[data-search-open]");
  opener?.addEventListener("click", (event) => {
    event.preventDefault();
    form.classList.add("search-box--open");
    input.focus();
  });
  form.addEventListener("focusout", (event) => {
    if (!form.contains(event.relatedTarget)) form.classList.remove("search-box--open");
  });
  // A form sends an empty choice too: the address is shorter without.
  form.addEventListener("submit", () => {
    if (scope && !scope.value) scope.disabled = true;
  });
}

addEventListener("keydown", (event) => {
  if (!KEYS.has(event.key) || busy(event) || keysOff()) return;
  const input = document.querySelector("#search-query") ?? form?.querySelector('input[type="search"]');
  if (!input) return;
  event.preventDefault();
  form?.classList.add("search-box--open");
  input.focus();
});
