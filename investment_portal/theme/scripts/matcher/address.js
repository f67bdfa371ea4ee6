// Facts in the fragment of the page's address (after "#"), which browsers never send, neither in requests nor as
// referrer. A link may also have them as parameters (after "?"); they are moved to the fragment at once.
import { readAddress } from "../lib/address.js";

const LONGEST = 4000;

/** Return whether the fragment holds facts rather than an anchor. */
export function hasFacts() {
  return location.hash.includes("=");
}

/**
 * Return the facts of the address, parameters and fragment.
 * @returns {URLSearchParams}
 */
export function readFacts() {
  const address = readAddress();
  const fragment = hasFacts() ? new URLSearchParams(location.hash.slice(1, LONGEST)) : [];
  for (const [name, value] of fragment) address.append(name, value);
  return address;
}

/**
 * Write facts into the fragment in place; empty ones are left out.
 * @param {[string, string][]} facts
 */
export function writeFacts(facts) {
  const address = new URL(location.href);
  address.search = "";
  address.hash = new URLSearchParams(facts.filter(([, value]) => value !== "")).toString();
  if (address.href === location.href) return;
  try {
    history.replaceState(null, "", address);
  } catch {
    // From disk some browsers keep the address as it is; the page works all the same.
  }
}
