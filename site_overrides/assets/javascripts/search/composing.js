/** Typing in a field, with an input method or without: what is being composed is no query yet. */

const PAUSE = 120; // ms without typing before a search

/** Call `ask` a moment after the last change of the field's text. */
export function listenToTyping(input, ask) {
  let timer = 0;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  };
  input.addEventListener("input", (event) => event.isComposing || soon());
  input.addEventListener("compositionstart", () => clearTimeout(timer));
  input.addEventListener("compositionend", soon);
}
