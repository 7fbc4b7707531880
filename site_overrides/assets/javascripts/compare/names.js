/** Finds authorities by part of a name or region: loads the part of the list that the rarest letters name. */

/** Loads a JSON part of the site. */
export async function load(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  return response.json();
}

export class Names {
  #folder;
  #files = new Map(); // file name → promise of what it holds

  constructor(base) {
    this.#folder = `${base}compare/names/`;
  }

  /**
   * The authorities whose region or name contains every word of the query, best first; null where the
   * query has nothing but letters that too many names share.
   */
  async find(query) {
    const words = query.split(/\s+/).filter(Boolean);
    const root = await this.#file("index.json");
    const characters = [...words.join("")];
    if (!characters.every((one) => root.listed.includes(one) || root.common.includes(one))) return [];
    const authorities = (await this.#rarest(characters, root)) ?? (await this.#longer(words, root));
    if (!authorities) return null;
    return authorities
      .map(([key, name, region, years]) => ({ key, name, region, years }))
      .filter((one) => words.every((word) => one.name.includes(word) || joined(one.region).includes(word)))
      .sort((a, b) => rank(a, words) - rank(b, words));
  }

  /** The authorities of the rarest character, or of one whose part is here already; null: all are common. */
  async #rarest(characters, { listed }) {
    const some = characters.filter((one) => listed.includes(one));
    if (some.length === 0) return null;
    const here = some.find((one) => this.#files.has(fileOf(one)));
    return this.#file(fileOf(here ?? some.reduce((a, b) => (listed.indexOf(a) < listed.indexOf(b) ? a : b))));
  }

  /** The authorities of the first letters of a word that are rare enough together; null: none are. */
  async #longer(words, root) {
    for (const word of words.map((one) => [...one])) {
      for (let start = 0; start < word.length; start += 1) {
        let part = root;
        for (let end = start; end + 1 < word.length && part.common.includes(word[end]); end += 1) {
          part = await this.#file(fileOf(...word.slice(start, end + 1)));
          if (part.listed.includes(word[end + 1])) return this.#file(fileOf(...word.slice(start, end + 2)));
        }
      }
    }
    return null;
  }

  #file(name) {
    if (!this.#files.has(name)) {
      const loading = load(this.#folder + name);
      this.#files.set(name, loading);
      loading.catch(() => this.#files.delete(name)); // the next question tries again
    }
    return this.#files.get(name);
  }
}

function fileOf(...letters) {
  return `${letters.map((one) => one.codePointAt(0).toString(16)).join("-")}.json`;
}

function joined(region) {
  return region.replaceAll(" ", "");
}

/** Names that begin with the query before those that contain it, and these before regions that do. */
function rank({ name }, words) {
  if (name.startsWith(words[0])) return 0;
  return words.every((word) => name.includes(word)) ? 1 : 2;
}
