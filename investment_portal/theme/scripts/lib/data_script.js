// Data scripts: a page opened from disk may not fetch, so data comes as a script that registers it under a name.

/** @type {Map<string, Promise<any>>} */
const loads = new Map();

/**
 * Return the data of a script; each script is loaded once.
 * @param {string} address
 * @param {string} name
 * @returns {Promise<any>}
 */
export function loadData(address, name) {
  const running = loads.get(address);
  if (running) return running;
  const loading = new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.addEventListener("load", () => resolve(loadedData(name)));
    script.addEventListener("error", () => {
      // The next call tries again: the connection may be back.
      loads.delete(address);
      reject(new Error(`${address} did not load`));
    });
    document.head.append(script);
  });
  loads.set(address, loading);
  return loading;
}

/**
 * Return the data that a script has registered; undefined where it failed.
 * @param {string} name
 * @returns {any}
 */
export function loadedData(name) {
  return /** @type {{portalData?: Record<string, any>}} */ (globalThis).portalData?.[name];
}
