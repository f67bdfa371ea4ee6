// A short message at the foot of the window, announced by screen readers.
import { make, setChildren } from "./dom.js";

const DURATION = 6000;

/** @type {HTMLElement | undefined} */
let element;
let timer = 0;

/**
 * Show a message for a while; one with a control stays until the next.
 * @param {string} text
 * @param {HTMLElement} [control]
 */
export function showToast(text, control) {
  if (!element) {
    element = make("div", { class: "toast", role: "status" });
    document.body.append(element);
  }
  clearTimeout(timer);
  setChildren(element, make("p", {}, text));
  if (control) element.append(control);
  element.classList.add("toast--shown");
  if (!control) timer = window.setTimeout(hideToast, DURATION);
}

/** Hide the message. */
export function hideToast() {
  element?.classList.remove("toast--shown");
  if (element) setChildren(element);
}
