// The day on which a page is read: what is overdue is decided on it, never when the page is made.

const iso = (date) => [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((n) => String(n).padStart(2, "0")).join("-");

/** The reading day as the device has it, like 2026-03-29. */
export const today = iso(new Date());

/** The day some days after it. */
export function daysAhead(days) {
  const date = new Date();
  date.setDate(date.getDate() + days);
  return iso(date);
}

/** How many policies of "2024-03-31:2 2026-12-31:1" fall due on days that pass a test. */
export function countDues(dues, test) {
  return dues
    .split(" ")
    .map((part) => part.split(":"))
    .filter(([day]) => day && test(day))
    .reduce((sum, [, number]) => sum + Number(number), 0);
}
