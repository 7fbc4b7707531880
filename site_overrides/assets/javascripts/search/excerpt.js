/**
 * Prints a page's indexed words as text again, around the words of a query.
 *
 * The index holds `桃 尧 镇, 2020 年` : one word and its signs at each position, `|` after each block; see
 * plugins/nianbao/index_page.py, which glues the signs on.
 */

const BEFORE = 16; // words of context before a hit and in all: two lines on a phone
const LENGTH = 64;
const BREAK = "|";
const SIGNS = /[^\p{L}\p{N}]/gu;
const WIDE = { ",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）" };
const OWN = { "`": "。", "\\": "、", "{": "“", "}": "”", "<": "《", ">": "》", "^": "" };

/** The words of a content by position, as a query has them; `|` where a block ends. */
export function keysOf(content) {
  return content.split(/\s+/).map((word) => (word === BREAK ? word : keyOf(word)));
}

/** Positions where a phrase begins, from `start` on. */
export function positions(keys, words, start = 0) {
  const found = [];
  for (let at = keys.indexOf(words[0], start); at >= 0; at = keys.indexOf(words[0], at + 1)) {
    if (words.every((word, i) => keys[at + i] === word)) found.push(at);
  }
  return found;
}

/** A block's words around a position as [{ text, hit }], hits being words that one of the phrases covers. */
export function excerpt(content, at, phrases) {
  const words = content.split(/\s+/);
  const begin = Math.max(words.lastIndexOf(BREAK, at) + 1, at - BEFORE);
  const stop = words.indexOf(BREAK, at);
  const end = Math.min(stop < 0 ? words.length : stop, begin + LENGTH);
  const pieces = marked(words.slice(begin, end), phrases);
  if (begin > 0 && words[begin - 1] !== BREAK) pieces.unshift({ text: "…", hit: false });
  if (end < words.length && words[end] !== BREAK) pieces.push({ text: "…", hit: false });
  return pieces;
}

/** Printed text of a title or heading as [{ text, hit }]. */
export function plain(content, phrases = []) {
  return marked(content.split(/\s+/).filter((word) => word && word !== BREAK), phrases);
}

function marked(words, phrases) {
  const keys = words.map(keyOf);
  const hits = new Set();
  for (const phrase of phrases) {
    for (const at of positions(keys, phrase)) phrase.forEach((_, i) => hits.add(at + i));
  }
  const pieces = [];
  words.forEach((word, i) => {
    const [lead, body, tail] = printed(word, words[i - 1], words[i + 1]);
    const inside = hits.has(i) && hits.has(i + 1);
    add(pieces, lead, hits.has(i) && hits.has(i - 1));
    add(pieces, body, hits.has(i));
    add(pieces, tail, inside);
  });
  return pieces;
}

function add(pieces, text, hit) {
  if (!text) return;
  if (pieces.at(-1)?.hit === hit) pieces.at(-1).text += text;
  else pieces.push({ text, hit });
}

/** [signs before, word, signs and space after] as printed. */
function printed(word, before, after) {
  const [, lead, body, tail] = word.match(/^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/u);
  const number = body.replace(/^([0-9]+)d([0-9]+)$/, "$1.$2");
  const next = after ?? "";
  const narrow = isAscii(keyOf(word)) && (next === "" || isAscii(keyOf(next)));
  const space = isAscii(body) && next && isAscii(keyOf(next)) && !tail.includes("^") ? " " : "";
  return [signs(lead, !before && isAscii(body)), number, signs(tail, narrow) + space];
}

function signs(text, narrow) {
  return [...text].map((sign) => OWN[sign] ?? (narrow ? sign : (WIDE[sign] ?? sign))).join("");
}

function keyOf(word) {
  return word.replace(SIGNS, "").toLowerCase();
}

function isAscii(text) {
  return /^[\x00-\x7f]*$/.test(text);
}
