/** A small bar on the opened page: how many places are marked, and the way from one to the next. */

import { element } from "./words.js";

const NAME = "nb-hit-now";

export class Stepper {
  #ranges;
  #bar = element("div", "nb-stepper");
  #count = element("span", "nb-stepper__count");
  #at = -1;

  /** `phrases` are what the ranges mark; nothing is shown where there are none. */
  constructor(ranges, phrases) {
    this.#ranges = ranges.filter((range) => range.startContainer.parentElement.checkVisibility?.() !== false || isFolded(range));
    if (this.#ranges.length === 0) return;
    this.#bar.setAttribute("role", "group");
    this.#bar.setAttribute("aria-label", "页内查找");
    this.#count.setAttribute("role", "status");
    this.#bar.append(
      element("span", "nb-stepper__words", phrases.join(" ")),
      this.#count,
      button("上一处", "↑", () => this.#step(-1)),
      button("下一处", "↓", () => this.#step(1)),
      button("不再标出", "✕", () => this.#close()),
    );
    document.body.append(this.#bar);
    this.#begin();
  }

  /** Start at the section that the address names, else before the first place. */
  #begin() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) {
      this.#count.textContent = `共 ${this.#ranges.length} 处`;
      return;
    }
    const after = (range) => target.compareDocumentPosition(range.startContainer) & ~Node.DOCUMENT_POSITION_PRECEDING;
    this.#go(Math.max(0, this.#ranges.findIndex(after)));
  }

  #step(by) {
    const count = this.#ranges.length;
    this.#go((Math.max(this.#at, by > 0 ? -1 : 0) + by + count) % count);
  }

  #go(index) {
    this.#at = index;
    const range = this.#ranges[index];
    CSS.highlights.set(NAME, new Highlight(range));
    this.#count.textContent = `第 ${index + 1} 处，共 ${this.#ranges.length} 处`;
    for (const folded of foldsOf(range)) folded.open = true;
    const { top, bottom } = range.getBoundingClientRect();
    if (top < innerHeight * 0.15 || bottom > innerHeight * 0.8) {
      scrollTo({ top: scrollY + top - innerHeight / 3, behavior: "instant" });
    }
  }

  #close() {
    CSS.highlights.clear();
    this.#bar.remove();
  }
}

function foldsOf(range) {
  const folds = [];
  for (let at = range.startContainer.parentElement; at; at = at.parentElement) {
    if (at.tagName === "DETAILS") folds.push(at);
  }
  return folds;
}

function isFolded(range) {
  return foldsOf(range).some((folded) => !folded.open);
}

function button(label, sign, act) {
  const made = element("button", "nb-stepper__button", sign);
  made.type = "button";
  made.title = label;
  made.setAttribute("aria-label", label);
  made.addEventListener("click", act);
  return made;
}
