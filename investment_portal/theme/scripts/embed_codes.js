// Makes the code by which another site shows a project's card, and copies codes.
import { copyText } from "./lib/clipboard.js";
import { find, readJson } from "./lib/dom.js";

const words = /** @type {Record<"unknown" | "copied" | "not_copied", string>} */ (readJson("#embed-words"));
const input = /** @type {HTMLInputElement} */ (find("#embed-project"));
const error = find("#embed-error");
const code = find("#embed-card");
const open = /** @type {HTMLAnchorElement} */ (find("#embed-open"));
const pattern = code.dataset.pattern || "";
const template = code.textContent || "";
const actions = /** @type {HTMLElement} */ (open.parentElement);

/**
 * Return the id in what was typed: the address of a project's page, or the id alone.
 * @param {string} text
 */
function projectId(text) {
  const match = /^(?:.*\/projects\/)?([a-z0-9]+(?:-[a-z0-9]+)*)\/?(?:index\.html)?(?:[?#].*)?$/.exec(text.trim());
  return match?.[1] ?? "";
}

/** Show the code of the project that was typed. */
function update() {
  const id = projectId(input.value);
  error.textContent = input.value.trim() && !id ? words.unknown : "";
  find("code", code).textContent = id ? template.split(pattern).join(id) : template;
  actions.hidden = !id;
  if (id) open.href = (open.dataset.href || "").replace(pattern, id);
}

document.addEventListener("click", async (event) => {
  const button = event.target instanceof Element ? event.target.closest("[data-copy]") : null;
  if (!(button instanceof HTMLElement)) return;
  const text = find(`#${button.dataset.copy}`);
  const copied = await copyText((text.textContent || "").trim(), text);
  const status = button.parentElement?.querySelector(".embed-status");
  if (status) status.textContent = copied ? words.copied : words.not_copied;
});
input.addEventListener("input", update);
find(".embed-form").addEventListener("submit", (event) => event.preventDefault());
find(".embed-form").hidden = false;
for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-copy]")))
  button.hidden = false;
input.value = new URLSearchParams(location.search).get("project") || "";
update();
