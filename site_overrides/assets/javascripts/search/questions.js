/** Asks the engine, which is loaded with the first question; answers to older questions are dropped. */

export class Questions {
  #engine = null;
  #asked = 0;

  /** `base` is the URL of the site's root, with a slash at its end. */
  constructor(base) {
    this.base = base;
  }

  /**
   * The engine's answer with { query, asked, engine, instead, pages }, or null where a newer question has
   * been asked meanwhile. `instead` helps where there are no hits; `pages` are the first `count` hits,
   * loaded. `show` may be called before with the same `asked` and the first hits, with `soFar`.
   */
  async ask(query, chosen, count, show = null) {
    const asked = ++this.#asked;
    const engine = await this.#loaded();
    let isDone = false;
    const early = async (answer) => {
      const whole = { ...answer, query, asked, engine, instead: null, pages: await loaded(answer, count) };
      if (!isDone && asked === this.#asked) show(whole);
    };
    const answer = await engine.search(query, chosen, show && early);
    const none = answer.parts.length > 0 && answer.hits.length === 0 && answer.unsearched.length === 0;
    const instead = none ? await engine.instead(query, chosen) : null;
    const pages = await loaded(answer, count);
    isDone = true;
    return asked === this.#asked ? { ...answer, query, asked, engine, instead, pages } : null;
  }

  async #loaded() {
    try {
      this.#engine ??= import("./engine.js").then(({ open }) => open(this.base));
      return await this.#engine;
    } catch (error) {
      this.#engine = null; // so that the next question tries again
      throw error;
    }
  }
}

function loaded({ hits, reference }, count) {
  return Promise.all([...hits, ...reference].slice(0, count).map((hit) => hit.load()));
}
