// Ids of projects in an address: ?ids=a,b

const SHAPE = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const LONGEST = 64;
const NAMED = 5;

/**
 * Return whether a text can be a record's id.
 * @param {string} text
 * @returns {boolean}
 */
export function isId(text) {
  return text.length <= LONGEST && SHAPE.test(text);
}

/**
 * Parse ids, without repetition; values that cannot be ids are returned shortened.
 * @param {string} text
 * @returns {{ids: string[], dropped: string[]}}
 */
export function readIds(text) {
  const parts = [...new Set(text.split(/[,，\s]+/).filter(Boolean))];
  const dropped = parts
    .filter((part) => !isId(part))
    .map((part) => (part.length > 24 ? `${part.slice(0, 24)}…` : part));
  return { ids: parts.filter(isId), dropped };
}

/**
 * Format a list of names; a long one ends with the number of further names.
 * @param {string[]} names
 * @param {string} language
 * @param {(names: string, count: number) => string} more
 * @returns {string}
 */
export function formatNames(names, language, more) {
  const joined = names.slice(0, NAMED).join(language === "zh" ? "、" : ", ");
  return names.length > NAMED ? more(joined, names.length - NAMED) : joined;
}
