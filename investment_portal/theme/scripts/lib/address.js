// The page's address: its parameters hold the state, so that a copied address shows the same again.

const LONGEST = 4000;

/**
 * Return the parameters of the address; an overlong one is truncated.
 * @returns {URLSearchParams}
 */
export function readAddress() {
  return new URLSearchParams(location.search.slice(0, LONGEST));
}

/** Parameters that messengers, search engines and mailings add to links; none of the portal's own. */
const TRACKING =
  /^(?:utm_\w*|fbclid|gclid|msclkid|spm|isappinstalled|nsukey|scene|clicktime|enterid|share_\w*|wxshare_count|weixin\w*|_t)$/;

/**
 * Return whether a parameter was added by a third party: it is ignored silently.
 * @param {string} name
 * @param {string} value
 */
export function isTrackingParameter(name, value) {
  return TRACKING.test(name) || (name === "from" && /^(?:singlemessage|groupmessage|timeline)$/.test(value));
}

/**
 * Write a state into the address, in place or as a history entry; empty values are left out.
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
