/** Finds authorities by part of a name or region: loads the list of one character of the query, the rarest. */

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
   * query has nothing but characters that too many names share.
   */
  async find(query) {
    const words = query.split(/\s+/).filter(Boolean);
    const { listed, common } = await this.#file("index.json");
    const characters = [...words.join("")];
    if (characters.some((one) => !listed.includes(one) && !common.includes(one))) return [];
    const some = characters.filter((one) => listed.includes(one));
    if (some.length === 0) return null;
    const known = some.find((one) => this.#files.has(fileOf(one))); // what is here costs nothing
    const rarest = some.reduce((a, b) => (listed.indexOf(a) <= listed.indexOf(b) ? a : b));
    const authorities = await this.#file(fileOf(known ?? rarest));
    return authorities
      .map(([key, name, region, years]) => ({ key, name, region, years }))
      .filter((one) => words.every((word) => one.name.includes(word) || joined(one.region).includes(word)))
      .sort((a, b) => rank(a, words) - rank(b, words));
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

function fileOf(character) {
  return `${character.codePointAt(0).toString(16)}.json`;
}

function joined(region) {
  return region.replaceAll(" ", "");
}

/** Names that begin with the query before those that contain it, and these before regions that do. */
function rank({ name }, words) {
  if (name.startsWith(words[0])) return 0;
  return words.every((word) => name.includes(word)) ? 1 : 2;
}
