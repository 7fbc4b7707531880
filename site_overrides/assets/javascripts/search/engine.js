/**
 * Answers queries from the Pagefind index. Loaded with Pagefind itself when the search is first used.
 *
 * Pagefind finds a quoted run of words exactly; joining, excluding and counting are done here by the
 * pages' ids, so that they are exact for every kind of query.
 */

import { keysOf } from "./excerpt.js";
import { parse, withoutCutEdges } from "./query.js";

export const TITLE_SPAN = 48; // positions that hold the title, as in plugins/nianbao/index_page.py
const VERIFIED = 60; // pages read in full, at most, to prove a query with cut edges; each is some 4 kB

/** Load the index below `base` (URL of the site's root, with a slash at its end). */
export async function open(base) {
  const pagefind = await import(new URL("pagefind/pagefind.js", base).href);
  await pagefind.options({ baseUrl: new URL(base).pathname });
  await pagefind.init();
  return new Engine(pagefind);
}

class Engine {
  #pagefind;
  #facets = null;

  constructor(pagefind) {
    this.#pagefind = pagefind;
  }

  /**
   * Return { hits, parts, kind }: the hits in order, each { id, load() }, the parts to mark in them, and
   * how they match: "words", "sentence" (the query as one phrase) or "near" (its edges may be cut).
   */
  async search(query) {
    const { parts, sentence } = parse(query);
    if (parts.length === 0) return { hits: [], parts: [], kind: "words" };
    return (sentence && (await this.#sentence(sentence))) ?? this.#words(parts);
  }

  async #sentence(sentence) {
    const hits = await this.#all([sentence]);
    return hits.length > 0 ? { hits, parts: [sentence], kind: "sentence" } : this.#near(sentence);
  }

  async #words(parts) {
    const hits = await this.#all(parts);
    const near = hits.length === 0 && parts.length === 1 && (await this.#near(parts[0]));
    return near || { hits, parts, kind: "words" };
  }

  /** Count the hits by the filters' values: { 省份: Map(value → hits under the other filters chosen) }. */
  async counts(hits, chosen) {
    const facets = await this.facets();
    return Object.fromEntries(
      Object.keys(facets).map((name) => {
        const others = { ...chosen, [name]: "" };
        const counts = new Map();
        for (const hit of this.filtered(hits, others, facets)) {
          for (const value of facets[name].get(hit.id) ?? []) {
            counts.set(value, (counts.get(value) ?? 0) + 1);
          }
        }
        return [name, counts];
      }),
    );
  }

  /** The hits that have each chosen value; an empty value chooses all. */
  filtered(hits, chosen, facets) {
    const wanted = Object.entries(chosen).filter(([, value]) => value);
    return hits.filter((hit) => wanted.every(([name, value]) => facets[name]?.get(hit.id)?.includes(value)));
  }

  /** { 省份: Map(page id → values) } for the whole index; asked for once. */
  facets() {
    this.#facets ??= this.#loadFacets();
    return this.#facets;
  }

  async #loadFacets() {
    const known = await this.#pagefind.filters();
    const entries = Object.entries(known).map(async ([name, values]) => {
      const pages = new Map();
      for (const value of Object.keys(values)) {
        const { results } = await this.#pagefind.search(null, { filters: { [name]: value } });
        for (const { id } of results) pages.set(id, [...(pages.get(id) ?? []), value]);
      }
      return [name, pages];
    });
    return Object.fromEntries(await Promise.all(entries));
  }

  /** The pages with every part, without the excluded ones: titles that have more of the parts first. */
  async #all(parts) {
    const found = await Promise.all(parts.map((part) => this.#part(part)));
    const wanted = found.filter((_, i) => !parts[i].exclude);
    const excluded = found.filter((_, i) => parts[i].exclude);
    const ids = [...wanted[0].keys()].filter(
      (id) => wanted.every((hits) => hits.has(id)) && !excluded.some((hits) => hits.has(id)),
    );
    const inTitle = (id) => wanted.filter((hits) => hits.get(id).first < TITLE_SPAN).length;
    return ids
      .map((id) => ({ id, load: wanted[0].get(id).load, titles: inTitle(id) }))
      .sort((a, b) => b.titles - a.titles); // stable: the newest year stays first
  }

  /** The pages of a part in any of its readings, newest year first: Map(id → { first, year, load }). */
  async #part(part) {
    const answers = await Promise.all(part.readings.map(({ words }) => this.#phrase(words)));
    if (answers.length === 1) return answers[0];
    const merged = new Map();
    for (const [id, hit] of answers.flatMap((answer) => [...answer])) {
      if (!(hit.first >= merged.get(id)?.first)) merged.set(id, hit);
    }
    return new Map([...merged].sort(([, a], [, b]) => b.year - a.year));
  }

  async #phrase(words) {
    const options = { sort: { year: "desc" } };
    const { results } = await this.#pagefind.search(`"${words.join(" ")}"`, options);
    return new Map(
      results.map(({ id, words: positions, score, data }) => [
        id,
        { first: Math.min(...positions), year: score, load: data },
      ]),
    );
  }

  /** A piece of text that begins or ends inside a number or a Latin word: found without it, then proven. */
  async #near(part) {
    const shorter = withoutCutEdges(part);
    if (!shorter) return null;
    const candidates = (await this.#all([shorter])).slice(0, VERIFIED);
    const holds = await Promise.all(candidates.map((hit) => contains(hit, part)));
    const hits = candidates.filter((_, i) => holds[i]);
    return hits.length > 0 ? { hits, parts: [shorter], kind: "near" } : null;
  }
}

async function contains(hit, part) {
  const { content } = await hit.load();
  const text = keysOf(content).join("");
  return part.readings.some(({ words }) => text.includes(words.join("")));
}
