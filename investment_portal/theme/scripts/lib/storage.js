// localStorage. It may be full, forbidden or damaged: then nothing is stored, and nothing else fails.

/**
 * Return the stored value of a key if `fits` accepts it, else `otherwise`.
 * @template Kept
 * @param {string} name
 * @param {(value: unknown) => value is Kept} fits
 * @param {Kept} otherwise
 * @returns {Kept}
 */
export function readStored(name, fits, otherwise) {
  try {
    const value = JSON.parse(localStorage.getItem(name) ?? "null");
    return fits(value) ? value : otherwise;
  } catch {
    return otherwise;
  }
}

/**
 * Store a value; return whether the browser did.
 * @param {string} name
 * @param {unknown} value
 * @returns {boolean}
 */
export function writeStored(name, value) {
  try {
    localStorage.setItem(name, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/**
 * Remove the value of a key.
 * @param {string} name
 */
export function removeStored(name) {
  try {
    localStorage.removeItem(name);
  } catch {
    // Where storage is forbidden nothing was stored.
  }
}
