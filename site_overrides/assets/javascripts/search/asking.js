/** One question to the shards that have pages with the filters chosen, and which of them could not answer. */

export class Asking {
  lost = new Set();

  constructor(shards, catalogue, chosen) {
    this.chosen = chosen;
    const passes = (page) => catalogue.passes(page, chosen);
    const isAll = !Object.values(chosen).some(Boolean);
    this.shards = isAll ? shards : shards.filter((shard) => shard.pages.some(passes));
  }

  /** What `ask(shard)` gives for the shards that answer, one after the other. */
  async each(shards, ask) {
    const answers = await Promise.allSettled(shards.map(ask));
    answers.forEach(({ status, reason }, i) => {
      if (status === "fulfilled") return;
      this.lost.add(shards[i]);
      console.warn("search:", reason);
    });
    return answers.flatMap(({ value = [] }) => value);
  }

  /** The years of pages that could not be searched, the newest first, 0 for pages that are no reports; throws where none could. */
  unsearched(catalogue) {
    if (this.lost.size > 0 && this.lost.size === this.shards.length) throw new Error("no shard has answered");
    const pages = [...this.lost].flatMap((shard) => shard.pages).filter((page) => catalogue.passes(page, this.chosen));
    return [...new Set(pages.map((page) => catalogue.year(page)))].sort((a, b) => b - a);
  }
}
