// The projects that a reader can ask about: a script of their own, loaded once somebody does.

/** @typedef {{id: string, name: string, sector: string, desks: string[]}} NamedProject */

/** @type {Promise<NamedProject[]> | null} */
let asked = null;

/**
 * Loads the projects; where that fails there are none, and the route is found without.
 * @param {string} source
 * @returns {Promise<NamedProject[]>}
 */
export function loadProjects(source) {
  asked ??= new Promise((resolve) => {
    const script = document.createElement("script");
    const handed = /** @type {{routeProjects?: [string, string, string, string[]][]}} */ (/** @type {unknown} */ (globalThis));
    script.addEventListener("load", () => resolve((handed.routeProjects ?? []).map(([id, name, sector, desks]) => ({ id, name, sector, desks }))));
    script.addEventListener("error", () => resolve([]));
    script.src = source;
    document.head.append(script);
  });
  return asked;
}
