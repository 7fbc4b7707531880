/** All pages of the archive: what ranks, filters and sorts them, before any of them is loaded. */

import { tokens } from "./tokens.js";

export class Catalogue {
  #authority;
  #folder;
  #tail;
  #order;
  #where;

  constructor(data) {
    this.shards = data.shards;
    this.received = data.received;
    this.filters = Object.fromEntries(Object.entries(data.filters).map(([name, data]) => [name, column(data)]));
    this.#authority = column(data.authority);
    this.#folder = column(data.folder);
    this.#tail = column(data.tail);
    this.#order = order(this.#folder.values);
    this.authorities = this.#authority.values.map((name) => ({ name, key: tokens(name).join("") }));
    this.places = [...new Set(data.where.values.flatMap((where) => where.split(" ")))];
    this.#where = { ...column(data.where), keys: data.where.values.map((where) => tokens(where).join("")) };
  }

  /** The page's address below the site's root. */
  url(page) {
    return this.#folder.of(page) + this.#tail.of(page);
  }

  /** The index of the page's authority in `authorities`. */
  authority(page) {
    return this.#authority.at[page];
  }

  /** The names of the page's authority and of its region, without spaces. */
  names(page) {
    return [this.authorities[this.authority(page)].key, this.#where.keys[this.#where.at[page]]];
  }

  /** The page's year; 0 for a page that is no report. */
  year(page) {
    return Number(this.filters["年度"]?.of(page) ?? 0);
  }

  /** The page's place in the order of regions and authorities. */
  place(page) {
    return this.#order[this.#folder.at[page]];
  }

  /** A page as a result shows it where what it shows could not be loaded. */
  unshown(page) {
    const title = this.year(page) ? `${this.authorities[this.authority(page)].name} ${this.year(page)} 年度报告` : this.url(page);
    return { title, where: `${this.#where.of(page)}（摘录没有载入）`, figures: [], check: "", blocks: [] };
  }

  /** Whether a page has every value chosen: { 省: "山西省" }; an empty value chooses all. */
  passes(page, chosen) {
    return Object.entries(chosen).every(([name, value]) => !value || this.filters[name]?.of(page) === value);
  }
}

/** A column as plugins/nianbao/search_catalogue.py writes it: { values, at: index of each page's value }. */
function column({ values, steps }) {
  let place = 0;
  const at = steps.map((step) => (place += step));
  return { values, at, of: (page) => values[at[page]] };
}

/** The rank of each value in the order of the values. */
function order(values) {
  const ranks = new Array(values.length);
  const sorted = values.map((value, index) => [value, index]).sort(([a], [b]) => (a < b ? -1 : 1));
  sorted.forEach(([, index], rank) => (ranks[index] = rank));
  return ranks;
}
