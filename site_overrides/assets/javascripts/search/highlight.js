/**
 * Marks the words of `?h=` in the text of the opened page, without touching its elements (CSS Custom
 * Highlight API). A browser without it shows the page unmarked.
 */

import { normalise, tokens } from "./tokens.js";

const NAME = "nb-hit";
const AREA = ".md-content";
const BLOCKS = "p, li, td, th, h1, h2, h3, h4, h5, h6, dt, dd, caption, figcaption, summary, div";
const LETTER = /[0-9a-z]|[^\x00-\x7f]/;

export function mark(phrases) {
  const area = document.querySelector(AREA);
  if (!area || phrases.length === 0 || !globalThis.CSS?.highlights) return;
  const letters = lettersOf(area);
  const ranges = phrases.flatMap((phrase) => rangesOf(phrase, letters));
  if (ranges.length === 0) return;
  CSS.highlights.set(NAME, new Highlight(...ranges));
  reveal(ranges);
}

/** The letters and digits of the text in order, one UTF-16 unit each: { unit, node, start, end }. */
function lettersOf(area) {
  const walker = document.createTreeWalker(area, NodeFilter.SHOW_TEXT);
  const letters = [];
  let block = null;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const own = node.parentElement.closest(BLOCKS);
    if (own !== block) letters.push({ unit: "|", node, start: 0, end: 0 });
    block = own;
    letters.push(...lettersOfNode(node));
  }
  return letters;
}

function lettersOfNode(node) {
  const letters = [];
  let start = 0;
  for (const character of node.data) {
    const end = start + character.length;
    for (const plain of normalise(character).toLowerCase()) {
      if (!LETTER.test(plain) || tokens(plain).length === 0) continue;
      for (const unit of plain.split("")) letters.push({ unit, node, start, end });
    }
    start = end;
  }
  return letters;
}

function rangesOf(phrase, letters) {
  const words = tokens(phrase);
  const needle = words.map((word) => word.replace(/^([0-9]+)d([0-9]+)$/, "$1$2")).join("");
  if (!needle) return [];
  const text = letters.map(({ unit }) => unit).join("");
  const ranges = [];
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length)) {
    const last = at + needle.length - 1;
    if (joined(letters, at - 1) || joined(letters, last)) continue;
    const range = new Range();
    range.setStart(letters[at].node, letters[at].start);
    range.setEnd(letters[last].node, letters[last].end);
    ranges.push(range);
  }
  return ranges;
}

/** Whether a letter and the next belong to one number or one Latin word, which a phrase may not cut. */
function joined(letters, index) {
  const [one, next] = [letters[index], letters[index + 1]];
  if (!one || !next || one.node !== next.node) return false;
  const between = one.node.data.slice(one.end, next.start);
  const digits = /[0-9]/.test(one.unit) && /[0-9]/.test(next.unit);
  if (digits) return /^[.,，]?$/.test(between);
  return between === "" && /[a-z]/.test(one.unit) && /[a-z]/.test(next.unit);
}

/** Bring the first mark of the section that the address names into view. */
function reveal(ranges) {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  const below = ranges.find(
    ({ startContainer }) => target.compareDocumentPosition(startContainer) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  const top = below?.getBoundingClientRect().top;
  if (top > innerHeight * 0.8) scrollTo({ top: scrollY + top - innerHeight / 3, behavior: "instant" });
}
