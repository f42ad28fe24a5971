// Cuts the list of changes to those since the start of the school year, as of the reading day. The list is whole without it.

const list = document.querySelector("ul.recent[data-year-starts]");

/** The first day of the school year that `day` lies in, as 2026-09-01; `starts` is its month and day. */
function yearStart(day, starts) {
  const year = day.getFullYear();
  const today = [year, day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  return `${today >= `${year}-${starts}` ? year : year - 1}-${starts}`;
}

function inWords(date) {
  const noon = new Date(`${date}T12:00:00`);
  return noon.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
}

function cut() {
  const since = yearStart(new Date(), list.dataset.yearStarts);
  const earlier = [...list.children].filter((entry) => entry.querySelector("time").dateTime < since);
  const heading = document.getElementById("changed");
  heading.textContent = `Changed since ${inWords(since)}`;
  if (!earlier.length) return;
  for (const entry of earlier) entry.hidden = true;
  if (earlier.length === list.children.length) {
    list.before(Object.assign(document.createElement("p"), { textContent: "Nothing has changed since then." }));
  }
  const more = Object.assign(document.createElement("button"), {
    type: "button",
    className: "recent-earlier",
    textContent: "Show earlier changes",
  });
  more.addEventListener("click", () => {
    for (const entry of earlier) entry.hidden = false;
    heading.textContent = "What changed lately";
    more.remove();
    earlier[0].querySelector("a").focus();
  });
  list.after(more);
}

if (list) cut();
