/** 比一比: two to four reports, chosen by name and year, kept in the address of the page. */

import { Combobox } from "./combobox.js";
import { load, Names } from "./names.js";
import { show } from "./table.js";

const LETTERS = ["a", "b", "c", "d"]; // of the address
const CHOICE = /^([a-z0-9][a-z0-9-]*)(?:\.([a-z0-9-]+))?$/i; // authority, and its report

class Slot {
  authority = null; // { key, name, region, reports }
  #parts;
  #element;
  #box;

  constructor(fieldset, find, onChange) {
    this.#element = fieldset;
    this.#parts = Object.fromEntries([...fieldset.querySelectorAll("[data-nb]")].map((e) => [e.dataset.nb, e]));
    this.#box = new Combobox(this.#parts, find, (one) => onChange(this, one));
    this.#parts.year.addEventListener("change", () => onChange(this));
  }

  get report() {
    return this.authority?.reports.find((one) => one.id === this.#parts.year.value);
  }

  get side() {
    return { ...this.authority, ...this.report, letter: this.#element.dataset.letter };
  }

  get hidden() {
    return this.#element.hidden;
  }

  reveal() {
    this.#element.hidden = false;
  }

  focus() {
    this.#parts.input.focus();
  }

  /** Hold the place of the years that are still on their way: who types on is not led past them. */
  wait() {
    this.#parts.year.replaceChildren(new Option("…", ""));
    this.#parts.year.disabled = false;
  }

  /** Take an authority (null: none) and one of its reports. */
  set(authority, report) {
    this.authority = authority;
    this.#box.set(authority?.name ?? "");
    const newest = [...(authority?.reports ?? [])].reverse();
    this.#parts.year.replaceChildren(...newest.map((one) => new Option(one.label, one.id)));
    this.#parts.year.disabled = !authority;
    if (report) this.#parts.year.value = report.id;
    if (authority) this.reveal();
  }

  say(text) {
    this.#box.say(text);
  }
}

class Comparison {
  #form;
  #result;
  #slots;
  #more;
  #base;
  #loaded = new Map(); // authority's key → promise of its figures
  #restoring = 0; // number of the newest address; what belongs to an older one is dropped

  constructor(form) {
    this.#form = form;
    this.#result = document.querySelector("[data-nb=result]");
    this.#more = form.querySelector("[data-nb=more]");
    this.#base = new URL(form.dataset.base.replace(/\/*$/, "/"), location.href).href;
    const names = new Names(this.#base);
    this.#slots = [...form.querySelectorAll("[data-nb=slot]")].map(
      (fieldset) => new Slot(fieldset, (query) => names.find(query), (slot, one) => this.#change(slot, one)),
    );
    form.addEventListener("submit", (event) => event.preventDefault());
    this.#more.addEventListener("click", () => this.#add());
    addEventListener("popstate", () => this.#restore());
    form.hidden = false;
    document.querySelector("[data-nb=plain]").hidden = true;
    this.#restore();
  }

  /** A slot has another authority (null: none), or, without one, another year. */
  async #change(slot, one) {
    if (one !== undefined && !(await this.#take(slot, one?.key))) return;
    this.#show();
    history.pushState(null, "", this.#address());
  }

  /** Put an authority into a slot; false where its figures cannot be had. */
  async #take(slot, key, wanted = "") {
    const restoring = this.#restoring;
    const held = slot.report;
    if (key) slot.wait();
    try {
      const authority = key ? await this.#authority(key) : null;
      if (restoring !== this.#restoring) return false;
      slot.set(authority, authority && this.#fitting(slot, authority, wanted));
      return true;
    } catch (error) {
      slot.set(slot.authority, held);
      slot.say("这个机关的数字没有取到");
      console.warn("compare:", error);
      return false;
    }
  }

  #authority(key) {
    if (!this.#loaded.has(key)) {
      const part = load(`${this.#base}reports/${key.slice(0, 2)}/${key}/compare.json`);
      this.#loaded.set(key, part.then((found) => ({ ...found, key })));
      part.catch(() => this.#loaded.delete(key));
    }
    return this.#loaded.get(key);
  }

  /** The report that is asked for; else the latest for a year and scope that the others have; else the latest. */
  #fitting(slot, authority, wanted) {
    const newest = [...authority.reports].reverse();
    const others = this.#slots.filter((other) => other !== slot && other.report).map((other) => other.report.id);
    return (
      newest.find((one) => one.id === wanted) ?? newest.find((one) => others.includes(one.id)) ?? newest[0]
    );
  }

  #add() {
    const next = this.#slots.find((slot) => slot.hidden);
    next?.reveal();
    next?.focus();
    this.#more.hidden = !this.#slots.some((slot) => slot.hidden);
  }

  #show() {
    const sides = this.#slots.filter((slot) => slot.report).map((slot) => slot.side);
    this.#result.hidden = sides.length < 2;
    this.#more.hidden = sides.length < 2 || !this.#slots.some((slot) => slot.hidden);
    if (sides.length >= 2) {
      const { leads, enough } = this.#form.dataset;
      show(this.#result, sides, { base: this.#base, leads: leads.split(" "), enough });
    }
  }

  #address() {
    const query = new URLSearchParams();
    this.#slots.forEach((slot, i) => slot.report && query.set(LETTERS[i], `${slot.authority.key}.${slot.report.id}`));
    return `?${query}`;
  }

  async #restore() {
    this.#restoring += 1;
    const query = new URLSearchParams(location.search);
    const restoring = this.#restoring;
    const chosen = this.#slots.map((slot, i) => [slot, CHOICE.exec(query.get(LETTERS[i]) ?? "")]);
    // At once: who types into an empty box while the others load must not find it emptied.
    for (const [slot, found] of chosen) if (!found) slot.set(null);
    for (const [slot, found] of chosen) if (found) await this.#take(slot, found[1], found[2]);
    if (restoring === this.#restoring) this.#show();
  }
}

const form = document.querySelector("[data-nb-compare]");
if (form) new Comparison(form);
