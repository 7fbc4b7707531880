/** The selects that narrow the results, each value with the number of hits it would leave. */

import { element } from "./words.js";

/** Filters in the order offered, and their names in the address. */
const FILTERS = {
  省: "province",
  市: "prefecture",
  年度: "year",
  级别: "level",
  机关类型: "kind",
  表格格式: "form",
  核对结果: "check",
};

export class Filters {
  #selects = new Map();

  /** Add a labelled select for each filter to `group`; `onChange` is called with no argument. */
  constructor(group, onChange) {
    for (const [name, key] of Object.entries(FILTERS)) {
      const label = element("label", "nb-filter__label", name);
      const select = element("select", "nb-filter__select");
      select.id = label.htmlFor = `nb-filter-${key}`;
      select.append(new Option("全部", ""));
      select.addEventListener("change", () => onChange());
      this.#selects.set(name, select);
      const box = element("div", "nb-filter");
      box.append(label, select);
      group.append(box);
    }
  }

  /** { 省: value }; an empty value chooses all. */
  get chosen() {
    return Object.fromEntries([...this.#selects].map(([name, select]) => [name, select.value]));
  }

  /** Choose the values that an address has. */
  take(parameters) {
    for (const [name, select] of this.#selects) {
      const value = parameters.get(FILTERS[name]) ?? "";
      if (value && ![...select.options].some((option) => option.value === value)) select.append(new Option(value, value));
      select.value = value;
    }
  }

  /** Write the values chosen into the parameters of an address. */
  give(parameters) {
    for (const [name, value] of Object.entries(this.chosen)) {
      if (value) parameters.set(FILTERS[name], value);
    }
  }

  /**
   * Offer the values that occur, and the chosen one even where it has become 0. `values` are those of a
   * filter whose other values were not counted: they are offered without a count.
   */
  update(counts, values = {}) {
    for (const [name, select] of this.#selects) {
      const { value } = select;
      const found = new Map(counts[name]);
      if (value && !found.has(value)) found.set(value, 0);
      const uncounted = value ? (values[name] ?? []).filter((other) => other && !found.has(other)) : [];
      const options = [...[...found].map(([text, count]) => [text, `${text}（${count}）`]), ...uncounted.map((text) => [text, text])]
        .sort(([a], [b]) => order(a, b))
        .map(([text, label]) => new Option(label, text));
      select.replaceChildren(new Option("全部", ""), ...options);
      select.value = value;
    }
  }
}

/** Count hits by value: { 省: Map(value → hits with it that have the other values chosen) }. */
export function countsOf(hits, chosen, catalogue) {
  return Object.fromEntries(
    Object.keys(FILTERS).map((name) => {
      const others = { ...chosen, [name]: "" };
      const counts = new Map();
      for (const { page } of hits) {
        const value = catalogue.passes(page, others) && catalogue.filters[name]?.of(page);
        if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
      }
      return [name, counts];
    }),
  );
}

/** Newest year first, names in the order of their pinyin. */
function order(a, b) {
  const numbers = /^\d+$/.test(a) && /^\d+$/.test(b);
  return numbers ? Number(b) - Number(a) : a.localeCompare(b, "zh-CN");
}
