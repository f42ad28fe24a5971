// What is searched for, as the address of the page says it; and what the reader searched for before, on this device.

export const FACETS = ["school", "audience", "topic", "duty", "kind", "review"];
const RECENT = "clauseway.searches";
const MOST_RECENT = 6;

/** The state that an address holds: `{ query, literal, everywhere, school, audience, topic, duty, kind, review }`. */
export function readState(search) {
  const given = new URLSearchParams(search);
  const state = { query: (given.get("q") ?? "").trim().slice(0, 200) };
  for (const facet of FACETS) state[facet] = given.get(facet) ?? "";
  return { ...state, literal: given.get("as") === "typed", everywhere: given.get("in") === "all" };
}

/** The query part of the address for a state. */
export function writeState(state) {
  const given = new URLSearchParams();
  if (state.query) given.set("q", state.query);
  for (const facet of FACETS) if (state[facet]) given.set(facet, state[facet]);
  if (state.literal) given.set("as", "typed");
  if (state.everywhere) given.set("in", "all");
  return `?${given}`;
}

/** Earlier searches, the last first; storage may be switched off. */
export function recent() {
  try {
    const kept = JSON.parse(localStorage.getItem(RECENT) ?? "[]");
    return Array.isArray(kept) ? kept.filter((one) => typeof one === "string").slice(0, MOST_RECENT) : [];
  } catch {
    return [];
  }
}

export function remember(query) {
  try {
    const kept = [query, ...recent().filter((one) => one !== query)].slice(0, MOST_RECENT);
    localStorage.setItem(RECENT, JSON.stringify(kept));
  } catch {
    // As above.
  }
}

export function forget() {
  try {
    localStorage.removeItem(RECENT);
  } catch {
    // As above.
  }
}
