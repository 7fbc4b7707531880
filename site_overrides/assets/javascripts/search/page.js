/** The search page: the query and everything that narrows it stand in its address, which can be shared. */

import { listenToTyping } from "./composing.js";
import { Filters, countsOf } from "./filters.js";
import { baseOf } from "./panel.js";
import { Questions } from "./questions.js";
import { ranked, SORTS } from "./ranking.js";
import { card } from "./results.js";
import { element, help, notice, others, similarStatus, status } from "./words.js";

const PAGE = 10; // results shown at a time

class SearchPage {
  #root;
  #part; // elements of search.html by their data-nb-page name
  #filters;
  #questions;
  #answer = null; // the newest answer, with the hits that pass the filters, in their order, as `shown`

  constructor(root) {
    this.#root = root;
    this.#part = Object.fromEntries([...root.querySelectorAll("[data-nb-page]")].map((e) => [e.dataset.nbPage, e]));
    this.#questions = new Questions(baseOf(root));
    this.#filters = new Filters(this.#part.filters, () => this.#ask("push"));
    this.#part.sort.append(...Object.entries(SORTS).map(([key, name]) => new Option(name, key)));
    this.#part.tools.open = matchMedia("(min-width: 60em)").matches; // on a phone results come first
    this.#listen();
    this.#read();
  }

  #listen() {
    const { form, input, sort, more, clear, retry } = this.#part;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#ask("push");
    });
    listenToTyping(input, () => this.#ask("replace"));
    sort.addEventListener("change", () => this.#ask("push"));
    more.addEventListener("click", () => this.#more());
    retry.addEventListener("click", () => {
      input.focus(); // the button goes
      this.#answer = null;
      this.#ask(null);
    });
    clear.addEventListener("click", () => {
      this.#filters.take(new URLSearchParams());
      this.#ask("push");
    });
    addEventListener("popstate", () => this.#read());
    this.#root.addEventListener("click", (event) => {
      const query = event.target.closest("[data-query]")?.dataset.query;
      if (!query) return;
      input.value = query;
      this.#ask("push");
      input.focus();
    });
  }

  /** Take query, filters and order from the address. */
  #read() {
    const parameters = new URLSearchParams(location.search);
    this.#part.input.value = parameters.get("q") ?? "";
    const sort = parameters.get("sort");
    this.#part.sort.value = sort in SORTS ? sort : Object.keys(SORTS)[0];
    this.#filters.take(parameters);
    this.#ask(null);
  }

  /** Put query, filters and order into the address; `how` is push, replace or null. */
  #write(how) {
    const parameters = new URLSearchParams();
    if (this.#query) parameters.set("q", this.#query);
    this.#filters.give(parameters);
    const { value } = this.#part.sort;
    if (value !== Object.keys(SORTS)[0]) parameters.set("sort", value);
    const address = `${location.pathname}?${parameters}`;
    if (how && address !== location.pathname + location.search) history[`${how}State`](null, "", address);
  }

  get #query() {
    return this.#part.input.value.trim();
  }

  async #ask(how) {
    this.#write(how);
    const query = this.#query;
    document.title = query ? `${query} - 搜索` : "搜索";
    if (query && !this.#answer) this.#part.status.textContent = notice.loading;
    this.#part.retry.hidden ||= !this.#answer;
    try {
      const early = this.#part.sort.value === Object.keys(SORTS)[0] ? (answer) => this.#show(answer) : null;
      const answer = await this.#questions.ask(query, this.#filters.chosen, 0, early);
      if (answer) await this.#show(answer);
    } catch (error) {
      this.#fail();
      console.warn("search:", error);
    }
  }

  #fail() {
    this.#answer = null;
    this.#part.status.textContent = notice.failed;
    this.#part.results.replaceChildren();
    this.#part.others.replaceChildren(help("", this.#root.dataset.browse));
    this.#part.retry.hidden = false;
    this.#part.more.hidden = true;
  }

  async #show(answer) {
    const { catalogue } = answer.engine;
    const { chosen } = this.#filters;
    const isMore = this.#answer?.asked === answer.asked; // it begins as what is shown
    const passing = answer.hits.filter(({ page }) => catalogue.passes(page, chosen));
    answer.shown = ranked(passing, answer.parts, catalogue, this.#part.sort.value);
    this.#answer = answer;
    this.#part.status.textContent = status(answer, answer.shown);
    this.#part.retry.hidden = answer.unsearched.length === 0;
    if (!isMore) this.#part.results.replaceChildren();
    const first = this.#append(PAGE);
    if (answer.soFar) return this.#part.others.replaceChildren();
    this.#updateTools(answer, chosen);
    await Promise.all([first, this.#showOthers(answer)]);
    this.#root.dataset.answered = answer.query;
  }

  #updateTools({ engine, hits }, chosen) {
    const values = Object.entries(engine.catalogue.filters).map(([name, column]) => [name, column.values]);
    const uncounted = engine.isWhole(chosen) ? {} : Object.fromEntries(values);
    this.#filters.update(countsOf(hits, chosen, engine.catalogue), uncounted);
    const narrowed = Object.values(chosen).some(Boolean);
    this.#part.clear.hidden = !narrowed;
    this.#part.tools.hidden = hits.length === 0 && !narrowed;
  }

  async #more() {
    const from = this.#part.results.childElementCount;
    const [card] = await this.#append(from + PAGE);
    card?.querySelector("a").focus({ preventScroll: true }); // the button may go
  }

  /** Show results up to a number of them; return the cards added. */
  async #append(to) {
    const answer = this.#answer;
    const list = this.#part.results;
    const from = list.childElementCount;
    const cards = await this.#cards(answer.shown.slice(from, to), answer.parts);
    if (answer !== this.#answer || list.childElementCount !== from) return [];
    list.append(...cards);
    this.#part.more.hidden = list.childElementCount >= answer.shown.length;
    return cards;
  }

  /** Below the reports: other spellings, pages with most of the words, the site's own explanations. */
  async #showOthers(answer) {
    const made = answer.instead ? others(answer.instead) : [];
    if (answer.hits.length === 0) {
      const { similar } = answer.instead ?? {};
      const shown = similar?.hits.slice(0, PAGE) ?? [];
      if (shown.length > 0) made.push(...(await this.#list(similarStatus(shown.length), shown, similar.parts)));
      else if (answer.unsearched.length === 0) made.push(help(answer.query, this.#root.dataset.browse));
    }
    if (answer.reference.length > 0) made.push(...(await this.#list("本站的说明里也有", answer.reference, answer.parts)));
    if (answer === this.#answer) this.#part.others.replaceChildren(...made);
  }

  async #list(title, hits, parts) {
    const list = element("ol", "nb-results");
    list.append(...(await this.#cards(hits, parts)));
    return [element("p", "nb-results__note", title), list];
  }

  async #cards(hits, parts) {
    const pages = await Promise.all(hits.map((hit) => hit.load()));
    return pages.map((page) => card(page, parts, this.#questions.base));
  }
}

const root = document.querySelector("[data-nb-search-page]");
if (root) new SearchPage(root);
