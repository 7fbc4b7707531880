/** Starts the search: the box in the header, and the marks of a page opened from a result. */

import { mark } from "./highlight.js";
import { Panel } from "./panel.js";

function init() {
  const root = document.querySelector("[data-nb-search]");
  if (root) new Panel(root);
  mark(new URLSearchParams(location.search).getAll("h"));
}

init();
