// Places of the world by the portal's origin that each belongs to: assets/data/places.js, loaded when a reader types a place.
import { loadData } from "../lib/data_script.js";
import { isNear } from "../lib/search/nearness.js";

/**
 * @typedef {object} KnownPlace
 * @property {string} origin id of the portal's origin
 * @property {{zh: string, en: string}} name
 * @property {string[]} keys all names, as `plain` writes them
 * @property {{zh: string, en: string} | null} via the enclosing place that the origin names: Germany for Munich
 * @property {boolean} abroad
 */

/**
 * Return a name as it is compared: small letters without accents, spaces and signs.
 * @param {string} text
 */
export function plain(text) {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\u0300-\u036f\s'’·.–-]+/g, "");
}

/** @type {Promise<KnownPlace[]> | null} */
let loading = null;

/**
 * Return all places; none where they do not load.
 * @param {string} folder address of the data scripts, with a slash at its end
 * @returns {Promise<KnownPlace[]>}
 */
export function loadPlaces(folder) {
  loading = loading ?? loadData(`${folder}places.js`, "places").then(readPlaces, () => {
    // The next call tries again.
    loading = null;
    return [];
  });
  return loading;
}

/**
 * @param {[string, string, string, 0 | 1, string][]} groups
 * @returns {KnownPlace[]}
 */
export function readPlaces(groups) {
  return groups.flatMap(([origin, zh, en, abroad, names]) =>
    names.split(", ").map((text) => {
      const space = text.indexOf(" ");
      const [chinese, others] = [text.slice(0, space), text.slice(space + 1).split("/")];
      const name = { zh: chinese === "-" ? others[0] : chinese, en: others[0] };
      const keys = [...new Set([name.zh, `${name.zh}市`, ...others].map(plain))];
      return { origin, name, keys, via: en ? { zh: zh || en, en } : null, abroad: abroad === 1 };
    }),
  );
}

/**
 * Return the places with just this name, in any language; larger ones first.
 * @param {KnownPlace[]} places
 * @param {string} typed
 * @returns {KnownPlace[]}
 */
export function placesNamed(places, typed) {
  const wanted = plain(typed);
  return places.filter(({ keys }) => keys.includes(wanted));
}

/**
 * Return places whose names are a letter away from a typed one that is not known.
 * @param {KnownPlace[]} places
 * @param {string} typed
 * @param {number} [limit]
 * @returns {KnownPlace[]}
 */
export function similarPlaces(places, typed, limit = 3) {
  const wanted = plain(typed);
  if (wanted.length < 4) return [];
  return places.filter(({ keys }) => keys.some((key) => isNear(key, wanted))).slice(0, limit);
}
