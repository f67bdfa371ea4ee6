// The form of a record, built from the description of its fields.

import { element, fill, state, word } from "./dom.js";
import { photograph } from "./dialogs.js";

/** @typedef {any} Field */
/** @typedef {{ node: HTMLElement, read: () => any }} Control */
/** @typedef {(string | number)[]} Path */

let serial = 0;

/** Tell the form that something changed that no input reports. @param {Element} node */
function changed(node) {
  node.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Return whether nothing was filled in. @param {any} value */
function isEmpty(value) {
  if (value === undefined || value === null || value === "") return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === "object" && Object.values(value).every(isEmpty);
}

/**
 * Build a control for a field. @param {Field} field @param {any} value @param {Path} path @param {string} kind
 * @returns {Control}
 */
function control(field, value, path, kind) {
  if (field.words && field.type !== "choice") return withWords(field, value, path, kind);
  return plain(field, value, path, kind);
}

/** @param {Field} field @param {any} value @param {Path} path @param {string} kind @returns {Control} */
function plain(field, value, path, kind) {
  if (field.type === "list" || field.or_list) return list(field, value, path, kind);
  if (field.type === "group") return group(field, value, path, kind);
  if (field.type === "forms") return forms(field, value, path, kind);
  if (field.type === "pair") return pair(field, value, path);
  if (field.type === "choice") return choice(field, value);
  if (field.type === "yes_no") return yesNo(value);
  if (field.type === "reference") return reference(field, value);
  return line(field, value);
}

/** @param {Field} field @param {any} value @returns {Control} */
function line(field, value) {
  const text = Array.isArray(value) ? value.join(", ") : typeof value === "object" && value ? JSON.stringify(value) : value;
  const isDate = field.type === "date" && (!text || /^\d{4}-\d\d-\d\d$/.test(text));
  const node = /** @type {HTMLInputElement} */ (
    /\n/.test(text || "")
      ? element("textarea", { rows: 4 })
      : element("input", { type: isDate ? "date" : "text", autocomplete: "off", inputmode: field.number ? "decimal" : null })
  );
  node.value = text === undefined || text === null ? "" : String(text);
  return { node, read: () => node.value || undefined };
}

/** @param {Field} field @param {any} value @returns {Control} */
function choice(field, value) {
  const options = [...(field.words || []), ...field.options];
  if (field.open) {
    const listed = `options-${(serial += 1)}`;
    const input = element("input", { type: "text", list: listed, autocomplete: "off" });
    input.value = value === undefined ? "" : String(value);
    const values = options.map(([name, label]) => element("option", { value: name, label }));
    return { node: element("div", {}, input, element("datalist", { id: listed }, ...values)), read: () => input.value || undefined };
  }
  if (!isEmpty(value) && !options.some(([name]) => name === value)) options.unshift([value, String(value)]);
  const node = element(
    "select",
    {},
    element("option", { value: "" }, field.required ? word("choose") : word("none")),
    ...options.map(([name, label]) => element("option", { value: name, selected: name === value }, label)),
  );
  return { node, read: () => node.value || undefined };
}

/** @param {any} value @returns {Control} */
function yesNo(value) {
  const node = element(
    "select",
    {},
    element("option", { value: "" }, word("none")),
    element("option", { value: "true", selected: value === true }, word("yes")),
    element("option", { value: "false", selected: value === false }, word("no")),
  );
  return { node, read: () => (node.value === "" ? undefined : node.value === "true") };
}

/** A reference, found by id or by name in either language. @param {Field} field @param {any} value @returns {Control} */
function reference(field, value) {
  const names = state.names[field.kind] || [];
  const input = element("input", { type: "text", list: `names-${field.kind}`, autocomplete: "off", spellcheck: "false" });
  const name = element("span", { class: "name" });
  const show = () => {
    const known = names.find(([id]) => id === input.value);
    name.textContent = known ? (state.lang === "en" ? known[2] : known[1]) : "";
  };
  input.value = value === undefined || value === null ? "" : String(value);
  input.addEventListener("input", () => {
    const typed = input.value.trim();
    const named = names.find(([id, zh, en]) => id !== typed && (zh === typed || en === typed));
    if (named) input.value = named[0];
    show();
  });
  show();
  return { node: element("div", { class: "reference" }, input, name), read: () => input.value.trim() || undefined };
}

/** A text in both languages, side by side. @param {Field} field @param {any} value @param {Path} path @returns {Control} */
function pair(field, value, path) {
  const boxes = ["zh", "en"].map((language) => {
    const text = value && typeof value === "object" ? value[language] : "";
    const rows = field.long ? 6 : Math.min(5, Math.max(1, Math.ceil(String(text || "").length / (language === "zh" ? 26 : 48))));
    const box = element("textarea", { rows, lang: language === "zh" ? "zh-CN" : "en", spellcheck: language === "en" });
    box.value = text === undefined || text === null ? "" : String(text);
    return box;
  });
  const [zh, en] = boxes;
  const cells = [
    wrapped(word("chinese"), zh, [...path, "zh"], { small: true }),
    wrapped(word("english"), en, [...path, "en"], { small: true }),
  ];
  const read = () => {
    const texts = { zh: zh.value, en: en.value };
    return isEmpty(texts) ? undefined : Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ""));
  };
  return { node: element("div", { class: "pair" }, ...cells), read };
}

/** A value, or a word in its place. @param {Field} field @param {any} value @param {Path} path @param {string} kind @returns {Control} */
function withWords(field, value, path, kind) {
  const isWord = field.words.some((/** @type {string[]} */ [name]) => name === value);
  const select = element(
    "select",
    { "aria-label": field.label },
    element("option", { value: "" }, word("value")),
    ...field.words.map((/** @type {string[]} */ [name, label]) => element("option", { value: name, selected: name === value }, label)),
  );
  const inner = plain(field, isWord ? undefined : value, path, kind);
  const show = () => {
    inner.node.hidden = select.value !== "";
  };
  select.addEventListener("change", show);
  show();
  return {
    node: element("div", { class: "words" }, select, inner.node),
    read: () => select.value || inner.read(),
  };
}

/** @param {Field} field @param {any} value @param {Path} path @param {string} kind @returns {Control} */
function group(field, value, path, kind) {
  const values = value && typeof value === "object" && !Array.isArray(value) ? value : {};
  const known = new Set(field.fields.map((/** @type {Field} */ inner) => inner.key));
  const others = Object.fromEntries(Object.entries(values).filter(([key]) => !known.has(key)));
  /** @type {[string, Control][]} */
  const controls = [];
  /** @type {Node[]} */
  const shown = [];
  /** @type {Node[]} */
  const folded = [];
  for (const inner of field.fields) {
    const there = [...path, inner.key];
    const part = control(inner, values[inner.key], there, kind);
    controls.push([inner.key, part]);
    const box = wrapped(inner.label, part.node, there, inner);
    (inner.required || !isEmpty(values[inner.key]) ? shown : folded).push(box);
  }
  const node = element("div", { class: "group" }, ...shown);
  if (field.picture) node.prepend(photograph(kind, controls, changed));
  if (folded.length) {
    const more = element("details", { class: "more" }, element("summary", {}, word("optional", folded.length)), ...folded);
    if (!shown.length) more.open = path.length > 0 && folded.length <= 6;
    node.append(more);
  }
  const read = () => {
    const result = { ...others };
    for (const [key, part] of controls) {
      const inner = part.read();
      if (!isEmpty(inner)) result[key] = inner;
    }
    return isEmpty(result) ? undefined : result;
  };
  return { node, read };
}

/** One of several groups. @param {Field} field @param {any} value @param {Path} path @param {string} kind @returns {Control} */
function forms(field, value, path, kind) {
  const values = value && typeof value === "object" ? value : {};
  const tag = field.forms[0].tag[0];
  const select = element(
    "select",
    {},
    element("option", { value: "" }, word("choose")),
    ...field.forms.map((/** @type {Field} */ form) =>
      element("option", { value: form.tag[1], selected: form.tag[1] === values[tag] }, form.tag[1])),
  );
  const body = element("div", {});
  /** @type {Control | null} */
  let inner = null;
  const show = (/** @type {any} */ content) => {
    const form = field.forms.find((/** @type {Field} */ one) => one.tag[1] === select.value);
    const { [tag]: _, ...rest } = content;
    inner = form ? group(form, rest, path, kind) : null;
    fill(body, inner ? inner.node : null);
  };
  select.addEventListener("change", () => show((inner && inner.read()) || {}));
  show(values);
  const read = () => (select.value ? { [tag]: select.value, ...(inner && inner.read()) } : undefined);
  return { node: element("div", {}, wrapped(field.label_of_form, select, [...path, tag], { small: true }), body), read };
}

/** @param {Field} field @param {any} value @param {Path} path @param {string} kind @returns {Control} */
function list(field, value, path, kind) {
  const single = field.or_list && field.type !== "list";
  const item = field.type === "list" ? field.item : { ...field, or_list: false, words: undefined };
  const simple = ["word", "date", "choice", "reference", "yes_no"].includes(item.type);
  const wasSingle = single && !Array.isArray(value);
  const node = element("div", { class: simple ? "list simple" : "list" });
  /** @type {Control[]} */
  let parts = [];
  const readAll = () => parts.map((part) => part.read());
  const build = (/** @type {any[]} */ values, /** @type {number} */ focus = -1) => {
    parts = values.map((inner, number) => control(item, inner, [...path, number], kind));
    const rows = parts.map((part, number) => {
      const at = [...path, number];
      const button = (/** @type {string} */ name, /** @type {string} */ sign, /** @type {() => any[]} */ act, disabled = false) =>
        element("button", {
          type: "button",
          class: "icon",
          title: word(name),
          "aria-label": `${word(name)} ${word("item", number + 1)}`,
          disabled,
          onclick: () => {
            build(act(), name === "remove" ? Math.max(0, number - 1) : number);
            changed(node);
          },
        }, sign);
      const move = (/** @type {number} */ by) => () => {
        const all = readAll();
        const [moving] = all.splice(number, 1);
        all.splice(number + by, 0, moving);
        return all;
      };
      const buttons = element(
        "div",
        { class: "buttons" },
        button("up", "↑", move(-1), number === 0),
        button("down", "↓", move(1), number === parts.length - 1),
        button("remove", "✕", () => readAll().filter((_, other) => other !== number)),
      );
      return element("div", { class: "row" }, wrapped(word("item", number + 1), part.node, at, { small: true }), buttons);
    });
    const add = element("button", {
      type: "button",
      class: "add",
      onclick: () => {
        build([...readAll(), undefined], parts.length);
        changed(node);
      },
    }, `+ ${word("add")}`);
    fill(node, ...rows, add);
    if (focus >= 0) {
      const target = /** @type {HTMLElement | null} */ ((rows[focus] || node).querySelector("input, select, textarea, button"));
      if (target) target.focus();
    }
  };
  build(Array.isArray(value) ? value : isEmpty(value) ? [] : [value]);
  const read = () => {
    const values = readAll().filter((inner) => !isEmpty(inner));
    return wasSingle && values.length === 1 ? values[0] : values.length ? values : undefined;
  };
  return { node, read };
}

/**
 * Put a label, help, the reading and the problems around a control.
 * @param {string} label @param {HTMLElement} inner @param {Path} path @param {any} field @returns {HTMLElement}
 */
function wrapped(label, inner, path, field) {
  serial += 1;
  const single = /^(INPUT|SELECT|TEXTAREA)$/.test(inner.tagName) ? inner : null;
  const target = single || (field.type === "reference" || (field.type === "choice" && field.open) ? inner.querySelector("input") : null);
  const help = field.help ? element("p", { class: "help", id: `help-${serial}` }, field.help) : null;
  const problems = element("ul", { class: "problems", id: `problems-${serial}`, hidden: true });
  const reading = element("p", { class: "reading", hidden: true });
  const title = element(
    target ? "label" : "span",
    { class: "label", for: target ? `field-${serial}` : null, id: `label-${serial}` },
    label,
    field.required ? element("span", { class: "required" }, word("required")) : null,
  );
  if (target) {
    target.id = `field-${serial}`;
    target.setAttribute("aria-describedby", `${help ? `${help.id} ` : ""}${problems.id}`);
  }
  return element(
    "div",
    {
      class: `field${field.small ? " small" : ""}`,
      "data-path": JSON.stringify(path),
      role: target ? null : "group",
      "aria-labelledby": target ? null : `label-${serial}`,
    },
    title,
    help,
    inner,
    reading,
    problems,
  );
}

/** Build the form of a record. @param {Field} form @param {any} value @param {string} kind @returns {Control} */
export function build(form, value, kind) {
  return group(form, value, [], kind);
}

const MEANT = /(?:是不是“([^”]+)”？|Did you mean “([^”]+)”\?)/;

/**
 * Show problems at their fields; those of no field are returned.
 * @param {HTMLElement} form @param {any[]} problems @param {any[]} readings @returns {any[]}
 */
export function showProblems(form, problems, readings) {
  for (const box of form.querySelectorAll(".problems, .reading")) {
    /** @type {HTMLElement} */ (box).hidden = true;
    fill(box);
  }
  for (const box of form.querySelectorAll("[aria-invalid]")) box.removeAttribute("aria-invalid");
  const fields = new Map();
  for (const box of form.querySelectorAll(".field")) fields.set(/** @type {HTMLElement} */ (box).dataset.path, box);
  const nearest = (/** @type {Path} */ path) => {
    for (let length = path.length; length > 0; length -= 1) {
      const box = fields.get(JSON.stringify(path.slice(0, length)));
      if (box) return box;
    }
    return null;
  };
  const elsewhere = [];
  for (const problem of problems) {
    const box = nearest(problem.path);
    if (!box) {
      elsewhere.push(problem);
      continue;
    }
    const listed = box.querySelector(":scope > .problems");
    listed.hidden = false;
    listed.append(problemItem(problem, box));
    const input = box.querySelector(":scope > input, :scope > select, :scope > textarea, :scope > div > input");
    if (input && problem.level === "error") input.setAttribute("aria-invalid", "true");
    for (let above = box.closest("details"); above; above = above.parentElement.closest("details")) above.open = true;
  }
  for (const [path, text] of readings) {
    const box = fields.get(JSON.stringify(path));
    if (!box) continue;
    const reading = box.querySelector(":scope > .reading");
    reading.hidden = false;
    reading.textContent = word("reads", text);
  }
  return elsewhere;
}

/** @param {any} problem @param {HTMLElement} box @returns {HTMLElement} */
function problemItem(problem, box) {
  const meant = MEANT.exec(problem.hint || "");
  const input = /** @type {HTMLInputElement | null} */ (
    box.querySelector(":scope > input, :scope > textarea, :scope > .reference > input, :scope > div > input")
  );
  const suggestion = meant && (meant[1] || meant[2]);
  const use = suggestion && input
    ? element("button", {
        type: "button",
        class: "use",
        onclick: () => {
          input.value = suggestion;
          changed(input);
          input.focus();
        },
      }, word("use", suggestion))
    : null;
  return element("li", { class: problem.level }, problem.sentence, problem.hint ? element("span", { class: "hint" }, ` ${problem.hint}`) : null, use);
}
