// What a reader's browser keeps between visits. It may be full, forbidden or damaged: then nothing is remembered, and nothing else is lost.

/**
 * Gives what was kept under a name, if it is as `fits` expects.
 * @template Kept
 * @param {string} name
 * @param {(value: unknown) => value is Kept} fits
 * @param {Kept} otherwise
 * @returns {Kept}
 */
export function recall(name, fits, otherwise) {
  try {
    const value = JSON.parse(localStorage.getItem(name) ?? "null");
    return fits(value) ? value : otherwise;
  } catch {
    return otherwise;
  }
}

/**
 * Keeps a value under a name and says whether the browser did.
 * @param {string} name
 * @param {unknown} value
 * @returns {boolean}
 */
export function keep(name, value) {
  try {
    localStorage.setItem(name, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/**
 * Forgets what was kept under a name.
 * @param {string} name
 */
export function forget(name) {
  try {
    localStorage.removeItem(name);
  } catch {
    // Where nothing may be kept, nothing was.
  }
}
