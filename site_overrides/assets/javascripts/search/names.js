/** The names that a query may mean: places, authorities, terms. Loaded for Latin letters and for typos. */

import { tokens } from "./tokens.js";

const SUFFIX = /(?:人民政府|街道办事处|办事处)$/;
const YEAR = /(?:19|20)[0-9]{2}年?.*$/;
const OF_YEAR = /((?:19|20)[0-9]{2})(?:年度?)?/;
const REPORT = /(?:政府信息公开)?(?:工作)?(?:年度?)?(?:报告?)?$/;
const KIND = /(?:特别行政区|[壮回]族自治区|维吾尔自治区|自治[区州县旗]|地区|街道|[省市区县旗盟镇乡])$/;
const MANY = 12; // names that one reading may stand for; with more the letters say too little
const OFFERED = 5;
const SHORTEST = 3; // characters of a name in which one may be wrong: two leave nothing to go by

export class Names {
  #names;
  #places;
  #called; // what a place is called, 杭州 or 杭州市 → its name
  #readings;

  constructor(catalogue, { terms, readings }) {
    this.#readings = new Map(Object.entries(readings).map(([character, read]) => [character, read.split(" ")]));
    this.#places = new Set(catalogue.places);
    const short = [...this.#places].map((name) => [name.replace(KIND, ""), name]).filter(([called]) => called.length > 1);
    this.#called = new Map([...short, ...[...this.#places].map((name) => [name, name])]);
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
   * The words in which reports say what people call an authority and its report, in a list; none where the
   * text is anything else: 杭州西湖区政府2023年报 → 杭州市 西湖区人民政府 2023.
   */
  meant(text) {
    const typed = tokens(text).join("");
    const places = [];
    let left = typed.replace(OF_YEAR, "").replace(REPORT, "");
    for (let length = left.length; length > 1; length -= 1) {
      const place = this.#called.get(left.slice(0, length));
      if (!place) continue;
      places.push(place);
      left = left.slice(length);
      length = left.length + 1;
    }
    const isGovernment = places.length > 0 && /^(?:人民)?政府$/.test(left);
    if (isGovernment) places.push(`${places.pop()}人民政府`);
    else if (left && !this.#names.includes(left)) return [];
    const words = [...places, isGovernment ? "" : left, OF_YEAR.exec(typed)?.[1]].filter(Boolean);
    return words.length > 0 ? [words.join(" ")] : [];
  }

  /**
   * The names in which one character is another, missing, added, or changed places with the next; of the
   * text, or of what stands in it behind the places it begins with and before its year. Not those that have
   * the text whole: it occurs where they do.
   */
  similar(text) {
    const typed = tokens(text.replace(YEAR, "")).join("");
    const texts = [typed, withoutPlaces(typed, this.#places)].map((wrong) => [...wrong]);
    const known = (name) => [...tokens(name).join("")];
    const isMeant = (name) =>
      !tokens(name).join("").includes(typed) &&
      texts.some((wrong) => wrong.length >= SHORTEST && isOneSlip(wrong, known(name)));
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
