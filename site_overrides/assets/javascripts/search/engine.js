/**
 * Answers queries from the index. Loaded when the search is first used.
 *
 * A phrase is looked up in every shard that has a page with the filters chosen; joining and excluding are
 * done by the pages' numbers, so that they are exact for every kind of query.
 */

import { Asking } from "./asking.js";
import { Catalogue } from "./catalogue.js";
import { certain, inOrder, namedIn } from "./certain.js";
import { blocksOf } from "./excerpt.js";
import { Names } from "./names.js";
import { loose, parse, units, withReadings, withoutCutEdges } from "./query.js";
import { ranked } from "./ranking.js";
import { HEADING, PRESENT, Shard, intersection } from "./shard.js";
import { once, unpackJson } from "./store.js";
import { tokens } from "./tokens.js";

const VERIFIED = 60; // pages read in full, at most, to prove a query with cut edges; each is some 4 kB
const SIMILAR = 50; // pages offered at most where none has the whole query
const MOST = 0.6; // share of a query's pairs of words that such a page must have
const PAIRS = 12; // of them at most
const WORDS = 8; // asked for apart at most: who types more means a sentence

/** Load the catalogue of the index below `base` (URL of the site's root, with a slash at its end). */
export async function open(base) {
  const folder = new URL("pagefind/", base);
  return new Engine(folder, new Catalogue(await unpackJson(new URL("catalogue.bin", folder))));
}

class Engine {
  #shards = [];
  #file;
  #names;

  constructor(folder, catalogue) {
    this.catalogue = catalogue;
    this.#file = once((name) => unpackJson(new URL(name, folder)));
    this.#names = once(async () => new Names(catalogue, await this.#file("names.bin")));
    let start = 0;
    for (const shard of catalogue.shards) {
      this.#shards.push(new Shard(folder, shard, start));
      start += shard.pages;
    }
  }

  /**
   * Return { hits, reference, parts, kind, unsearched }: the hits in order, each { page, flags, load() },
   * the parts to mark in them, and how they match: "words", "sentence" (the query as one phrase) or "near"
   * (its edges may be cut). `hits` are reports, `reference` the site's own pages. Only shards with pages that
   * have all values of `chosen` are asked; hits may have others. `unsearched` are the years of which a shard
   * has not answered; throws where none has. Before all are asked, `early` may be called once with an answer
   * that has the first hits, and `soFar`, how many are known; it is waited for.
   */
  async search(query, chosen = {}, early = null) {
    const { parts, sentence } = parse(query);
    const asking = this.#asking(chosen);
    if (parts.length === 0) return this.#answer([], [], "words", asking);
    const found = sentence && (await this.#sentence(sentence, asking, early));
    return found ?? this.#words(await this.#read(parts), asking, early);
  }

  /**
   * What may help where nothing was found: { candidates, alone, similar }. Candidates are what the query may
   * mean, or names that differ from it by one slip, and do occur; `alone` are its words, where it has
   * several, each { text, count } with the reports that have it; `similar` is an answer with pages that have
   * most of the query.
   */
  async instead(query, chosen = {}) {
    const { parts } = parse(query);
    const names = await this.#names();
    const typed = parts.filter((part) => !part.exclude).map((part) => part.readings.at(-1).text);
    const meant = typed.length === parts.length ? names.meant(typed.join("")) : [];
    const candidates = [...new Set([...meant, ...typed.flatMap((text) => names.similar(text))])];
    const occurs = await Promise.all(candidates.map(async (name) => (await this.search(name)).hits.length > 0));
    const asking = this.#asking(chosen);
    const similar = (await this.#split(parts, asking)) ?? (await this.#mostOf(parts, asking));
    return { candidates: candidates.filter((_, i) => occurs[i]), alone: await this.#alone(parts, asking), similar };
  }

  async #alone(parts, asking) {
    const wanted = (await this.#read(parts)).filter((part) => !part.exclude);
    if (wanted.length < 2 || wanted.length > WORDS) return [];
    const found = await Promise.all(wanted.map((part) => this.#all([part], asking)));
    return wanted.map((part, i) => ({ text: part.readings[0].text, count: found[i].filter(this.#isReport).length }));
  }

  /** The parts with the names that Latin letters may spell. */
  async #read(parts) {
    const spelt = withReadings(parts);
    if (!spelt) return parts;
    const names = await this.#names();
    return spelt((letters) => names.read(letters));
  }

  /** The pages with the pieces of the query that letters and digits break it into: 尧都区2020. */
  async #split(parts, asking) {
    const pieces = loose(parts);
    const isWorth = pieces.length > parts.length && pieces.length <= WORDS;
    const found = isWorth ? await this.#all(pieces, asking) : [];
    return found.length > 0 ? this.#answer(found, pieces, "similar", asking) : null;
  }

  /** The pages with most pairs of neighbouring words of the query, those with more of them first. */
  async #mostOf(parts, asking) {
    const pairs = units(parts, PAIRS);
    const excluded = parts.filter((part) => part.exclude);
    const found = await asking.each(asking.shards, (shard) => this.#most(shard, pairs, excluded));
    const hits = ranked(found.filter(this.#isReport), pairs, this.catalogue).sort((a, b) => b.share - a.share);
    return { hits: hits.slice(0, SIMILAR), reference: [], parts: pairs, kind: "similar" };
  }

  async #most(shard, pairs, excluded) {
    const flagsOf = (some) => Promise.all(some.map((part) => anyReading(shard, part)));
    const [flags, unwanted] = await Promise.all([flagsOf(pairs), flagsOf(excluded)]);
    const shareOf = (at) => flags.filter((found) => found[at]).length / pairs.length;
    const hits = shard.pages.map((page, at) => ({ ...this.#hit(shard, page, PRESENT), share: shareOf(at) }));
    return hits.filter(({ share }, at) => share >= MOST && !unwanted.some((found) => found[at]));
  }

  async #sentence(sentence, asking, early) {
    const found = await this.#all([sentence], asking, early && { early, kind: "sentence" });
    return found.length > 0 ? this.#answer(found, [sentence], "sentence", asking) : this.#near(sentence, asking);
  }

  async #words(parts, asking, early) {
    const found = await this.#all(parts, asking, early && { early, kind: "words" });
    const near = found.length === 0 && parts.length === 1 && (await this.#near(parts[0], asking));
    return near || this.#answer(found, parts, "words", asking);
  }

  /** Whether an answer with these values chosen has the hits with other values too. */
  isWhole(chosen) {
    return this.#asking(chosen).shards.length === this.#shards.length;
  }

  #isReport = ({ page }) => this.catalogue.year(page) > 0;

  #asking(chosen) {
    return new Asking(this.#shards, this.catalogue, chosen);
  }

  #answer(found, parts, kind, asking) {
    const all = ranked(found, parts, this.catalogue);
    const [hits, reference] = [all.filter(this.#isReport), all.filter((hit) => !this.#isReport(hit))];
    return { hits, reference, parts, kind, unsearched: asking.unsearched(this.catalogue) };
  }

  /**
   * The pages with every part, without the excluded ones. What is certain before all shards have answered
   * is shown `first`: the reports that the catalogue names, else what the shard with the first hits has. Of
   * a shard that does not answer there are the reports that the catalogue names.
   */
  async #all(parts, asking, first = null) {
    const found = await this.#asked(parts, asking, first);
    const isFound = new Set(found.map(({ page }) => page));
    const { chosen } = asking;
    const named = namedIn([...asking.lost], { parts, chosen, catalogue: this.catalogue }).filter((page) => !isFound.has(page));
    return [...found, ...named.map((page) => this.#hit(this.#shardOf(page), page, PRESENT))];
  }

  async #asked(parts, asking, first) {
    const shards = inOrder(asking.shards, parts, asking.chosen, this.catalogue);
    const [best, ...rest] = shards;
    const ask = (some) => asking.each(some, (shard) => this.#ofShard(shard, parts));
    if (!first || !best || (await this.#show(first, [], shards, parts, asking)) || rest.length === 0) return ask(shards);
    const found = await ask([best]);
    await this.#show(first, found, [...asking.lost, ...rest], parts, asking);
    return [...found, ...(await ask(rest))];
  }

  /** Show what is certain with the hits found and some shards left to ask; whether that is anything. */
  async #show({ early, kind }, found, left, parts, asking) {
    const pairs = found.length > 0 ? await this.#file("headings.bin").catch(() => null) : null;
    const { chosen } = asking;
    const { hits, soFar } = certain(found, left, { parts, chosen, pairs, catalogue: this.catalogue });
    if (hits.length === 0) return false;
    const shown = hits.map(({ page, flags }) => this.#hit(this.#shardOf(page), page, flags));
    await early({ ...this.#answer(shown, parts, kind, asking), soFar });
    return true;
  }

  #shardOf(page) {
    return this.#shards.findLast(({ start }) => start <= page);
  }

  async #ofShard(shard, parts) {
    const flags = await Promise.all(parts.map((part) => anyReading(shard, part)));
    const wanted = flags.filter((_, i) => !parts[i].exclude);
    const excluded = flags.filter((_, i) => parts[i].exclude);
    const hits = [];
    intersection(wanted).forEach((flag, at) => {
      if (!(flag & PRESENT) || excluded.some((other) => other[at])) return;
      const inHeading = wanted.some((other) => other[at] & HEADING) ? HEADING : 0;
      hits.push(this.#hit(shard, shard.start + at, PRESENT | inHeading));
    });
    return hits;
  }

  #hit(shard, page, flags) {
    const shown = () => shard.page(page).catch(() => this.catalogue.unshown(page));
    const load = async () => ({ ...(await shown()), raw_url: `/${this.catalogue.url(page)}` });
    return { page, flags, load };
  }

  /** A piece of text that begins or ends inside a number or a Latin word: found without it, then proven. */
  async #near(part, asking) {
    const shorter = withoutCutEdges(part);
    if (!shorter) return null;
    const candidates = (await this.#all([shorter], asking)).slice(0, VERIFIED);
    const shards = [...new Set(candidates.map(({ page }) => this.#shardOf(page)))];
    const proven = async (shard) => {
      const own = candidates.filter(({ page }) => this.#shardOf(page) === shard);
      const holds = await Promise.all(own.map(async ({ page }) => contains(await shard.page(page), part)));
      return own.filter((_, i) => holds[i]);
    };
    const found = await asking.each(shards, proven);
    return found.length > 0 ? this.#answer(found, [shorter], "near", asking) : null;
  }
}

/** The flags of a shard's pages for a part in any of its readings. */
async function anyReading(shard, part) {
  const found = await Promise.all(part.readings.map(({ words }) => shard.phrase(words)));
  return found.reduce((one, other) => one.map((flag, page) => flag | other[page]));
}

/** Whether a page has a part somewhere in a block, or in its title, cutting words at its edges. */
function contains(page, part) {
  const texts = [tokens(page.title), ...blocksOf(page).map(({ words }) => words)].map((words) => words.join(""));
  return part.readings.some(({ words }) => texts.some((text) => text.includes(words.join(""))));
}
