// Prepares a page for paper: its name, school and review in the margins, nothing folded, the address and the day.

const article = document.querySelector("article");
const foot = article.querySelector(".address");
const words = (element) => element?.textContent.replace(/\s+/g, " ").trim() ?? "";

/** `text` as a string of CSS. */
const quoted = (text) => `"${text.replace(/["\\]/g, "\\$&")}"`;

/** The margins of each page. They differ from page to page of the site, so no file can hold them. */
function runningHeads() {
  const school = foot?.dataset.of ?? "";
  const review = words(article.querySelector(".glance .review dd"));
  const font = "font: 8.5pt sans-serif; color: #444;";
  const boxes = [
    ["top-left", [school, words(article.querySelector("h1"))].filter(Boolean).join(" · ")],
    ["top-right", review && `Next review: ${review}`],
  ];
  const rules = boxes.filter(([, text]) => text).map(([box, text]) => `@${box} { content: ${quoted(text)}; ${font} }`);
  const sheet = new CSSStyleSheet({ media: "print" });
  sheet.replaceSync(`@page { ${rules.join(" ")} }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

let folded = [];
addEventListener("beforeprint", () => {
  folded = [...article.querySelectorAll("details:not([open], .others)")];
  for (const one of folded) one.open = true;
  const day = new Date().toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
  if (!foot) return;
  foot.querySelector(".printed-on").textContent = ` on ${day}`;
  foot.querySelector(".where").textContent = location.origin + location.pathname;
});
addEventListener("afterprint", () => {
  for (const one of folded) one.open = false;
});
if ("adoptedStyleSheets" in document) runningHeads();
