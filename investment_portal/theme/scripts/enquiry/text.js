// Typed text without control characters.

const SURROGATES = /[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g;
const UNSEEN = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/**
 * Trim a text and remove control characters, direction marks and lone surrogates.
 * @param {string} text
 * @param {{lines?: boolean}} [how] lines: keep line breaks
 * @returns {string}
 */
export function clean(text, { lines = false } = {}) {
  const whole = text
    .replace(/\r\n?/g, "\n")
    .replace(/\t/g, " ")
    .replace(SURROGATES, (signs) => (signs.length > 1 ? signs : "\ufffd"))
    .replace(UNSEEN, "")
    .normalize("NFC");
  return (lines ? whole.replace(/\n{3,}/g, "\n\n") : whole.replace(/\s+/g, " ")).trim();
}

/**
 * Truncate a text that is only shown, never sent.
 * @param {string} text
 * @param {number} limit
 */
export function cut(text, limit) {
  const characters = [...text];
  return characters.length > limit ? `${characters.slice(0, limit - 1).join("")}…` : text;
}
