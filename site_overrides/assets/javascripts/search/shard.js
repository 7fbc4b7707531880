/** One part of the archive: its Pagefind index, and what its pages show. */

import { Bundle } from "./bundle.js";
import { blocksOf, has } from "./excerpt.js";
import { once, unpackJson } from "./store.js";
import { tokens } from "./tokens.js";

export const PRESENT = 1; // flags of a page: it has the phrase
export const HEADING = 2; // and in a heading
const HEADING_SPAN = 128; // positions of headings, and pages of a part, as in plugins/nianbao/search_shard.py
const PART = 512;

// Of a longer phrase a few words are asked for first: where only few pages have them, or no more than there are
// words left, these are read, and the index of the other words is not loaded. Best are rare words, which these
// characters are not.
const LONG = 4;
const PROBE = 3;
const FEW = 5;
const COMMON = new Set(
  "的一是在不了有和人中大为上以要时用到作地于出分对成会可主发年动同工也能下过面方后多定行法所民得经与等件条月日" +
    "政府信息公开申请机关本度报告情况例规部门依数量单位第项及其他无网站制务新全加强推进实内容理处办室镇乡街道区县市",
);

export class Shard {
  #bundle;
  #places;
  #page;

  /** `count` pages, the first of which has the number `start` in the catalogue; `folder` below `root`. */
  constructor(root, { folder, pages }, start) {
    const url = new URL(`${folder}/`, root);
    this.start = start;
    this.count = pages;
    this.#bundle = new Bundle(root, folder);
    this.#places = once(() => unpackJson(new URL("places.bin", url)));
    this.#page = once((number) => unpackJson(new URL(`pages/${number}.bin`, url)));
  }

  /** The numbers of its pages in the catalogue. */
  get pages() {
    return Array.from({ length: this.count }, (_, at) => this.start + at);
  }

  /** What the page with a number of the catalogue shows. */
  page(number) {
    return this.#page(number - this.start);
  }

  /** The flags of the shard's pages for a phrase of words. */
  async phrase(words) {
    const few = words.length > LONG ? await this.#few(words) : null;
    return few ? this.#read(few, words) : this.#flags(words);
  }

  /** The few pages that may have a long phrase; null where they are many. */
  async #few(words) {
    let flags = new Uint8Array(this.count).fill(PRESENT);
    let left = words.length;
    for (const window of windows(words)) {
      flags = intersection([flags, await this.#flags(window)]);
      left -= PROBE;
      const pages = [...flags.keys()].filter((page) => flags[page]);
      if (pages.length <= Math.max(FEW, left)) return pages;
    }
    return null;
  }

  /** The flags as Pagefind gives them. */
  async #flags(words) {
    const [places] = await Promise.all([this.#places(), this.#bundle.open()]);
    const parts = Array.from({ length: Math.ceil((this.count + places.length) / PART) }, (_, part) => part);
    const phrases = parts.map((part) => `"${words.map((word) => written(word, part)).join(" ")}"`);
    const results = await Promise.all(phrases.map((phrase) => this.#bundle.search(phrase)));
    const flags = new Uint8Array(this.count);
    for (const { id, words: positions } of results.flat()) {
      const number = Number(id);
      const flag = positions.some((at) => at < HEADING_SPAN) ? PRESENT | HEADING : PRESENT;
      if (number < this.count) flags[number] |= flag;
      else mark(flags, places[number - this.count], flag);
    }
    return flags;
  }

  /** The flags as the text of some pages gives them. */
  async #read(pages, words) {
    const flags = new Uint8Array(this.count);
    for (const page of await Promise.all(pages.map(async (number) => ({ number, ...(await this.#page(number)) })))) {
      const blocks = [{ level: 0, words: tokens(page.title) }, ...blocksOf(page)].filter((block) => has(block.words, words));
      for (const { level } of blocks) flags[page.number] |= level > 0 ? PRESENT | HEADING : PRESENT;
    }
    return flags;
  }
}

/** A word of a part of the pages, as it is written for Pagefind. */
function written(word, part) {
  return `${/^[0-9a-z]/.test(word) ? word : `0x${word.codePointAt(0).toString(16)}`}p${part}`;
}

/** The pieces of a phrase that are likely to be the rarest: two, more of a long one; none where all words are common. */
function windows(words) {
  const common = (at) => words.slice(at, at + PROBE).filter((word) => COMMON.has(word) || /^[0-9]{1,2}$/.test(word)).length;
  const starts = Array.from({ length: words.length - PROBE + 1 }, (_, at) => at).sort((a, b) => common(a) - common(b));
  const chosen = [];
  for (const start of starts.filter((at) => common(at) < PROBE)) {
    if (chosen.every((other) => Math.abs(start - other) >= PROBE)) chosen.push(start);
  }
  return chosen.slice(0, Math.max(2, words.length / LONG / 2)).map((at) => words.slice(at, at + PROBE));
}

/** Mark the pages of a block that many have: gap to the stretch before and length, in turns. */
function mark(flags, gaps, flag) {
  for (let i = 0, end = 0; i < gaps.length; i += 2) {
    const start = end + gaps[i];
    end = start + gaps[i + 1];
    for (let page = start; page < end; page += 1) flags[page] |= flag;
  }
}

export function intersection(many) {
  return many.reduce((one, other) => one.map((flag, page) => flag & other[page]));
}
