// Parameters of the form's address: projects, a contact, an event. Anything but ids is reported and ignored.
import { readAddress } from "../lib/address.js";
import { cut } from "./text.js";

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const LONGEST = 100;
/** More projects than a contact can answer about at once. */
export const MOST_PROJECTS = 20;
const MOST_TOLD = 3;

/**
 * @typedef {{ids: string[], desk: string, event: string, dropped: string[]}} Wish
 */

/** @returns {Wish} */
export function readWish() {
  const address = readAddress();
  const asked = [...(address.get("ids") ?? "").split(","), address.get("project") ?? ""]
    .map((id) => id.trim())
    .filter(Boolean);
  const ids = [...new Set(asked)].filter(isId);
  const dropped = [...new Set(asked)].filter((id) => !isId(id));
  return {
    ids: ids.slice(0, MOST_PROJECTS),
    desk: address.get("desk") ?? "",
    event: address.get("event") ?? "",
    dropped: [...dropped, ...ids.slice(MOST_PROJECTS)],
  };
}

/**
 * Format the ignored values, shortened.
 * @param {string[]} dropped
 * @returns {string}
 */
export function naming(dropped) {
  const told = dropped.slice(0, MOST_TOLD).map((id) => `“${cut(id, 24)}”`);
  return told.join(" ") + (dropped.length > MOST_TOLD ? " …" : "");
}

/** @param {string} id */
const isId = (id) => id.length <= LONGEST && ID.test(id);
