// What the answers can be narrowed by, with how many there are of each.

export const AUDIENCES = { staff: "Staff", parents: "Parents and carers", pupils: "Pupils", governors: "Governors" };
export const DUTIES = { must: "Must", must_not: "Must not", should: "Should", should_not: "Should not", may: "May", none: "No rule" };
export const REVIEWS = { overdue: "Past its review date", soon: "Due in 90 days", later: "Due later", unstated: "Not stated" };
const SOON = 90;

/** Where a review stands on a day (both ISO 8601): a date counts as its last day. */
export function reviewStatus(date, today) {
  if (!date) return "unstated";
  const [year, month, day] = date.split("-").map(Number);
  const end = day ? Date.UTC(year, month - 1, day) : month ? Date.UTC(year, month, 0) : Date.UTC(year, 11, 31);
  const days = Math.round((end - Date.parse(`${today}T00:00:00Z`)) / 86400000);
  if (days < 0) return "overdue";
  return days <= SOON ? "soon" : "later";
}

/** Today where the reader is, as ISO 8601. */
export function today() {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** What a clause is, facet by facet: the values under which it is counted. */
export function valuesOf(clause, library, day) {
  const shard = library.schools.get(clause.school);
  const [, duty, audiences, fits] = shard.clauses[clause.place];
  const [, , kind, , review] = shard.policies[clause.policy];
  const topics = fits.map((fit) => library.topicOf(shard.matters[fit >> 4]));
  return {
    school: [clause.school],
    audience: Object.keys(AUDIENCES).filter((one) => audiences.split(" ").includes(one.slice(0, 2))),
    topic: [...new Set(topics)],
    duty: [duty || "none"],
    kind: [kind],
    review: [reviewStatus(review, day)],
  };
}

const fits = (values, state, but) => Object.keys(values).every((facet) => facet === but || !state[facet] || values[facet].includes(state[facet]));

/** The clauses that fit all that is chosen; and for each facet the number of those that would, by value. */
export function narrowed(clauses, state, library, day) {
  const all = clauses.map((clause) => ({ clause, values: valuesOf(clause, library, day) }));
  const counts = {};
  for (const facet of ["school", "audience", "topic", "duty", "kind", "review"]) {
    counts[facet] = new Map();
    for (const { values } of all.filter((one) => fits(one.values, state, facet))) {
      for (const value of values[facet]) counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1);
    }
  }
  return { clauses: all.filter((one) => fits(one.values, state, "")).map((one) => one.clause), counts };
}
