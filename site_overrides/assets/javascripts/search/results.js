/** What the panel shows, as elements built from text nodes: nothing of a page can become markup here. */

import { excerpt, keysOf, plain, positions } from "./excerpt.js";
import { tokens } from "./tokens.js";

const TITLE_SPAN = 48; // positions that hold the title, as in plugins/nianbao/index_page.py
const VEIL = "\ua610"; // before each word of `meta`, as in that module: keeps it out of the index
const SENTENCE = 16; // words; shorter blocks are names and labels
const EXCERPTS = 2; // shown of one page: one word of the query each

export const notice = {
  loading: "正在载入搜索……",
  failed: "搜索没有载入成功，请检查网络后再输入一次，或按地区浏览。",
};

/** One sentence for the eye and the screen reader. */
export function status({ query, hits, shown, kind }) {
  if (!query) return "";
  if (hits.length === 0) return `没有找到“${query}”。`;
  if (shown.length === 0) return `找到 ${hits.length} 条，都不在所选的省份、年度里。`;
  const count = shown.length === hits.length ? `${hits.length}` : `${shown.length} / ${hits.length}`;
  if (kind === "near") return `没有完全相同的文字。下面 ${count} 条相近，开头或末尾的数字、字母可能只是一段。`;
  if (kind === "sentence") return `找到 ${count} 条，文字连续出现。`;
  return `找到 ${count} 条结果。`;
}

/** Advice where there is nothing to show: how to ask, and where to look without asking. */
export function help({ query, hits }, browse) {
  const box = document.createDocumentFragment();
  if (hits.length > 0) return box;
  const tips = element("ul", "nb-search__tips");
  tips.append(
    ...(query ? EMPTY : START).map(([text, example]) => {
      const item = element("li", "", text);
      if (example) item.append(exampleButton(example));
      return item;
    }),
  );
  const link = element("a", "nb-search__browse", "按地区浏览");
  link.href = browse;
  box.append(tips, link);
  return box;
}

const START = [
  ["机关、地名、年份，或报告里的任何一段原文", ""],
  ["空格隔开的词要同时出现：", "行政复议 2020"],
  ["引号里的文字要连续出现：", "“依申请公开”"],
  ["减号排除一个词：", "行政诉讼 -行政复议"],
];
const EMPTY = [
  ["少写几个字，只留地名或最要紧的词；去掉一个筛选条件", ""],
  ["地名请写现在的全称，例如“尧都区”；繁体字也可以", ""],
  ["数字要写全：80 不会找到 78.80 或 1804", ""],
];

function exampleButton(query) {
  const button = element("button", "nb-search__example", query);
  button.type = "button";
  button.dataset.query = query;
  return button;
}

/** One result: a link that is also an option of the list. */
export function option(page, parts, base, index) {
  const keys = keysOf(page.content);
  const found = parts.filter((part) => !part.exclude).map((part) => occurrence(part, keys));
  const phrases = found.map(({ words }) => words);
  const places = shownPlaces(found);
  const anchor = places.length > 0 ? headingBefore(page.anchors, places[0]) : null;

  const link = element("a", "nb-search__result");
  link.id = `nb-search-result-${index}`;
  link.href = address(page, base, found, anchor);
  link.setAttribute("role", "option");
  link.setAttribute("aria-selected", "false");
  link.tabIndex = -1;
  link.append(line("nb-search__title", plain(page.content.split("|", 1)[0], phrases)));
  const where = element("span", "nb-search__where", details(page));
  if (anchor) where.append(line("nb-search__section", plain(anchor.text)));
  link.append(where);
  for (const at of places.length > 0 ? places : [lead(keys, page.anchors)]) {
    link.append(line("nb-search__excerpt", excerpt(page.content, at, phrases)));
  }
  const item = element("li", "");
  item.setAttribute("role", "presentation");
  item.append(link);
  return item;
}

/** The reading of a part that a page has, and where: its first place in the text, -1 if only in the title. */
function occurrence(part, keys) {
  const readings = part.readings.map(({ text, words }) => {
    const [first] = positions(keys, words);
    const [inText] = positions(keys, words, TITLE_SPAN);
    return { text, words, present: first !== undefined, titled: first < TITLE_SPAN, at: inText ?? -1 };
  });
  return readings.find(({ present }) => present) ?? readings[0];
}

/** Words that the title does not have come first: the title is already on the card. */
function shownPlaces(found) {
  const inText = found.filter(({ at }) => at >= 0);
  const untitled = inText.filter(({ titled }) => !titled);
  const places = (untitled.length > 0 ? untitled : inText).map(({ at }) => at).sort((a, b) => a - b);
  return places.filter((at, i) => i === 0 || at - places[i - 1] > 40).slice(0, EXCERPTS);
}

/** Where the first paragraph begins: a block that is no heading and longer than a name. */
function lead(keys, anchors) {
  const headings = new Set(anchors.map(({ location }) => location));
  for (let at = TITLE_SPAN, end; (end = keys.indexOf("|", at)) >= 0; at = end + 1) {
    if (!headings.has(at) && end - at >= SENTENCE) return at;
  }
  return TITLE_SPAN;
}

function headingBefore(anchors, at) {
  const headings = anchors.filter(({ element: tag, location }) => /^h[1-6]$/.test(tag) && location <= at);
  return headings.at(-1) ?? null;
}

function address(page, base, found, anchor) {
  const url = new URL(page.raw_url.replace(/^\/+/, ""), base);
  for (const { text } of found) url.searchParams.append("h", text);
  const inTitleOnly = found.length === 1 && found[0].titled;
  if (anchor && !inTitleOnly) url.hash = anchor.id;
  return url.href;
}

/** What the title does not say of the page's year, region and authority. */
function details({ meta, content }) {
  const title = keysOf(content.split("|", 1)[0]).join("");
  const known = [meta.year, meta.region, meta.authority].map((text) => text?.replaceAll(VEIL, ""));
  return known.filter((text) => text && !title.includes(tokens(text).join(""))).join(" · ");
}

function line(className, pieces) {
  const box = element("span", className);
  for (const { text, hit } of pieces) box.append(hit ? element("mark", "", text) : text);
  return box;
}

function element(tag, className, text = "") {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}
