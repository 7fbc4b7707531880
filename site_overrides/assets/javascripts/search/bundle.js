/** Opens the bundles of the shards with Pagefind's program, which the site has once for all of them. */

let first = null; // the bundle that loads the WebAssembly; the others find it there

/** The Pagefind instance, ready to search, of the bundle in a folder below `root`. */
export async function bundle(root, folder) {
  if (first) {
    await first;
    return open(root, folder);
  }
  first = open(root, folder);
  first.catch(() => (first = null)); // so that the next question tries again
  return first;
}

async function open(root, folder) {
  const { createInstance } = await import(new URL("pagefind.js", root).href);
  // Without its worker: that would be 12 kB more, and most answers take a few milliseconds.
  const options = { basePath: new URL(`${folder}/`, root).href, noWorker: true, metaCacheTag: folder };
  const instance = createInstance(options);
  await instance.preload(""); // waits for the program and the bundle's list of files
  return instance;
}
