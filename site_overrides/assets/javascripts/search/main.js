/** Starts the search: the box in the header, and the marks of a page opened from a result. */

import { Panel } from "./panel.js";

const PHRASES = 8; // marked at most: an address is not ours alone to write

async function init() {
  const root = document.querySelector("[data-nb-search]");
  if (root) new Panel(root);
  const phrases = new URLSearchParams(location.search).getAll("h").slice(0, PHRASES);
  if (phrases.length === 0) return;
  const [{ mark }, { Stepper }] = await Promise.all([import("./highlight.js"), import("./stepper.js")]);
  new Stepper(mark(phrases), phrases);
}

init();
