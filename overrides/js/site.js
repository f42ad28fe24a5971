// On every page: the button that changes the colours, the menu, and the contents that follow the reader.

const root = document.documentElement;
const KEY = "clauseway.scheme";

/** A button that is pressed while the colours are dark; the choice stays on this device. */
function colours(button) {
  const device = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.scheme ?? (device.matches ? "dark" : "light")) === "dark";
  const show = () => button.setAttribute("aria-pressed", String(isDark()));
  button.addEventListener("click", () => {
    root.dataset.scheme = isDark() ? "light" : "dark";
    try {
      localStorage.setItem(KEY, root.dataset.scheme);
    } catch {
      // Storage may be switched off: the choice lasts as long as the page.
    }
    show();
  });
  device.addEventListener("change", show);
  show();
  button.hidden = false;
}

/** The menu is shut by Escape, by a choice in it, and by going elsewhere. */
function menu(details) {
  const summary = details.querySelector("summary");
  details.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !details.open) return;
    details.open = false;
    summary.focus();
  });
  details.addEventListener("click", (event) => {
    if (event.target.closest("a")) details.open = false;
  });
  const leave = (event) => {
    if (details.open && event.target instanceof Node && !details.contains(event.target)) details.open = false;
  };
  document.addEventListener("pointerdown", leave);
  document.addEventListener("focusin", leave);
}

/** The heading that is being read is marked in the contents, and the mark is kept in view there. */
function follow(rail) {
  const links = new Map();
  for (const link of rail.querySelectorAll(".contents a")) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (heading) links.set(heading, link);
  }
  let marked = null;
  const mark = () => {
    const line = parseFloat(getComputedStyle(root).scrollPaddingTop || "0") + 32;
    let here = null;
    for (const [heading, link] of links) {
      if (!heading.hidden && heading.getBoundingClientRect().top <= line) here = link;
    }
    if (here === marked) return;
    marked?.removeAttribute("aria-current");
    here?.setAttribute("aria-current", "true");
    marked = here;
    if (!here) return;
    const box = here.getBoundingClientRect();
    const frame = rail.getBoundingClientRect();
    if (box.top < frame.top || box.bottom > frame.bottom) rail.scrollTop += box.top - frame.top - frame.height / 3;
  };
  let waiting = false;
  const soon = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      mark();
    });
  };
  addEventListener("scroll", soon, { passive: true });
  addEventListener("resize", soon, { passive: true });
  mark();
}

const button = document.querySelector(".scheme");
if (button) colours(button);
const details = document.querySelector(".menu");
if (details) menu(details);
const rail = document.querySelector(".rail[data-follows]");
if (rail) follow(rail);
