// Data scripts: a page opened from disk may not fetch, so such a script hands its data over under a name.

/** @type {Map<string, Promise<any>>} */
const asked = new Map();

/**
 * Gives what a data script hands over, once it is loaded; each is loaded once.
 * @param {string} address
 * @param {string} name
 * @returns {Promise<any>}
 */
export function handed(address, name) {
  const known = asked.get(address);
  if (known) return known;
  const loading = new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.addEventListener("load", () => resolve(taken(name)));
    script.addEventListener("error", () => {
      // The next one to ask tries again: the line may be back.
      asked.delete(address);
      reject(new Error(`${address} did not load`));
    });
    document.head.append(script);
  });
  asked.set(address, loading);
  return loading;
}

/**
 * Gives what a data script that the page itself loads has handed over; nothing where it failed.
 * @param {string} name
 * @returns {any}
 */
export function taken(name) {
  return /** @type {{portalData?: Record<string, any>}} */ (globalThis).portalData?.[name];
}
