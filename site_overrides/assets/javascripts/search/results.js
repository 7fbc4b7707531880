/** Results as elements built from text nodes: nothing of a page can become markup here. */

import { blocksOf, excerpt, headingOf, marked, occurrences, shownBlocks } from "./excerpt.js";
import { tokens } from "./tokens.js";
import { element } from "./words.js";

/** A result of the panel: one link that is also an option of its list. */
export function option(page, parts, base, index) {
  const result = read(page, parts);
  const [first] = result.places;
  const link = element("a", "nb-search__result");
  link.id = `nb-search-result-${index}`;
  link.href = address(page, base, result, first);
  link.setAttribute("role", "option");
  link.setAttribute("aria-selected", "false");
  link.tabIndex = -1;
  link.append(line("span", "nb-search__title", marked(page.title, result.phrases)));
  const where = element("span", "nb-search__where", place(page));
  const heading = first === undefined ? null : headingOf(result.blocks, first);
  if (heading) where.append(line("span", "nb-search__section", marked(heading.text, result.phrases)));
  link.append(where);
  if (first !== undefined) link.append(line("span", "nb-search__excerpt", excerpt(result.blocks, first, result.phrases)));
  const item = element("li");
  item.setAttribute("role", "presentation");
  item.append(link);
  return item;
}

/** A result of the search page: title, place, state of checks, key figures, and each word where it stands. */
export function card(page, parts, base) {
  const result = read(page, parts);
  const item = element("li", "nb-result");
  const title = element("h2", "nb-result__title");
  const link = line("a", "", marked(page.title, result.phrases));
  link.href = address(page, base, result, result.places[0]);
  title.append(link);
  item.append(title, facts(page));
  for (const at of result.places) item.append(passage(page, base, result, at));
  return item;
}

function read(page, parts) {
  const blocks = blocksOf(page);
  const found = occurrences(parts, page.title, blocks);
  return { blocks, found, phrases: found.map(({ words }) => words), places: shownBlocks(found, blocks) };
}

function facts(page) {
  const box = element("p", "nb-result__facts");
  const figures = page.figures.map(([label, text]) => `${label} ${text}`);
  for (const text of [place(page), ...figures, page.check].filter(Boolean)) box.append(element("span", "", text));
  return box;
}

function passage(page, base, result, at) {
  const box = element("p", "nb-result__passage");
  const heading = headingOf(result.blocks, at);
  if (heading) {
    const link = line("a", "nb-result__section", marked(heading.text, result.phrases));
    link.href = address(page, base, result, at);
    box.append(link);
  }
  box.append(line("span", "nb-result__excerpt", excerpt(result.blocks, at, result.phrases)));
  return box;
}

/** The page with the words to mark, at the heading over the block; a word of the title needs no heading. */
function address(page, base, { blocks, found }, at) {
  const url = new URL(page.raw_url.replace(/^\/+/, ""), base);
  for (const { text } of found) url.searchParams.append("h", text);
  const heading = at === undefined ? null : headingOf(blocks, at);
  if (heading && !found.every(({ titled }) => titled)) url.hash = heading.anchor;
  return url.href;
}

/** The region, unless the title says it. */
function place({ where, title }) {
  return tokens(title).join("").includes(tokens(where).join("")) ? "" : where;
}

function line(tag, className, pieces) {
  const box = element(tag, className);
  for (const { text, hit } of pieces) box.append(hit ? element("mark", "", text) : text);
  return box;
}
