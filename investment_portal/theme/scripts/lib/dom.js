// Elements and the data that a page brings along. Text is set as text, never as markup.

/** @typedef {Node | string | number | null | undefined | false} Child */

/**
 * Makes an element; attributes that are false, null or undefined are left out, true ones are set empty.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | number | boolean | null | undefined>} [attributes]
 * @param {...(Child | Child[])} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== false && value !== null && value !== undefined)
      made.setAttribute(name, value === true ? "" : String(value));
  made.append(
    ...children
      .flat()
      .filter((child) => child !== null && child !== undefined && child !== false)
      .map((child) => (typeof child === "number" ? String(child) : child)),
  );
  return made;
}

/**
 * Finds an element that the page's template promises; a missing one is our mistake and says so.
 * @template {Element} [Found=HTMLElement]
 * @param {string} selector
 * @param {ParentNode} [within]
 * @returns {Found}
 */
export function find(selector, within = document) {
  const found = within.querySelector(selector);
  if (!found) throw new Error(`nothing here is ${selector}`);
  return /** @type {Found} */ (/** @type {unknown} */ (found));
}

/**
 * Reads the data that a component left in its page as JSON.
 * @param {string} selector
 * @returns {any}
 */
export function dataOf(selector) {
  return JSON.parse(find(selector).textContent ?? "null");
}

/**
 * Fills the gaps of a sentence: "{count} projects".
 * @param {string} sentence
 * @param {Record<string, string | number>} values
 * @returns {string}
 */
export function say(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (gap, name) => (name in values ? String(values[name]) : gap));
}
