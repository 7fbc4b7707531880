/**
 * What a query asks for: a space joins words that must all occur, quotes make one phrase, a minus sign
 * excludes. Every word is a contiguous run of the words of `tokens.js`; punctuation in it is ignored.
 */

import { tokens } from "./tokens.js";
import { readings } from "./traditional.js";

// A quotation mark is one only around whole words: “政府开放日”活动 is a piece of a sentence.
const PIECE = /([-－−])?["“”„＂「『]([^"“”„＂」』]*)(?:["“”„＂」』](?=\s|$)|$)|([-－−])?(\S+)/gu;
const PASTED_LENGTH = 16; // characters; nobody types that much without meaning the sentence
const SURE = 2; // words that must remain of such a sentence when its edges are left out
const LONGEST = 64; // words; a longer phrase finds nothing more exactly, only more slowly

/**
 * A part is { readings, exclude }, a reading { text, words }: the part as typed, then simplified.
 * `sentence` is the whole query as one phrase where it looks like a piece of a report, else null: its
 * printed spaces (2020 年) must not tear it apart.
 */
export function parse(query) {
  const parts = pieces(query);
  const wanted = parts.filter((part) => !part.exclude);
  if (wanted.length === 0) return { parts: parts.map(include), sentence: null };
  return { parts, sentence: looksPasted(query, parts) ? part(query) : null };
}

/** A long part without a first and last number or Latin word, which may be cut; null if nothing is to try. */
export function withoutCutEdges(part) {
  const cut = part.readings.map(({ words }) => reading(trimmed(words)));
  const shorter = cut.some(({ words }, i) => words.length < part.readings[i].words.length);
  const long = part.readings[0].text.trim().length >= PASTED_LENGTH;
  const enough = long && cut.every(({ words }) => words.length >= SURE);
  return shorter && enough ? { ...part, readings: cut } : null;
}

/**
 * Where parts are Latin letters, a function that adds to them the texts that `read(letters)` gives: names
 * so spelt. Letters typed with spaces (tao yao zhen) are one name. Null where there are no letters.
 */
export function withReadings(parts) {
  const joined = parts.reduce((done, one) => {
    const last = done.at(-1);
    if (!last || !isLetters(last) || !isLetters(one)) return [...done, one];
    return [...done.slice(0, -1), { ...last, apart: [...(last.apart ?? [last]), one] }];
  }, []);
  if (!joined.some(isLetters)) return null;
  return (read) => joined.flatMap((one) => (isLetters(one) ? namesIn(one.apart ?? [one], read) : [one]));
}

/** Words of letters as names, each of as many words as possible: beijing | chao yang qu. */
function namesIn(words, read) {
  if (words.length === 0) return [];
  for (let count = words.length; count > 0; count -= 1) {
    const names = read(words.slice(0, count).map(lettersOf).join(""));
    if (names.length === 0) continue;
    const spelt = names.flatMap((name) => part(name).readings.slice(0, 1));
    const readings = count > 1 ? spelt : [...spelt, ...words[0].readings];
    return [{ ...words[0], readings }, ...namesIn(words.slice(count), read)];
  }
  return [words[0], ...namesIn(words.slice(1), read)];
}

function isLetters(one) {
  return !one.exclude && !one.quoted && /^[a-z' ]{2,}$/i.test(one.readings[0].text.normalize("NFKD").replace(/[\u0300-\u036f]/g, ""));
}

function lettersOf(one) {
  return one.readings[0].words.join("");
}

/** The parts broken where letters or digits meet other characters, quoted ones left whole; each once. */
export function loose(parts) {
  const broken = parts.flatMap((one) =>
    one.exclude || one.quoted ? [one] : pieces(one.readings.at(-1).text.replace(/([0-9a-z.,]+)/gi, " $1 ")),
  );
  return each(broken, ({ readings, exclude }) => `${exclude} ${readings[0].words.join(" ")}`);
}

/** At most `most` pairs of neighbouring words of the wanted parts, from all of them, each as a part of its own. */
export function units(parts, most) {
  const wanted = parts.filter((one) => !one.exclude).map((one) => one.readings.at(-1).words);
  const pairs = wanted.flatMap((words) => (words.length < 2 ? [words] : words.slice(1).map((word, i) => [words[i], word])));
  const different = each(pairs, (words) => words.join(" "));
  const step = Math.ceil(different.length / most);
  return different.filter((_, i) => i % step === 0).map((words) => ({ exclude: false, readings: [reading(words)] }));
}

/** One of all that have the same key. */
function each(all, keyOf) {
  return [...new Map(all.map((one) => [keyOf(one), one])).values()];
}

function reading(words) {
  return { words, text: words.join(" ").replace(/\b([0-9]+)d([0-9]+)\b/g, "$1.$2") };
}

function pieces(query) {
  return [...query.matchAll(PIECE)]
    .map(([, no, quoted, minus, bare]) => ({ ...part(quoted ?? bare, Boolean(no ?? minus)), quoted: quoted !== undefined }))
    .filter((piece) => piece.readings.length > 0);
}

function part(text, exclude = false) {
  const read = readings(text).map((reading) => ({
    text: reading,
    words: tokens(reading).slice(0, LONGEST),
  }));
  return { exclude, readings: read.filter((reading) => reading.words.length > 0) };
}

function include(piece) {
  return { ...piece, exclude: false };
}

function looksPasted(query, parts) {
  if (parts.length < 2 || parts.some(({ exclude, quoted }) => exclude || quoted)) return false;
  if (query.trim().length < PASTED_LENGTH) return false;
  return (
    /[，。；：、！？（）《》]|[^\x00-\x7f]\s+[0-9A-Za-z]|[0-9A-Za-z]\s+[^\x00-\x7f]/u.test(query) ||
    parts.some((piece) => piece.readings[0].words.length === 1)
  );
}

function trimmed(words) {
  const cuttable = (word) => /^[0-9a-z]+$/.test(word);
  const number = (word) => /^[0-9]+$/.test(word);
  let end = words.length;
  if (cuttable(words[end - 1])) end -= 1;
  while (end < words.length && number(words[end]) && number(words[end - 1])) end -= 1; // 1,2 of 1,204
  return words.slice(cuttable(words[0]) ? 1 : 0, end);
}
