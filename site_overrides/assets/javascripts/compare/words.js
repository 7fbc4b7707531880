/**
 * How reports side by side are told in words: the same as `pair_words.py` tells at build.
 *
 * A side is { letter, name, label, scope, form, figures }, a row { id, title, unit, apart }. Figures come
 * as printed; all that is done here is to subtract them, exactly.
 */

const LETTERS = "甲乙丙丁";

/** How one report stands to another on a row: { text, compared }; `enough` is the least base of a percentage. */
export function standing(row, one, other, enough) {
  const unknown = [one, other].filter((side) => side.figures[row.id].value === undefined);
  if (unknown.length > 0) return { text: `无法比较：${reasons(row, unknown)}`, compared: false };
  const barrier = obstacle(row, one, other);
  if (barrier) return { text: `无法比较：${barrier}`, compared: false };
  return { text: differenceWords(row, one.figures[row.id].value, other.figures[row.id].value, enough), compared: true };
}

function reasons(row, sides) {
  const why = sides.map((side) => [side.letter, side.figures[row.id].why]);
  if (why.length > 1 && why[0][1] === why[1][1]) return why[0][1];
  why.sort(([a], [b]) => LETTERS.indexOf(a) - LETTERS.indexOf(b));
  return why.map((pair) => pair.join("")).join("，");
}

/** Why figures must not be compared although both are known, empty where they may be. */
export function obstacle(row, one, other) {
  if (one.scope !== other.scope) return "一份是汇总报告";
  return one.form !== other.form && row.apart ? "两种格式口径不同" : "";
}

function differenceWords(row, one, other, enough) {
  const places = Math.max(decimals(one), decimals(other));
  const [first, second] = [scaled(one, places), scaled(other, places)];
  const by = first - second;
  if (by === 0n) return "相同";
  const share = row.unit === "%";
  const [more, less, unit] = share ? ["高", "低", "个百分点"] : ["多", "少", row.unit];
  const size = by > 0n ? by : -by;
  const words = `${by > 0n ? more : less} ${printed(size, places)} ${unit}`;
  if (share || second < scaled(String(enough), places)) return words;
  const tenths = (size * 2000n + second) / (second * 2n); // of a per cent, rounded half up
  return `${words}（${by > 0n ? "+" : "−"}${printed(tenths, 1)}%）`;
}

function decimals(number) {
  return number.split(".")[1]?.length ?? 0;
}

/** A printed number as an integer of its last decimal: `scaled("-0.5", 2)` is -50n. */
function scaled(number, places) {
  const [whole, part = ""] = number.split(".");
  return BigInt(whole + part.padEnd(places, "0"));
}

function printed(integer, places) {
  if (places === 0) return String(integer);
  const digits = String(integer).padStart(places + 1, "0");
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** A figure as a table shows it. */
export function figureText(row, figure) {
  return figure.text ?? `${figure.value}${row.unit === "%" ? "%" : ""}`;
}

/** The result in words: these rows of the first side, and how it stands to the others. */
export function sentence(rows, sides, enough) {
  const [first, ...others] = sides;
  const sameYear = new Set(sides.map((side) => side.label)).size === 1;
  const name = (side, short) => (short ? side.name : `${side.name} ${side.label}`);
  const names = others.map((side) => name(side, sameYear));
  const clauses = [];
  const left = [];
  for (const row of rows) {
    const words = others.map((other) => standing(row, first, other, enough));
    if (words.some((found) => found.compared)) {
      const said = clauses.length > 0 && others.length === 1 ? [""] : names;
      clauses.push(clause(row, first, words.map((found, i) => stand(said[i], found))));
    } else left.push(row.title);
  }
  if (left.length > 0) clauses.push(`${left.join("、")}无法比较`);
  return `${name(first, false)}：${clauses.join("；")}。`;
}

function clause(row, first, stands) {
  const unit = row.unit === "%" ? "" : ` ${row.unit}`;
  return [`${row.title} ${figureText(row, first.figures[row.id])}${unit}`, ...stands].join("，");
}

function stand(name, words) {
  if (!name) return words.text;
  return `${words.compared && words.text !== "相同" ? "比" : "与"}${name}${words.text}`;
}
