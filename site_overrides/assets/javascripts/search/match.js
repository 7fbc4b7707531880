/** Where a phrase stands in a printed text: across signs, spaces and widths, never cutting a number. */

import { normalise, tokens } from "./tokens.js";

const LETTER = /[0-9a-z]|[^\x00-\x7f]/;

/** The letters and digits of a source (a string's { data } or a text node), one UTF-16 unit each. */
export function lettersOf(source) {
  const letters = [];
  let start = 0;
  for (const character of source.data) {
    const end = start + character.length;
    for (const plain of normalise(character).toLowerCase()) {
      if (!LETTER.test(plain) || tokens(plain).length === 0) continue;
      for (const unit of plain.split("")) letters.push({ unit, source, start, end });
    }
    start = end;
  }
  return letters;
}

/** The places of a phrase of words as [first letter, last letter]. */
export function placesOf(words, letters) {
  const needle = words.map((word) => word.replace(/^([0-9]+)d([0-9]+)$/, "$1$2")).join("");
  if (!needle) return [];
  const text = letters.map(({ unit }) => unit).join("");
  const places = [];
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length)) {
    const last = at + needle.length - 1;
    if (!joined(letters, at - 1) && !joined(letters, last)) places.push([letters[at], letters[last]]);
  }
  return places;
}

/** Whether a letter and the next belong to one number or one Latin word, which a phrase may not cut. */
function joined(letters, index) {
  const [one, next] = [letters[index], letters[index + 1]];
  if (!one || !next || one.source !== next.source) return false;
  const between = one.source.data.slice(one.end, next.start);
  const digits = /[0-9]/.test(one.unit) && /[0-9]/.test(next.unit);
  if (digits) return /^[.,，]?$/.test(between);
  return between === "" && /[a-z]/.test(one.unit) && /[a-z]/.test(next.unit);
}
