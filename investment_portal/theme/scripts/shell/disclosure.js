/**
 * Let a button open and close what it controls; Escape closes it and gives the focus back; so does a press or the
 * focus elsewhere, while `leaves` says so.
 * @param {HTMLElement} button
 * @param {HTMLElement} area What holds the button and what it controls.
 * @param {(open: boolean) => void} show
 * @param {() => boolean} [leaves]
 * @returns {(open: boolean) => void}
 */
export function disclose(button, area, show, leaves = () => true) {
  /** @param {boolean} open */
  const set = (open) => {
    button.setAttribute("aria-expanded", String(open));
    show(open);
  };
  const isOpen = () => button.getAttribute("aria-expanded") === "true";
  button.addEventListener("click", (event) => {
    event.preventDefault();
    set(!isOpen());
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !isOpen() || !leaves()) return;
    const inside = area.contains(document.activeElement);
    set(false);
    if (inside) button.focus();
  });
  document.addEventListener("click", (event) => {
    if (isOpen() && leaves() && event.target instanceof Node && !area.contains(event.target)) set(false);
  });
  area.addEventListener("focusout", (event) => {
    const { relatedTarget } = event;
    if (isOpen() && leaves() && relatedTarget instanceof Node && !area.contains(relatedTarget)) set(false);
  });
  return set;
}
