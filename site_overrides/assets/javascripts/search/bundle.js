/**
 * The bundles of the shards, searched by Pagefind's program, which the site has once for all of them.
 *
 * Pagefind goes on without a file that it cannot have, and then finds less than there is. Its program therefore
 * fetches by `pagefindFetch` (plugins/mkdocs_nianbao/pagefind.py), which counts what is lost of each bundle.
 */

import { once, plain, unpack } from "./store.js";

const losses = new Map(); // a bundle's path → how many of its files were lost
const wasm = once(unpack); // the same for all bundles
let first = null; // the opening that compiles it; the others find it there

export class Bundle {
  #root;
  #path;
  #opened = null;

  /** The bundle in a folder below `root`. */
  constructor(root, folder) {
    this.#root = root;
    this.#path = new URL(`${folder}/`, root).pathname;
    if (!losses.has(this.#path)) losses.set(this.#path, 0);
  }

  /** Load what every search needs. */
  open() {
    return this.#use(() => null);
  }

  /** Pagefind's results; throws where a file could not be had: the next search tries again. */
  async search(phrase) {
    const { results } = await this.#use((instance) => instance.search(phrase));
    return results;
  }

  async #use(act) {
    const opened = (this.#opened ??= { instance: open(this.#root, this.#path), losses: losses.get(this.#path) });
    try {
      const found = await act(await opened.instance);
      if (losses.get(this.#path) > opened.losses) throw new Error(`not all of ${this.#path} could be loaded`);
      return found;
    } catch (error) {
      if (this.#opened === opened) this.#opened = null;
      throw error;
    }
  }
}

/** What stands for `fetch` in Pagefind's program: a response that is unpacked and whole. */
export async function pagefindFetch(url) {
  try {
    if (url.includes(".json")) return new Response(await plain(url));
    return new Response(await (url.includes("/wasm.") ? wasm(new URL(url, location.href).href) : unpack(url)));
  } catch (error) {
    for (const [path, count] of losses) if (url.startsWith(path)) losses.set(path, count + 1);
    throw error;
  }
}

async function open(root, path) {
  if (first) {
    await first;
    return create(root, path);
  }
  first = create(root, path);
  first.catch(() => (first = null)); // so that the next question tries again
  return first;
}

async function create(root, path) {
  const { createInstance } = await import(new URL("pagefind.js", root).href);
  // Without its worker: that would be 12 kB more, and most answers take a few milliseconds.
  const instance = createInstance({ basePath: path, noWorker: true, metaCacheTag: "" });
  await instance.preload(""); // waits for the program and the bundle's list of files
  return instance;
}
