// Elements, and data embedded in the page. Text is set as text, never as markup.

/** @typedef {Node | string | number | null | undefined | false} Child */

/**
 * Create an element; attributes that are false, null or undefined are left out, true ones are empty.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | number | boolean | null | undefined>} [attributes]
 * @param {...(Child | Child[])} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== false && value !== null && value !== undefined)
      element.setAttribute(name, value === true ? "" : String(value));
  element.append(
    ...children
      .flat()
      .filter((child) => child !== null && child !== undefined && child !== false)
      .map((child) => (typeof child === "number" ? String(child) : child)),
  );
  return element;
}

/**
 * Put children in the place of those that an element has.
 * @param {Element} element
 * @param {...(Node | string)} children
 */
export function setChildren(element, ...children) {
  element.textContent = "";
  element.append(...children);
}

/**
 * Return an element that the template always has; throw where it is missing.
 * @template {Element} [Found=HTMLElement]
 * @param {string} selector
 * @param {ParentNode} [within]
 * @returns {Found}
 */
export function find(selector, within = document) {
  const element = within.querySelector(selector);
  if (!element) throw new Error(`nothing here is ${selector}`);
  return /** @type {Found} */ (/** @type {unknown} */ (element));
}

/**
 * Parse the JSON that a component embedded in the page.
 * @param {string} selector
 * @returns {any}
 */
export function readJson(selector) {
  return JSON.parse(find(selector).textContent ?? "null");
}

/**
 * Replace the placeholders of a message: "{count} projects".
 * @param {string} sentence
 * @param {Record<string, string | number>} values
 * @returns {string}
 */
export function formatMessage(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (gap, name) => (name in values ? String(values[name]) : gap));
}
