// Says of a policy whose review date has passed that it has. The page states the date alone.

import { countDues, today } from "./reading-day.js";

for (const review of document.querySelectorAll(".due[data-due]")) {
  if (review.dataset.due >= today) continue;
  review.textContent = review.dataset.past;
  review.classList.add("past");
}

for (const door of document.querySelectorAll(".review-news")) {
  const past = countDues(door.dataset.dues, (day) => day < today);
  if (!past) continue;
  const link = document.createElement("a");
  link.href = `${door.querySelector("a").getAttribute("href")}?group=overdue`;
  link.textContent = past === 1 ? "1 is past its review date." : `${past.toLocaleString("en")} are past their review date.`;
  door.append(" ", link);
}
