/** Fetches the files of the index: each is compressed with gzip, so that any server will do. */

/** The bytes of a file of the index, unpacked; throws where it cannot be had. */
export async function unpack(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  return new Response(response.body.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
}

/** A file of the index that holds JSON. */
export async function unpackJson(url) {
  return JSON.parse(new TextDecoder().decode(await unpack(url)));
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
