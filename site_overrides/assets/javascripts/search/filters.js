/** The selects that narrow the results, each value with the number of hits it would leave. */

const NAMES = ["省份", "年度"]; // filters of the index that are offered, in this order

export class Filters {
  #group;
  #selects = new Map();

  constructor(group, onChange) {
    this.#group = group;
    for (const name of NAMES) {
      const select = document.createElement("select");
      select.className = "nb-search__select";
      select.setAttribute("aria-label", name);
      select.append(new Option(`全部${name}`, ""));
      select.addEventListener("change", onChange);
      this.#selects.set(name, select);
      group.append(select);
    }
  }

  /** { 省份: value }; an empty value chooses all. */
  chosen() {
    return Object.fromEntries([...this.#selects].map(([name, select]) => [name, select.value]));
  }

  /** Offer the values that occur, and the chosen one even where it has become 0. */
  update(counts, total) {
    for (const [name, select] of this.#selects) {
      const found = new Map(counts[name] ?? []);
      if (select.value && !found.has(select.value)) found.set(select.value, 0);
      const options = [...found]
        .sort(([a], [b]) => order(a, b))
        .map(([value, count]) => new Option(`${value}（${count}）`, value));
      const { value } = select;
      select.replaceChildren(new Option(`全部${name}`, ""), ...options);
      select.value = value;
    }
    const chosen = Object.values(this.chosen()).some(Boolean);
    this.#group.hidden = total === 0 && !chosen;
  }
}

/** Newest year first, names in the order of their pinyin. */
function order(a, b) {
  const numbers = /^\d+$/.test(a) && /^\d+$/.test(b);
  return numbers ? Number(b) - Number(a) : a.localeCompare(b, "zh-CN");
}
