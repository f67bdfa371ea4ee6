// Parameters of the form's address: projects, a contact, an event. Anything but ids is reported and ignored.
import { readAddress } from "../lib/address.js";
import { cut } from "./text.js";

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const LONGEST = 100;
/** More projects than a contact can answer about at once. */
export const PROJECT_LIMIT = 20;
const SHOWN = 3;

/**
 * @typedef {{ids: string[], contact: string, event: string, dropped: string[]}} Parameters
 */

/** @returns {Parameters} */
export function readParameters() {
  const address = readAddress();
  const requested = [...(address.get("ids") ?? "").split(","), address.get("project") ?? ""]
    .map((id) => id.trim())
    .filter(Boolean);
  const ids = [...new Set(requested)].filter(isId);
  const dropped = [...new Set(requested)].filter((id) => !isId(id));
  return {
    ids: ids.slice(0, PROJECT_LIMIT),
    contact: address.get("desk") ?? "",
    event: address.get("event") ?? "",
    dropped: [...dropped, ...ids.slice(PROJECT_LIMIT)],
  };
}

/**
 * Format the ignored values, shortened.
 * @param {string[]} dropped
 * @returns {string}
 */
export function quoteIds(dropped) {
  const shown = dropped.slice(0, SHOWN).map((id) => `“${cut(id, 24)}”`);
  return shown.join(" ") + (dropped.length > SHOWN ? " …" : "");
}

/** @param {string} id */
const isId = (id) => id.length <= LONGEST && ID.test(id);
