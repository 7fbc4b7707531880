/** The names that a query may mean: places, authorities, terms. Loaded for Latin letters and for typos. */

import { tokens } from "./tokens.js";

const SUFFIX = /(?:人民政府|街道办事处|办事处)$/;
const YEAR = /(?:19|20)[0-9]{2}年?.*$/;
const MANY = 12; // names that one reading may stand for; with more the letters say too little
const OFFERED = 5;
const SHORTEST = 3; // characters of a name in which one may be wrong: two leave nothing to go by

export class Names {
  #names;
  #places;
  #readings;

  constructor(catalogue, { terms, readings }) {
    this.#readings = new Map(Object.entries(readings).map(([character, read]) => [character, read.split(" ")]));
    this.#places = new Set(catalogue.places);
    const bodies = catalogue.authorities.flatMap(({ name }) => [
      name,
      name.replace(SUFFIX, ""),
      withoutPlaces(name, this.#places),
    ]);
    this.#names = [...new Set([...this.#places, ...terms, ...bodies])].filter((name) => name.length > 1);
  }

  /** The names that are read like the letters, else the beginnings of names that are: 桃尧 for taoyao. */
  read(letters) {
    const sounds = letters.replaceAll("v", "u");
    const begun = this.#names
      .map((name) => [name, this.#length([...name], sounds)])
      .filter(([, length]) => length > 1);
    const whole = begun.filter(([name, length]) => length === [...name].length);
    const texts = new Set((whole.length > 0 ? whole : begun).map(([name, length]) => [...name].slice(0, length).join("")));
    return texts.size <= MANY ? [...texts] : [];
  }

  /**
   * The names in which one character is another, missing, added, or changed places with the next; of the
   * text, or of what stands in it behind the places it begins with and before its year.
   */
  similar(text) {
    const typed = tokens(text.replace(YEAR, "")).join("");
    const texts = [typed, withoutPlaces(typed, this.#places)].map((wrong) => [...wrong]);
    const known = (name) => [...tokens(name).join("")];
    const isMeant = (name) => texts.some((wrong) => wrong.length >= SHORTEST && isOneSlip(wrong, known(name)));
    return this.#names.filter(isMeant).slice(0, OFFERED);
  }

  /** How many characters of a name the sounds are used up by; 0 if they are not. */
  #length(characters, sounds, at = 0) {
    if (sounds === "") return at;
    for (const reading of this.#readings.get(characters[at]) ?? []) {
      const length = sounds.startsWith(reading) && this.#length(characters, sounds.slice(reading.length), at + 1);
      if (length) return length;
    }
    return 0;
  }
}

/** What is left of an authority's name behind the places it begins with: 财政局. */
function withoutPlaces(name, places) {
  for (let length = name.length - 1; length > 1; length -= 1) {
    if (places.has(name.slice(0, length))) return withoutPlaces(name.slice(length), places);
  }
  return name;
}

/** Whether two lists of characters differ, and by one slip. */
function isOneSlip(a, b) {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const [one, other] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  const swapped = one.length === 2 && other.length === 2 && one[0] === other[1] && one[1] === other[0];
  return swapped || Math.max(one.length, other.length) === 1;
}
