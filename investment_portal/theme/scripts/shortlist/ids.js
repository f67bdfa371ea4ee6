// Ids of projects as an address names them: ?ids=a,b

const SHAPE = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const LONGEST = 64;
const NAMED = 5;

/**
 * Says whether a text can be the id of a record.
 * @param {string} text
 * @returns {boolean}
 */
export function isId(text) {
  return text.length <= LONGEST && SHAPE.test(text);
}

/**
 * Reads ids, each once, and what cannot be one, shortened so that it can be shown.
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
 * Writes names one after another, and how many more there are where they are many.
 * @param {string[]} names
 * @param {string} language
 * @param {(names: string, count: number) => string} more
 * @returns {string}
 */
export function listed(names, language, more) {
  const joined = names.slice(0, NAMED).join(language === "zh" ? "、" : ", ");
  return names.length > NAMED ? more(joined, names.length - NAMED) : joined;
}
