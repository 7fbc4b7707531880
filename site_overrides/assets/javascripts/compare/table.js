/** Fills the table of a comparison: a column for each report, with figures, bars and differences. */

import { figureText, obstacle, sentence, standing } from "./words.js";

const SVG = "http://www.w3.org/2000/svg";

/** Shows sides { letter, key, id, name, region, label, check, level, … } in the element of the results. */
export function show(result, sides, { base, leads, enough }) {
  const table = result.querySelector("[data-nb=table]");
  const rows = [...table.querySelectorAll("tr[data-indicator]")].map((line) => ({
    line,
    id: line.dataset.indicator,
    title: line.dataset.title,
    unit: line.dataset.unit,
    apart: "apart" in line.dataset,
  }));
  table.classList.toggle("nb-versus--two", sides.length === 2);
  fill(table.tHead.rows[0], sides.map((side) => head(side, base)));
  fill(table.querySelector("[data-nb=reports]"), sides.map((side) => report(side, sides[0], base)));
  for (const band of table.querySelectorAll("th[scope=rowgroup]")) band.colSpan = sides.length + 1;
  for (const row of rows) fill(row.line, sides.map((side) => cell(row, side, sides, enough)));
  const forms = new Set(sides.map((side) => side.form).filter(Boolean));
  result.querySelector("[data-nb=forms]").hidden = forms.size < 2;
  const told = leads.map((id) => rows.find((row) => row.id === id));
  result.querySelector("[data-nb=sentence]").textContent = sentence(told, sides, enough);
}

/** Replaces all cells of a row but the first. */
function fill(row, cells) {
  while (row.cells.length > 1) row.deleteCell(-1);
  row.append(...cells);
}

function element(name, className, ...content) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...content);
  return made;
}

function link(text, href) {
  const made = element("a", "", text);
  made.href = href;
  return made;
}

function head(side, base) {
  const made = element("th", "", element("span", "nb-versus__letter", side.letter), " ");
  made.append(link(side.name, folderOf(side, base)));
  made.scope = "col";
  return made;
}

function report(side, first, base) {
  const mark = `nb-check${side.level ? ` nb-check--${side.level}` : ""}`;
  const made = element("td", "", link(side.label, `${folderOf(side, base)}${side.id}/`), " ");
  made.append(element("span", mark, side.check), element("small", "", side.region));
  if (side !== first) made.append(element("small", "", `以下与${first.letter}相比`));
  return made;
}

function folderOf(side, base) {
  return `${base}reports/${side.key.slice(0, 2)}/${side.key}/`;
}

function cell(row, side, sides, enough) {
  const figure = side.figures[row.id];
  const told = element("span", "nb-versus__figure", element("b", figureClass(figure), figureText(row, figure)));
  if (figure.note) told.append(element("small", "", figure.note));
  const drawn = sides.filter((other) => !obstacle(row, other, sides[0])); // bars of one scale compare too
  const length = drawn.includes(side) ? Number(figure.value) : 0;
  const picture = element("span", "nb-versus__bar", ...bar(length, largest(row, drawn)));
  const box = element("div", "", told, picture);
  if (side !== sides[0]) {
    const words = standing(row, side, sides[0], enough);
    box.append(element("span", `nb-versus__standing${words.compared ? "" : " is-apart"}`, words.text));
  }
  return element("td", "", box);
}

function figureClass({ value, state }) {
  if (state === "few") return "is-few";
  if (value === undefined) return "is-unknown";
  return value === "0" ? "zero" : "";
}

function largest(row, sides) {
  const values = sides.map((side) => Number(side.figures[row.id].value ?? 0));
  return row.unit === "%" ? 100 : Math.max(...values);
}

/** The bar beside a figure, hidden from screen readers; nothing where there is nothing to draw. */
function bar(value, most) {
  if (!(value > 0)) return [];
  const picture = document.createElementNS(SVG, "svg");
  const shape = document.createElementNS(SVG, "rect");
  const attributes = { class: "nb-bar__svg", viewBox: "0 0 100 6", preserveAspectRatio: "none", "aria-hidden": "true" };
  for (const [name, text] of Object.entries(attributes)) picture.setAttribute(name, text);
  shape.setAttribute("width", Math.max(1, (value * 100) / most).toFixed(1));
  shape.setAttribute("height", "6");
  picture.append(shape);
  return [picture];
}
