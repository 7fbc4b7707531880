/** Fetches the files of the index: each is compressed with gzip, so that any server will do. */

const PAUSE = 300; // ms before a file that was not had whole is asked for again

/** The bytes of a file of the index, unpacked; throws where it cannot be had whole, twice asked for. */
export function unpack(url) {
  return twice(url, ({ body }) => new Response(body.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer());
}

/** A file of the index that holds JSON. */
export async function unpackJson(url) {
  return JSON.parse(new TextDecoder().decode(await unpack(url)));
}

/** The bytes of a file that is not compressed. */
export function plain(url) {
  return twice(url, (response) => response.arrayBuffer());
}

/** A function that asks `load` once for each key; what failed is asked for again. */
export function once(load) {
  const known = new Map();
  return (key) => {
    if (!known.has(key)) {
      const asked = load(key);
      known.set(key, asked);
      asked.catch(() => known.delete(key));
    }
    return known.get(key);
  };
}

async function twice(url, read) {
  const attempt = async (cache) => {
    const response = await fetch(url, { cache });
    if (!response.ok) throw new Error(`${response.status} ${url}`);
    return read(response);
  };
  try {
    return await attempt("default");
  } catch {
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    return attempt("reload"); // the browser may have kept half a file
  }
}
