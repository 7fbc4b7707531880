/**
 * The search box and its panel: a combobox over a list of results, loaded when it is first used.
 *
 * Focus stays in the box; the arrows move `aria-activedescendant`. While an input method is composing
 * nothing is searched and no key is taken from it.
 */

import { Filters } from "./filters.js";
import { listenOutside } from "./outside.js";
import { help, notice, option, status } from "./results.js";

const PAGE = 10; // results shown at a time
const PAUSE = 120; // ms without typing before a search

export class Panel {
  #part; // elements of partials/search.html by their data-nb name
  #root;
  #base;
  #filters;
  #engine = null;
  #asked = 0; // number of the newest question; answers to older ones are dropped
  #answer = null; // the newest answer of the engine, with the hits that pass the filters as `shown`
  #active = -1;
  #timer = 0;

  constructor(root) {
    this.#root = root;
    this.#part = Object.fromEntries([...root.querySelectorAll("[data-nb]")].map((e) => [e.dataset.nb, e]));
    this.#base = new URL(root.dataset.base.replace(/\/*$/, "/"), location.href).href;
    this.#filters = new Filters(this.#part.filters, () => this.#show());
    this.#listen();
    listenOutside(root, this);
    const query = new URLSearchParams(location.search).get("q");
    if (query) this.open(query);
  }

  /** Show the panel, with another query if one is given, and put the cursor into the box. */
  open(query = null) {
    const { input } = this.#part;
    this.#reveal(true);
    if (query !== null) input.value = query;
    if (document.activeElement !== input) input.focus();
    this.#ask();
  }

  get isOpen() {
    return !this.#part.panel.hidden;
  }

  close() {
    this.#reveal(false);
    this.#part.input.setAttribute("aria-expanded", "false");
    this.#activate(-1);
  }

  #reveal(open) {
    this.#root.classList.toggle("nb-search--open", open);
    document.documentElement.classList.toggle("nb-search-open", open);
    this.#part.open.setAttribute("aria-expanded", String(open));
    this.#part.panel.hidden = !open;
  }

  #listen() {
    const { input, open, close, clear, more } = this.#part;
    open.addEventListener("click", () => this.open());
    input.addEventListener("focus", () => this.isOpen || this.open());
    input.addEventListener("click", () => this.isOpen || this.open());
    input.addEventListener("input", (event) => event.isComposing || this.#askSoon());
    input.addEventListener("compositionend", () => this.#askSoon());
    this.#root.addEventListener("keydown", (event) => this.#key(event));
    close.addEventListener("click", () => this.close());
    clear.addEventListener("click", () => this.open(""));
    more.addEventListener("click", () => this.#more());
    this.#part.help.addEventListener("click", (event) => {
      const query = event.target.closest("[data-query]")?.dataset.query;
      if (query) this.open(query);
    });
  }

  #key(event) {
    if (event.isComposing || event.keyCode === 229) return;
    const inBox = event.target === this.#part.input;
    const taken = {
      Escape: () => this.#escape(),
      ArrowDown: () => inBox && this.#activate(this.#active + 1),
      ArrowUp: () => inBox && this.#activate(this.#active - 1),
      Enter: () => inBox && this.#enter(),
    }[event.key]?.();
    if (taken) event.preventDefault();
  }

  #escape() {
    const { open, input } = this.#part;
    (open.offsetParent ? open : input).focus(); // first, since the focus opens the panel
    this.close();
    return true;
  }

  /** Open the active result, or the first; a query that is not yet answered is asked instead. */
  #enter() {
    const options = this.#options();
    if (this.#answer?.query === this.#query) (options[this.#active] ?? options[0])?.click();
    else this.#ask();
    return true;
  }

  get #query() {
    return this.#part.input.value.trim();
  }

  #options() {
    return [...this.#part.results.querySelectorAll("[role=option]")];
  }

  /** Make the option at an index the active one; before the first is none, after the last the last. */
  #activate(index) {
    const options = this.#options();
    this.#active = Math.max(-1, Math.min(index, options.length - 1));
    options.forEach((element, i) => element.setAttribute("aria-selected", String(i === this.#active)));
    const active = options[this.#active];
    this.#part.input.setAttribute("aria-activedescendant", active?.id ?? "");
    active?.scrollIntoView({ block: "nearest" });
    return true;
  }

  #askSoon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask(), PAUSE);
  }

  async #ask() {
    clearTimeout(this.#timer);
    const query = this.#query;
    const asked = ++this.#asked;
    this.#part.clear.hidden = query === "";
    try {
      const engine = await this.#loaded();
      const answer = await engine.search(query);
      if (asked === this.#asked) await this.#take(query, answer);
    } catch (error) {
      this.#engine = null;
      if (asked === this.#asked) this.#say(notice.failed);
      console.warn("search:", error);
    }
  }

  #loaded() {
    if (!this.#engine) {
      this.#part.status.textContent = notice.loading;
      this.#engine = import("./engine.js").then(({ open }) => open(this.#base));
    }
    return this.#engine;
  }

  async #take(query, answer) {
    const engine = await this.#engine;
    this.#answer = { ...answer, query, facets: await engine.facets() };
    await this.#show();
  }

  /** Show the answer's hits that pass the filters chosen, from the first. */
  async #show() {
    const engine = await this.#engine;
    const answer = this.#answer;
    const chosen = this.#filters.chosen();
    answer.shown = engine.filtered(answer.hits, chosen, answer.facets);
    this.#filters.update(await engine.counts(answer.hits, chosen), answer.hits.length);
    this.#part.results.replaceChildren();
    this.#activate(-1);
    this.#part.panel.scrollTop = 0;
    await this.#more();
    if (answer !== this.#answer) return;
    this.#part.status.textContent = status(answer);
    this.#part.help.replaceChildren(help(answer, this.#root.dataset.browse));
    this.#root.dataset.answered = answer.query;
  }

  async #more() {
    const answer = this.#answer;
    const list = this.#part.results;
    const from = list.childElementCount;
    const next = answer.shown.slice(from, from + PAGE);
    const pages = await Promise.all(next.map((hit) => hit.load()));
    if (answer !== this.#answer || list.childElementCount !== from) return;
    list.append(...pages.map((page, i) => option(page, answer.parts, this.#base, from + i)));
    const shown = answer.shown.length;
    list.hidden = shown === 0;
    this.#part.more.hidden = list.childElementCount >= shown;
    this.#part.input.setAttribute("aria-expanded", String(shown > 0 && this.isOpen));
  }

  #say(text) {
    this.#part.status.textContent = text;
    this.#part.results.hidden = true;
    this.#part.more.hidden = true;
    this.#part.filters.hidden = true;
    this.#part.help.replaceChildren(help({ hits: [], query: "" }, this.#root.dataset.browse));
  }
}
