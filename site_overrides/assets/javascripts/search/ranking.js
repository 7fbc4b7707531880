/** The order of results: reports of the authority that the query names, headings, then the other pages. */

import { HEADING } from "./shard.js";

const NOT_NAMED = 3;
const SUFFIX = /(?:人民政府|街道办事处|办事处|管理委员会|管委会)$/;
const KIND = /(?:[省市区县旗盟镇乡]|街道)$/;
const YEAR = /^((?:19|20)[0-9]{2})年?$/;

export const SORTS = { relevance: "相关", year: "年度", received: "申请数" };

/** Order hits { page, flags }: `sort` is a key of SORTS, `parts` are what the query asks for. */
export function ranked(hits, parts, catalogue, sort = "relevance") {
  const keys = hits.map(keyBy(sort, parts, catalogue));
  return hits
    .map((hit, i) => [hit, keys[i]])
    .sort(([, a], [, b]) => difference(a, b))
    .map(([hit]) => hit);
}

/** Below 0 where the first key's hit comes first. */
export function difference(a, b) {
  const at = a.findIndex((key, i) => key !== b[i]);
  return at < 0 ? 0 : a[at] - b[at];
}

/** A function that gives a hit's key. */
export function keyBy(sort, parts, catalogue) {
  const newest = ({ page }) => [-catalogue.year(page), catalogue.place(page)];
  if (sort === "year") return newest;
  if (sort === "received") return (hit) => [-(catalogue.received[hit.page] ?? -1), ...newest(hit)];
  const { years, levels } = named(parts, catalogue);
  return (hit) => {
    const level = levels[catalogue.authority(hit.page)];
    const asked = years.length === 0 || years.includes(catalogue.year(hit.page)) ? 0 : 1;
    const heading = level < NOT_NAMED || hit.flags & HEADING ? 0 : 1;
    return [level, asked, heading, ...newest(hit)];
  };
}

/** Whether a key of the order by relevance is that of a report whose authority the query names. */
export function isNamed([level]) {
  return level < NOT_NAMED;
}

/** The years a query names, and for each authority how well its words name it: 0 wholly … 3 not at all. */
function named(parts, catalogue) {
  const texts = parts
    .filter((part) => !part.exclude)
    .map((part) => part.readings.map(({ words }) => words.join("")));
  const years = texts.flat().flatMap((text) => text.match(YEAR)?.[1] ?? []).map(Number);
  const names = texts.filter(([text]) => !YEAR.test(text));
  return { years, levels: catalogue.authorities.map(({ key }) => levelOf(key, names)) };
}

function levelOf(key, names) {
  if (names.length === 0 || !key) return NOT_NAMED;
  const whole = names.map(([text]) => text).join("");
  const short = key.replace(SUFFIX, "");
  const called = [key, short, short === key ? key : short.replace(KIND, "")]; // 朝阳区人民政府, 朝阳区, 朝阳
  if (names.length === 1 ? names[0].some((text) => called.includes(text)) : whole === key) return 0;
  const within = names.filter((readings) => readings.some((text) => key.includes(text))).length;
  if (within === 0) return NOT_NAMED;
  return within === names.length ? 1 : 2;
}
