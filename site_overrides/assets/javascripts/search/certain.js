/** What is certain of an answer before every shard has been asked. */

import { difference, isNamed, keyBy, ranked } from "./ranking.js";
import { HEADING, PRESENT } from "./shard.js";

const SHOWN = 10; // results that are worth showing while the rest is searched

/** The shards in the order in which their pages may come first: that of the year asked for, or the newest. */
export function inOrder(shards, parts, chosen, catalogue) {
  if (shards.length < 2) return shards;
  const key = keyBy("relevance", parts, catalogue);
  const best = new Map(shards.map((shard) => [shard, bestOf(pagesOf(shard, chosen, catalogue), key, HEADING)]));
  return [...shards].sort((a, b) => difference(best.get(a), best.get(b)));
}

/**
 * Return { hits, soFar }: of the hits `found`, and of the pages of the shards not yet asked whose names have
 * every part, those that no other page can come before; none where these are too few to show. `pairs` are
 * word → words that follow it in a heading of any report (headings.bin), null where that is not known.
 */
export function certain(found, left, { parts, chosen, pairs, catalogue }) {
  const key = keyBy("relevance", parts, catalogue);
  const unknown = left.flatMap((shard) => pagesOf(shard, chosen, catalogue));
  const names = new Set(namedIn(left, { parts, chosen, catalogue }));
  const known = [
    ...found.filter(({ page }) => catalogue.year(page) > 0 && catalogue.passes(page, chosen)),
    ...[...names].map((page) => ({ page, flags: PRESENT })),
  ];
  const flag = parts.some((part) => mayStandInHeading(part, pairs)) ? HEADING : 0;
  const rival = bestOf(unknown.filter((page) => !names.has(page)), key, flag);
  const hits = ranked(known, parts, catalogue).filter((hit) => difference(key(hit), rival) < 0);
  const enough = hits.length >= SHOWN || (hits.length > 0 && isNamed(key(hits[0])));
  return { hits: enough ? hits : [], soFar: known.length };
}

/** The reports of shards whose names have every part: they are hits, whatever the index says. */
export function namedIn(shards, { parts, chosen, catalogue }) {
  if (parts.some((part) => part.exclude)) return [];
  const pages = shards.flatMap((shard) => pagesOf(shard, chosen, catalogue));
  return pages.filter((page) => saysAll(catalogue.names(page), parts));
}

/** The reports of a shard that pass the filters; the site's own pages are shown apart. */
function pagesOf({ pages }, chosen, catalogue) {
  return pages.filter((page) => catalogue.year(page) > 0 && catalogue.passes(page, chosen));
}

/** The key of the page that would come first if all had the query. */
function bestOf(pages, key, flag) {
  const keys = pages.map((page) => key({ page, flags: PRESENT | flag }));
  return keys.reduce((best, other) => (difference(other, best) < 0 ? other : best), [Infinity]);
}

/** Whether texts that stand in a page have every part; only Chinese can be told without cutting words. */
function saysAll(texts, parts) {
  const isSaid = ({ words }) => !/[0-9a-z]/.test(words.join("")) && texts.some((text) => text.includes(words.join("")));
  return parts.every(({ readings }) => readings.some(isSaid));
}

function mayStandInHeading({ readings }, pairs) {
  if (!pairs) return true;
  const follows = (word, next) => pairs[word]?.split(" ").includes(next) ?? false;
  return readings.some(({ words }) => words.every((word, i) => (i + 1 < words.length ? follows(word, words[i + 1]) : word in pairs)));
}
