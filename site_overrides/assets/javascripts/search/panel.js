/**
 * The search box and its panel: a combobox over a list of results, loaded when it is first used.
 *
 * Focus stays in the box; the arrows move `aria-activedescendant`. While an input method is composing
 * nothing is searched and no key is taken from it.
 */

import { listenToTyping } from "./composing.js";
import { listenOutside } from "./outside.js";
import { Questions } from "./questions.js";
import { option } from "./results.js";
import { help, notice, others, status } from "./words.js";

const SHOWN = 8; // results; the search page has the rest

export class Panel {
  #part; // elements of partials/search.html by their data-nb name
  #root;
  #questions;
  #answer = null; // the newest answer of the engine
  #active = -1;

  constructor(root) {
    this.#root = root;
    this.#part = Object.fromEntries([...root.querySelectorAll("[data-nb]")].map((e) => [e.dataset.nb, e]));
    this.#questions = new Questions(baseOf(root));
    this.#listen();
    listenOutside(root, this);
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
    const { input, open, close, clear, panel, retry } = this.#part;
    open.addEventListener("click", () => this.open());
    input.addEventListener("focus", () => this.isOpen || this.open());
    input.addEventListener("click", () => this.isOpen || this.open());
    listenToTyping(input, () => this.#ask());
    this.#root.addEventListener("keydown", (event) => this.#key(event));
    close.addEventListener("click", () => this.close());
    clear.addEventListener("click", () => this.open(""));
    retry.addEventListener("click", () => {
      this.#answer = null;
      this.open();
    });
    panel.addEventListener("click", (event) => {
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

  /** Open the result chosen with the arrows, else the page with all results. */
  #enter() {
    const active = this.#options()[this.#active];
    if (active && this.#answer?.query === this.#query) active.click();
    else if (this.#query) location.href = this.#all(this.#query);
    return true;
  }

  get #query() {
    return this.#part.input.value.trim();
  }

  #all(query) {
    const url = new URL(this.#root.dataset.page, location.href);
    url.search = new URLSearchParams({ q: query });
    return url.href;
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

  async #ask() {
    const query = this.#query;
    this.#part.clear.hidden = query === "";
    if (!this.#answer) this.#part.status.textContent = notice.loading;
    this.#part.retry.hidden ||= !this.#answer;
    try {
      const answer = await this.#questions.ask(query, {}, SHOWN, (early) => this.#show(early));
      if (answer) this.#show(answer);
    } catch (error) {
      this.#fail();
      console.warn("search:", error);
    }
  }

  #show(answer) {
    const { results, all, panel, input } = this.#part;
    const isMore = this.#answer?.asked === answer.asked; // it begins as what is shown
    this.#answer = answer;
    const options = answer.pages.map((page, i) => option(page, answer.parts, this.#questions.base, i));
    results.replaceChildren(...options);
    results.hidden = options.length === 0;
    this.#activate(isMore ? this.#active : -1);
    if (!isMore) panel.scrollTop = 0;
    input.setAttribute("aria-expanded", String(options.length > 0 && this.isOpen));
    all.hidden = answer.hits.length === 0;
    all.href = this.#all(answer.query);
    this.#part.status.textContent = status(answer);
    this.#part.retry.hidden = answer.unsearched.length === 0;
    this.#part.help.replaceChildren(...this.#helpFor(answer));
    if (!answer.soFar) this.#root.dataset.answered = answer.query;
  }

  #helpFor({ query, hits, instead }) {
    if (hits.length > 0) return [];
    return [...(instead ? others(instead) : []), help(query, this.#root.dataset.browse)];
  }

  #fail() {
    this.#answer = null;
    this.#part.status.textContent = notice.failed;
    this.#part.retry.hidden = false;
    this.#part.results.hidden = true;
    this.#part.all.hidden = true;
    this.#part.help.replaceChildren(help("", this.#root.dataset.browse));
  }
}

/** The site's root, which an element knows relative to its page. */
export function baseOf({ dataset }) {
  return new URL(dataset.base.replace(/\/*$/, "/"), location.href).href;
}
