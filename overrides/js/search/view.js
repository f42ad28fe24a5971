// The parts of the page, made of text only: nothing of a policy or a query can become markup.

/** An element with attributes and children; strings become text, null is left out. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

/** `1 clause`, `12 clauses`, `1 policy`, `2 policies`. */
export function counted(number, word) {
  const plural = word.endsWith("y") ? `${word.slice(0, -1)}ies` : `${word}s`;
  return `${number.toLocaleString("en-GB")} ${number === 1 ? word : plural}`;
}

const WORD = /[\p{L}\p{N}\p{M}]+(?:['’](?=[\p{L}\p{N}])[\p{L}\p{N}\p{M}]+)*/gu;

/** A text with the words marked that `found` (a list of concepts, one a word, -1 for none) says are asked for. */
export function marked(text, found) {
  const parts = [];
  let place = 0;
  let from = 0;
  for (const match of text.matchAll(WORD)) {
    // A possessive is one word to the search.
    const hit = (found[place] ?? -1) >= 0;
    place += 1;
    if (!hit) continue;
    if (match.index > from) parts.push(text.slice(from, match.index));
    parts.push(make("mark", {}, match[0]));
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push(text.slice(from));
  return joinedMarks(parts);
}

/** Marks with nothing but a space between them become one. */
function joinedMarks(parts) {
  const joined = [];
  for (const part of parts) {
    const [between, before] = [joined.at(-1), joined.at(-2)];
    if (part instanceof Element && typeof between === "string" && !between.trim() && before instanceof Element) {
      joined.pop();
      before.append(between, part.textContent);
    } else {
      joined.push(part);
    }
  }
  return joined;
}
