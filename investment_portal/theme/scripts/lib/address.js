// What the page's address says, and saying it there: a copied address shows the same again.

const LONGEST = 4000;

/**
 * Reads the address; one too long to be ours is cut.
 * @returns {URLSearchParams}
 */
export function readAddress() {
  return new URLSearchParams(location.search.slice(0, LONGEST));
}

/** What messengers, search engines and mailings add to addresses that are sent on; none of the portal's own names. */
const ADDED =
  /^(?:utm_\w*|fbclid|gclid|msclkid|spm|isappinstalled|nsukey|scene|clicktime|enterid|share_\w*|wxshare_count|weixin\w*|_t)$/;

/**
 * Says whether a parameter was added on the way: it is passed over without a word.
 * @param {string} name
 * @param {string} value
 */
export function isAdded(name, value) {
  return ADDED.test(name) || (name === "from" && /^(?:singlemessage|groupmessage|timeline)$/.test(value));
}

/**
 * Writes a state into the address, in place or as a step that the back button undoes; empty values leave it.
 * @param {Iterable<[string, string]>} state
 * @param {{step?: boolean}} [how]
 */
export function writeAddress(state, { step = false } = {}) {
  const address = new URL(location.href);
  address.search = new URLSearchParams([...state].filter(([, value]) => value !== "")).toString();
  if (address.href === location.href) return;
  try {
    history[step ? "pushState" : "replaceState"](null, "", address);
  } catch {
    // From disk some browsers keep the address as it is; the page works all the same.
  }
}
