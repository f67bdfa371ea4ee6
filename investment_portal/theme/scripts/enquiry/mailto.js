// A link that opens the reader's own mail program with the brief in it.

/** Windows hands at most 2048 signs from a browser to a mail program; what is longer is cut or refused. */
const LONGEST = 1900;

/**
 * Gives the first of the bodies that fits, and which it is; the last one must be short enough for any.
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
