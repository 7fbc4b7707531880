/** What a result shows of its page: the words of the query where they stand, and the heading above. */

import { lettersOf, placesOf } from "./match.js";
import { tokens } from "./tokens.js";

const BEFORE = 22; // characters of context before a hit and in all: two lines on a phone
const LENGTH = 76;
const EXCERPTS = 3; // shown of one page: one for each word of the query
const SENTENCE = 16; // words; shorter blocks are names and labels
const FIGURE = /^[0-9d]+$/;

/** The blocks of a loaded page: { text, level, anchor, words }. */
export function blocksOf({ blocks }) {
  return blocks.map((block) => {
    const [level, anchor, text] = Array.isArray(block) ? block : [0, "", block];
    return { level, anchor, text, words: tokens(text) };
  });
}

/**
 * The parts of a query on a page: { words, text, titled, at }, in the reading that the page has; `at` is
 * the index of the first block with it, -1 if only the title has it.
 */
export function occurrences(parts, title, blocks) {
  const titleWords = tokens(title);
  return parts.filter((part) => !part.exclude).map((part) => {
    const readings = part.readings.map(({ text, words }) => ({
      text,
      words,
      titled: has(titleWords, words),
      at: blocks.findIndex((block) => has(block.words, words)),
    }));
    return readings.find(({ titled, at }) => titled || at >= 0) ?? readings[0];
  });
}

/** The blocks to show, words that the title does not have first: it is already on the card. */
export function shownBlocks(found, blocks) {
  const inText = found.filter(({ at }) => at >= 0);
  const untitled = inText.filter(({ titled }) => !titled);
  const places = new Set((untitled.length > 0 ? untitled : inText).map(({ at }) => at));
  if (found.some(({ titled }) => titled) && untitled.length === 0) return lead(blocks);
  return [...places].sort((a, b) => a - b).slice(0, EXCERPTS);
}

/** The heading over a block, or the block itself if it is one; null before the first. */
export function headingOf(blocks, at) {
  return blocks.slice(0, at + 1).findLast(({ level, anchor }) => level > 0 && anchor) ?? null;
}

/**
 * A block around its first hit as [{ text, hit }]: a figure behind the label of its row, and for a
 * heading, which is shown itself, the text below it.
 */
export function excerpt(blocks, at, phrases) {
  const shown = blocks[at].level > 0 && at + 1 < blocks.length ? at + 1 : at;
  const text = printed(blocks, shown);
  const hits = hitsOf(text, phrases);
  const begin = text.length <= LENGTH ? 0 : Math.max(0, Math.min((hits[0]?.[0] ?? 0) - BEFORE, text.length - LENGTH));
  const end = Math.min(text.length, begin + LENGTH);
  const pieces = cut(text, hits, begin, end);
  if (begin > 0) pieces.unshift({ text: "…", hit: false });
  if (end < text.length) pieces.push({ text: "…", hit: false });
  return pieces;
}

/** A whole text as [{ text, hit }]. */
export function marked(text, phrases) {
  return cut(text, hitsOf(text, phrases), 0, text.length);
}

/** The first sentence, else the first block, if there is any. */
function lead(blocks) {
  const first = blocks.findIndex(({ level, words }) => level === 0 && words.length >= SENTENCE);
  return [Math.max(0, first)].filter((at) => at < blocks.length);
}

function printed(blocks, at) {
  const isFigure = ({ words }) => words.length === 1 && FIGURE.test(words[0]);
  if (!isFigure(blocks[at])) return blocks[at].text;
  const label = blocks.slice(0, at).findLast((block) => !isFigure(block));
  return label ? `${label.text}：${blocks[at].text}` : blocks[at].text;
}

function hitsOf(text, phrases) {
  const letters = lettersOf({ data: text });
  const hits = phrases.flatMap((words) => placesOf(words, letters)).map(([first, last]) => [first.start, last.end]);
  return hits.sort(([a], [b]) => a - b);
}

function cut(text, hits, begin, end) {
  const pieces = [];
  let at = begin;
  const add = (to, hit) => {
    if (to > at) pieces.push({ text: text.slice(at, to), hit });
    at = Math.max(at, to);
  };
  for (const [start, stop] of hits) {
    if (start >= end) break;
    add(Math.min(start, end), false);
    add(Math.min(stop, end), true);
  }
  add(end, false);
  return pieces;
}

/** Whether a run of words stands in words. */
export function has(words, phrase) {
  for (let at = words.indexOf(phrase[0]); at >= 0; at = words.indexOf(phrase[0], at + 1)) {
    if (phrase.every((word, i) => words[at + i] === word)) return true;
  }
  return false;
}
