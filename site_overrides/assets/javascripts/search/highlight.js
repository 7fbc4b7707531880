/**
 * Marks the words of `?h=` in the text of the opened page, without touching its elements (CSS Custom
 * Highlight API). A browser without it shows the page unmarked.
 */

import { lettersOf, placesOf } from "./match.js";
import { tokens } from "./tokens.js";

const NAME = "nb-hit";
const AREA = ".md-content";
const BLOCKS = "p, li, td, th, h1, h2, h3, h4, h5, h6, dt, dd, caption, figcaption, summary, div";

/** Mark the phrases; return their ranges in the order of the page. */
export function mark(phrases) {
  const area = document.querySelector(AREA);
  if (!area || phrases.length === 0 || !globalThis.CSS?.highlights) return [];
  const letters = lettersIn(area);
  const ranges = phrases.flatMap((phrase) => placesOf(tokens(phrase), letters).map(rangeOf));
  if (ranges.length > 0) CSS.highlights.set(NAME, new Highlight(...ranges));
  return ranges.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b));
}

/** The letters of the text in order, with a sign where a block ends: no phrase crosses it. */
function lettersIn(area) {
  const walker = document.createTreeWalker(area, NodeFilter.SHOW_TEXT);
  const letters = [];
  let block = null;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const own = node.parentElement.closest(BLOCKS);
    if (own !== block) letters.push({ unit: "|", source: node, start: 0, end: 0 });
    block = own;
    letters.push(...lettersOf(node));
  }
  return letters;
}

function rangeOf([first, last]) {
  const range = new Range();
  range.setStart(first.source, first.start);
  range.setEnd(last.source, last.end);
  return range;
}
