// Dialogs: withdraw, another id, a photograph, two versions of a record.

import { element, fill, say, sendPicture, state, word } from "./dom.js";

/**
 * Open a dialog; the answer is what `read` returns, or null where it was closed.
 * @param {string} title @param {Node[]} content @param {() => any} read @returns {Promise<any>}
 */
function dialog(title, content, read) {
  return new Promise((resolve) => {
    /** @type {any} */
    let result = null;
    const box = element(
      "dialog",
      { "aria-label": title, onclose: () => { box.remove(); resolve(result); } },
      element(
        "form",
        { method: "dialog", onsubmit: () => { result = read(); } },
        element("h2", {}, title),
        ...content,
        element(
          "p",
          { class: "actions" },
          element("button", { type: "submit", class: "primary" }, word("done")),
          element("button", { type: "button", onclick: () => box.close() }, word("cancel")),
        ),
      ),
    );
    document.body.append(box);
    box.showModal();
  });
}

/** @param {string} label @param {HTMLElement} input @param {string} [help] */
function labelled(label, input, help = "") {
  return element("label", { class: "field" }, element("span", { class: "label" }, label), help ? element("span", { class: "help" }, help) : null, input);
}

/** Ask for the reason of a withdrawal. @param {string} kind */
export function askWithdrawal(kind) {
  const zh = element("textarea", { rows: 2, lang: "zh-CN", required: true });
  const en = element("textarea", { rows: 2, lang: "en", required: true });
  const successor = element("input", { type: "text", list: `names-${kind}`, autocomplete: "off" });
  return dialog(
    word("withdraw"),
    [
      labelled(`${word("reason")} · ${word("chinese")}`, zh),
      labelled(`${word("reason")} · ${word("english")}`, en),
      labelled(word("successor"), successor),
    ],
    () => ({ reason: { zh: zh.value, en: en.value }, successor: successor.value.trim() }),
  );
}

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * Ask for an id; one that cannot be an id, or that a record of the kind has, keeps the dialog open and says why.
 * @param {string} title @param {string} value @param {string} kind
 */
export function askId(title, value, kind) {
  const taken = (state.names[kind] || []).map(([/** @type {string} */ id]) => id).filter((/** @type {string} */ id) => id !== value);
  const check = () => {
    const typed = input.value.trim();
    const refused = ID.test(typed) ? "" : word("id_bad");
    input.setCustomValidity(taken.includes(typed) ? word("id_taken") : refused);
  };
  const input = element("input", {
    type: "text", value, required: true, autocomplete: "off", spellcheck: "false", maxlength: 64, oninput: check,
  });
  if (value !== "") check();
  return dialog(title, [labelled(word("id"), input, word("id_help"))], () => input.value.trim());
}

/** Show a value as lines of text. @param {any} value @param {string} [indent] @returns {string} */
function lines(value, indent = "") {
  if (value === null || value === undefined) return "—";
  if (Array.isArray(value)) return value.map((item) => `${indent}- ${lines(item, `${indent}  `).trimStart()}`).join("\n");
  if (typeof value === "object") {
    return Object.entries(value).map(([key, inner]) =>
      typeof inner === "object" && inner ? `${indent}${key}:\n${lines(inner, `${indent}  `)}` : `${indent}${key}: ${inner}`).join("\n");
  }
  return `${indent}${value}`;
}

/**
 * Show both versions of each field that two people changed.
 * @param {any[]} conflicts @param {(key: string) => string} labelOf @param {(chosen: Record<string, any>) => void} done
 */
export function conflictPanel(conflicts, labelOf, done) {
  /** @type {Record<string, any>} */
  const chosen = {};
  const rows = conflicts.map((conflict) => {
    chosen[conflict.key] = conflict.mine;
    const option = (/** @type {string} */ side) =>
      element(
        "label",
        { class: "version" },
        element("span", {}, element("input", {
          type: "radio",
          name: `conflict-${conflict.key}`,
          checked: side === "mine",
          onchange: () => { chosen[conflict.key] = conflict[side]; },
        }), ` ${word(side)}`),
        element("pre", {}, lines(conflict[side])),
      );
    return element("fieldset", {}, element("legend", {}, labelOf(conflict.key)), element("div", { class: "versions" }, option("mine"), option("theirs")));
  });
  return element(
    "section",
    { class: "conflict", role: "alert" },
    element("p", {}, word("conflict")),
    ...rows,
    element("button", { type: "button", class: "primary", onclick: () => done(chosen) }, word("done")),
  );
}

/**
 * A place for a photograph: dropped or chosen, its edges cut off, then written to the portal.
 * @param {string} kind @param {[string, any][]} controls @param {(node: Element) => void} changed
 */
export function photograph(kind, controls, changed) {
  const input = element("input", { type: "file", accept: "image/jpeg,image/png,image/webp" });
  const box = element("label", { class: "drop" }, element("span", {}, word("photo_drop")), input);
  const take = async (/** @type {File | undefined} */ file) => {
    if (!file) return;
    const margins = await askMargins(file);
    if (!margins) return;
    const answer = await sendPicture({ kind, name: file.name, margins: margins.join(",") }, file);
    if (!answer) return;
    for (const [key, control] of controls) {
      const target = control.node.matches("input, select") ? control.node : control.node.querySelector("input");
      if (key === "file" && target) target.value = answer.file;
      if (key === "kind" && control.node.matches("select") && !control.node.value) control.node.value = "photo";
    }
    changed(box);
    const alt = controls.find(([key]) => key === "alt");
    if (alt) alt[1].node.querySelector("textarea").focus();
    say(word("photo_alt"));
  };
  input.addEventListener("change", (/** @type {Event} */ event) => {
    event.stopPropagation();
    take(input.files[0]);
  });
  input.addEventListener("input", (/** @type {Event} */ event) => event.stopPropagation());
  for (const name of ["dragenter", "dragover"]) {
    box.addEventListener(name, (/** @type {DragEvent} */ event) => {
      event.preventDefault();
      box.classList.add("over");
    });
  }
  box.addEventListener("dragleave", () => box.classList.remove("over"));
  box.addEventListener("drop", (/** @type {DragEvent} */ event) => {
    event.preventDefault();
    box.classList.remove("over");
    take(event.dataTransfer ? event.dataTransfer.files[0] : undefined);
  });
  return box;
}

/** Ask how much of each edge is cut off. @param {File} file @returns {Promise<number[] | null>} */
async function askMargins(file) {
  const address = URL.createObjectURL(file);
  const image = element("img", { src: address, alt: "" });
  const frame = element("div", { class: "crop" }, image);
  const sides = ["left", "top", "right", "bottom"];
  const sliders = sides.map((side) => element("input", { type: "range", min: 0, max: 45, value: 0, "aria-label": word(side) }));
  const show = () => {
    const [left, top, right, bottom] = sliders.map((slider) => slider.value);
    image.style.clipPath = `inset(${top}% ${right}% ${bottom}% ${left}%)`;
  };
  for (const slider of sliders) slider.addEventListener("input", show);
  const rows = sides.map((side, number) => element("label", { class: "slider" }, word(side), sliders[number]));
  const answer = await dialog(word("photo_crop"), [frame, element("div", { class: "sliders" }, ...rows)], () =>
    sliders.map((slider) => Number(slider.value) / 100));
  URL.revokeObjectURL(address);
  return answer;
}

/** Make the lists of names that references are searched in. */
export function nameLists() {
  const box = /** @type {HTMLElement} */ (document.getElementById("lists"));
  const lists = Object.entries(state.names).map(([kind, names]) =>
    element("datalist", { id: `names-${kind}` }, ...names.map(([id, zh, en]) =>
      element("option", { value: id, label: state.lang === "en" ? `${en} · ${zh}` : `${zh} · ${en}` }))));
  fill(box, ...lists);
}
