// localStorage. It may be full, forbidden or damaged: then nothing is stored, and nothing else fails.
// A browser keeps one store for a host: the names of a portal below a path begin with that path, so that two portals on
// one host do not share what they store.

const SCRIPT = document.currentScript;
const FOLDER =
  SCRIPT instanceof HTMLScriptElement ? new URL(SCRIPT.src).pathname.replace(/assets\/scripts\/[^/]*$/, "") : "/";

/**
 * Return the name under which the browser stores a value of this portal.
 * @param {string} name
 * @returns {string}
 */
export function storedName(name) {
  return FOLDER === "/" ? name : `${FOLDER}${name}`;
}

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
    const value = JSON.parse(localStorage.getItem(storedName(name)) ?? "null");
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
    localStorage.setItem(storedName(name), JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/**
 * Return whether the browser stores a value under a key.
 * @param {string} name
 * @returns {boolean}
 */
export function hasStored(name) {
  try {
    return localStorage.getItem(storedName(name)) !== null;
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
    localStorage.removeItem(storedName(name));
  } catch {
    // Where storage is forbidden nothing was stored.
  }
}
