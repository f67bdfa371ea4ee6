// A link that opens the reader's mail program with the enquiry as its text.

/** Windows passes at most 2048 characters from a browser to a mail program; longer links are truncated or refused. */
const LONGEST = 1900;

/**
 * Return a link with the first body that fits, and its index; the last body must always fit.
 * @param {string} to
 * @param {string} subject
 * @param {string[]} bodies
 * @returns {{href: string, chosen: number}}
 */
export function mailLink(to, subject, bodies) {
  const links = bodies.map(
    (body) => `mailto:${encodeURIComponent(to).replace("%40", "@")}?subject=${encoded(subject)}&body=${encoded(body)}`,
  );
  const fits = links.findIndex((link) => link.length <= LONGEST);
  const chosen = fits < 0 ? links.length - 1 : fits;
  return { href: links[chosen], chosen };
}

/** @param {string} text */
const encoded = (text) => encodeURIComponent(text.replace(/\n/g, "\r\n"));
