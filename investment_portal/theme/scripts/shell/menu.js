import { find } from "../lib/dom.js";
import { disclose } from "./disclosure.js";

const WIDE = matchMedia("(min-width: 76.25em)");
const STEPS = new Map([
  ["ArrowLeft", -1],
  ["ArrowRight", 1],
]);

/** Make the menu a bar with sub-menus in a wide window, else a drawer that a button of the header opens. */
export function setUpMenu() {
  const menu = /** @type {HTMLElement | null} */ (document.querySelector(".portal-menu"));
  const link = /** @type {HTMLElement | null} */ (document.querySelector(".menu-button"));
  if (!menu || !link) return;
  setUpDrawer(menu, asButton(link));
  for (const section of menu.querySelectorAll(".menu-section")) setUpSection(/** @type {HTMLElement} */ (section));
  setUpBar(menu);
}

/**
 * Put a button in the place of an element.
 * @param {HTMLElement} element
 * @returns {HTMLButtonElement}
 */
function asButton(element) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = element.className;
  for (const name of ["aria-label", "data-close"])
    if (element.hasAttribute(name)) button.setAttribute(name, element.getAttribute(name) || "");
  button.append(...element.childNodes);
  button.setAttribute("aria-expanded", "false");
  element.replaceWith(button);
  return button;
}

/**
 * @param {HTMLElement} menu
 * @param {HTMLButtonElement} button
 */
function setUpDrawer(menu, button) {
  const labels = [button.getAttribute("aria-label") || "", button.getAttribute("data-close") || ""];
  button.setAttribute("aria-controls", menu.id);
  const header = /** @type {HTMLElement} */ (find(".portal-header"));
  const set = disclose(button, document.body, (open) => {
    if (open) menu.style.top = `${header.getBoundingClientRect().bottom}px`;
    document.documentElement.classList.toggle("menu-open", open);
    button.setAttribute("aria-label", labels[open ? 1 : 0]);
    const first = /** @type {HTMLElement | null} */ (menu.querySelector("a, button"));
    if (open && first) first.focus();
  });
  document.addEventListener("click", (event) => {
    const { target } = event;
    if (!(target instanceof Node) || menu.contains(target) || button.contains(target)) return;
    if (button.getAttribute("aria-expanded") === "true") set(false);
  });
  menu.addEventListener("keydown", (event) => {
    if (WIDE.matches || event.key !== "Tab") return;
    const stops = visibleStops(menu);
    const edge = event.shiftKey ? stops[0] : stops[stops.length - 1];
    if (document.activeElement !== edge) return;
    event.preventDefault();
    button.focus();
  });
  button.addEventListener("keydown", (event) => {
    if (event.key !== "Tab" || button.getAttribute("aria-expanded") !== "true") return;
    event.preventDefault();
    const stops = visibleStops(menu);
    stops[event.shiftKey ? stops.length - 1 : 0].focus();
  });
  WIDE.addListener(() => {
    menu.style.top = "";
    set(false);
  });
}

/**
 * @param {HTMLElement} menu
 * @returns {HTMLElement[]}
 */
function visibleStops(menu) {
  const every = /** @type {HTMLElement[]} */ (Array.from(menu.querySelectorAll("a, button")));
  return every.filter((stop) => stop.getClientRects().length > 0);
}

/** @param {HTMLElement} section */
function setUpSection(section) {
  const title = /** @type {HTMLElement} */ (find(".menu-title", section));
  const list = /** @type {HTMLElement} */ (find("ul", section));
  const button = asButton(title);
  list.id = `menu-${Array.from(document.querySelectorAll(".menu-section")).indexOf(section)}`;
  button.setAttribute("aria-controls", list.id);
  let hovered = false;
  // The pointer has opened it already: a press must not close it again.
  button.addEventListener("click", (event) => {
    if (hovered && event.detail > 0) event.stopImmediatePropagation();
  });
  // A section of the drawer stays open while others are looked at.
  const set = disclose(
    button,
    section,
    (open) => section.classList.toggle("open", open),
    () => WIDE.matches,
  );
  // In the drawer the section of this page is open at once.
  if (!WIDE.matches && section.querySelector("[aria-current], a.active")) set(true);
  for (const name of ["pointerenter", "pointerleave"])
    section.addEventListener(name, (event) => {
      if (!WIDE.matches || /** @type {PointerEvent} */ (event).pointerType !== "mouse") return;
      hovered = name === "pointerenter";
      set(hovered);
    });
  button.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown") return;
    event.preventDefault();
    set(true);
    const first = /** @type {HTMLElement} */ (find("a", list));
    first.focus();
  });
}

/**
 * Make the bar one stop of the keyboard: arrows move along it, so that the content is not far.
 * @param {HTMLElement} menu
 */
function setUpBar(menu) {
  const stops = /** @type {HTMLElement[]} */ (
    Array.from(menu.querySelectorAll("ul.wrap > li > a, ul.wrap > li > button"))
  );
  const current = stops.findIndex((stop) => stop.classList.contains("active"));
  /** @param {number} place */
  const choose = (place) => {
    for (const [index, stop] of stops.entries()) stop.tabIndex = !WIDE.matches || index === place ? 0 : -1;
  };
  const reset = () => choose(Math.max(current, 0));
  reset();
  WIDE.addListener(reset);
  menu.addEventListener("keydown", (event) => {
    const place = stops.findIndex((stop) => stop === document.activeElement);
    if (!WIDE.matches || place < 0) return;
    const step = STEPS.get(event.key);
    const last = stops.length - 1;
    const to =
      step !== undefined
        ? (place + step + stops.length) % stops.length
        : event.key === "Home"
          ? 0
          : event.key === "End"
            ? last
            : -1;
    if (to < 0) return;
    event.preventDefault();
    choose(to);
    stops[to].focus();
  });
}
