// The facts in the page's address, behind the "#": that part of an address is never sent, not when a link is opened,
// not as the page that a reader comes from. A link may also name them behind the "?", and they move at once.
import { readAddress } from "../lib/address.js";

const LONGEST = 4000;

/** Says whether the part behind the "#" holds facts rather than the name of a place on the page. */
export function holdsFacts() {
  return location.hash.includes("=");
}

/**
 * Reads what the address says, both parts of it.
 * @returns {URLSearchParams}
 */
export function readFacts() {
  const address = readAddress();
  const behind = holdsFacts() ? new URLSearchParams(location.hash.slice(1, LONGEST)) : [];
  for (const [name, value] of behind) address.append(name, value);
  return address;
}

/**
 * Writes facts into the address in place; empty ones leave it.
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
