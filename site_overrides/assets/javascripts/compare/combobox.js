/**
 * A box in which an authority is chosen by typing part of its name, as the ARIA pattern has it.
 *
 * Focus stays in the box; the arrows move `aria-activedescendant`. While an input method is composing
 * nothing is looked up and no key is taken from it.
 */

const MOST = 20; // options shown
const PAUSE = 150; // ms without typing before a look-up

export class Combobox {
  #part;
  #find;
  #onChoose;
  #options = [];
  #active = -1;
  #chosen = ""; // the name of what is chosen
  #asked = 0; // number of the newest question; answers to older ones are dropped
  #timer = 0;

  /** `part` has input, list and status; `find` gives authorities; `onChoose` takes one, or null. */
  constructor(part, find, onChoose) {
    this.#part = part;
    this.#find = find;
    this.#onChoose = onChoose;
    const { input, list } = part;
    input.addEventListener("input", (event) => event.isComposing || this.#askSoon());
    input.addEventListener("compositionend", () => this.#askSoon());
    input.addEventListener("keydown", (event) => this.#key(event));
    input.addEventListener("blur", () => this.#leave());
    list.addEventListener("pointerdown", (event) => event.preventDefault()); // the box keeps the focus
    list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) this.#choose([...list.children].indexOf(option));
    });
  }

  /** Show what is chosen, from outside; an empty name is nothing. */
  set(name) {
    this.#chosen = name;
    this.#part.input.value = name;
    this.#close();
  }

  say(text) {
    this.#part.status.textContent = text;
  }

  #key(event) {
    if (event.isComposing || event.keyCode === 229) return;
    const open = this.#options.length > 0;
    const taken = {
      ArrowDown: () => (open ? this.#activate(this.#active + 1) : this.#ask()),
      ArrowUp: () => open && this.#activate(this.#active - 1),
      Enter: () => (open ? this.#choose(Math.max(this.#active, 0)) : this.#ask()),
      Escape: () => open && this.#close(),
    }[event.key]?.();
    if (taken !== undefined && taken !== false) event.preventDefault();
  }

  #activate(index) {
    this.#active = Math.max(-1, Math.min(index, this.#options.length - 1));
    const options = [...this.#part.list.children];
    options.forEach((option, i) => option.setAttribute("aria-selected", String(i === this.#active)));
    const active = options[this.#active];
    if (active) this.#part.input.setAttribute("aria-activedescendant", active.id);
    else this.#part.input.removeAttribute("aria-activedescendant");
    active?.scrollIntoView({ block: "nearest" });
    return true;
  }

  #askSoon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask(), PAUSE);
  }

  async #ask() {
    clearTimeout(this.#timer);
    const query = this.#part.input.value.trim();
    const asked = ++this.#asked;
    if (!query) return this.#show([], "");
    try {
      const found = await this.#find(query);
      if (asked === this.#asked) this.#show(found ?? [], status(found));
    } catch (error) {
      if (asked === this.#asked) this.#show([], "名单没有取到，请再试一次");
      console.warn("compare:", error);
    }
  }

  #show(found, words) {
    const { input, list } = this.#part;
    this.#options = found.slice(0, MOST);
    list.replaceChildren(...this.#options.map((one, i) => option(one, `${list.id}-${i}`)));
    list.hidden = this.#options.length === 0;
    list.scrollTop = 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    this.#activate(-1);
    this.say(words);
  }

  #close() {
    clearTimeout(this.#timer);
    this.#asked += 1;
    this.#show([], "");
  }

  #choose(index) {
    const one = this.#options[index];
    this.set(one.name);
    this.#onChoose(one);
  }

  /** An emptied box gives up its choice; another text that was not chosen goes back to the choice. */
  #leave() {
    const { input } = this.#part;
    const emptied = this.#chosen !== "" && input.value.trim() === "";
    this.set(emptied ? "" : this.#chosen);
    if (emptied) this.#onChoose(null);
  }
}

function option({ name, region, years }, id) {
  const item = document.createElement("li");
  const note = document.createElement("small");
  item.id = id;
  item.setAttribute("role", "option");
  item.setAttribute("aria-selected", "false");
  note.textContent = `${region} · ${years.join("、")} 年`;
  item.append(name, note);
  return item;
}

function status(found) {
  if (found === null) return "叫这个的机关太多，请再加一个地名里的字";
  if (found.length === 0) return "没有找到，换几个字试试";
  return found.length > MOST ? `找到 ${found.length} 个机关，先列 ${MOST} 个` : `找到 ${found.length} 个机关`;
}
