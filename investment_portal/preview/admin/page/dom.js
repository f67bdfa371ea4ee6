// Elements, requests and the words of the page.

/** @typedef {Record<string, any>} Values */

/**
 * Make an element. Attributes that begin with "on" are listeners; null and false are left out.
 * @param {string} tag @param {Values} [attributes] @param {...(Node | string | null | undefined)} children
 * @returns {any}
 */
export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== null && value !== undefined && value !== false) node.setAttribute(name, String(value));
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

/** Replace what is inside a node. @param {Element} node @param {...(Node | string | null)} children */
export function fill(node, ...children) {
  while (node.firstChild) node.firstChild.remove();
  node.append(...children.filter((child) => child !== null));
}

/** @type {{ lang: string, words: Record<string, string>, names: Record<string, string[][]>, person: string }} */
export const state = { lang: "zh", words: {}, names: {}, person: "" };

/** Return a word of the page; {} in it is replaced. @param {string} name @param {...(string | number)} values */
export function word(name, ...values) {
  return values.reduce((/** @type {string} */ text, value) => text.replace("{}", String(value)), state.words[name] || name);
}

/** Show a message above the page. @param {string} text @param {boolean} [bad] */
export function say(text, bad = false) {
  const box = /** @type {HTMLElement} */ (document.getElementById("message"));
  box.hidden = !text;
  box.className = bad ? "bad" : "good";
  box.textContent = text;
}

/**
 * Send a request of the form; without an answer the message says so and null is returned.
 * @param {string} name @param {Values} [values] @returns {Promise<{ status: number, value: any } | null>}
 */
export async function ask(name, values = {}) {
  try {
    const answer = await fetch(`api/${name}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ ...values, lang: state.lang, person: state.person }),
    });
    const value = await answer.json();
    if (value.error) say(value.error, true);
    return { status: answer.status, value };
  } catch {
    say(word("offline"), true);
    return null;
  }
}

/** Send a photograph. @param {Values} values @param {Blob} content @returns {Promise<any>} */
export async function sendPicture(values, content) {
  try {
    const query = new URLSearchParams({ ...values, lang: state.lang }).toString();
    const answer = await fetch(`api/picture?${query}`, {
      method: "POST",
      headers: { "Content-Type": "application/octet-stream" },
      body: content,
    });
    const value = await answer.json();
    if (value.error) say(value.error, true);
    return value.error ? null : value;
  } catch {
    say(word("offline"), true);
    return null;
  }
}

/** Read from the browser's store, which may be switched off. @param {string} key */
export function remembered(key) {
  try {
    return localStorage.getItem(`portal-form:${key}`);
  } catch {
    return null;
  }
}

/** Keep in the browser's store; null removes. @param {string} key @param {string | null} value */
export function remember(key, value) {
  try {
    if (value === null) localStorage.removeItem(`portal-form:${key}`);
    else localStorage.setItem(`portal-form:${key}`, value);
  } catch {
    // Without a store nothing is remembered.
  }
}
