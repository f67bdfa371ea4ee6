// The list of records, and the page of one record.

import { askId, askWithdrawal, conflictPanel, nameLists } from "./dialogs.js";
import { ask, element, fill, remember, remembered, say, state, word } from "./dom.js";
import { build, showProblems } from "./fields.js";

const CHECK_AFTER = 100;
/** @type {any} */
let start = null;
/** @type {Record<string, any>} */
let forms = {};
let dirty = false;

const main = /** @type {HTMLElement} */ (document.getElementById("main"));
const top_ = /** @type {HTMLElement} */ (document.getElementById("top"));

/** The address within the form: kind, id. */
function place() {
  return location.hash.replace(/^#\/?/, "").split("/").filter(Boolean).map(decodeURIComponent);
}

/** @param {string} kind @param {string} [id] */
function go(kind, id = "") {
  location.hash = `#/${kind}${id ? `/${encodeURIComponent(id)}` : ""}`;
}

function drawTop() {
  const [kind] = place();
  const language = element("button", {
    type: "button",
    lang: state.lang === "en" ? "zh-CN" : "en",
    onclick: async () => {
      if (dirty && !confirm(word("leave"))) return;
      state.lang = state.lang === "en" ? "zh" : "en";
      remember("lang", state.lang);
      await load();
    },
  }, word("language"));
  const person = element("input", {
    type: "text",
    value: state.person || start.person,
    autocomplete: "name",
    onchange: (/** @type {any} */ event) => {
      state.person = event.target.value.trim();
      remember("person", state.person);
    },
  });
  const undo = element("button", { type: "button", id: "undo", hidden: !start.undo, onclick: undoLast }, word("undo", start.undo));
  fill(
    top_,
    element("a", { href: "#/", class: "home" }, word("title")),
    element("nav", { "aria-label": word("kinds") }, ...start.kinds.map((/** @type {any} */ [name, label, count]) =>
      element("a", { href: `#/${name}`, "aria-current": name === kind ? "page" : null }, label, element("span", { class: "count" }, ` ${count}`)))),
    element(
      "div",
      { class: "tools" },
      undo,
      start.git ? element("label", { class: "person" }, word("person"), person) : null,
      element("a", { href: state.lang === "en" ? "/en/" : "/", target: "portal-site" }, word("site")),
      language,
    ),
  );
}

/** @param {string} text */
function setUndo(text) {
  start.undo = text;
  const button = document.getElementById("undo");
  if (button) {
    button.hidden = !text;
    button.textContent = word("undo", text);
  }
}

async function undoLast() {
  if (dirty && !confirm(word("leave"))) return;
  say("");
  const answer = await ask("undo");
  if (answer && answer.status === 200) {
    say(word("undone", answer.value.undone));
    dirty = false;
    await load(false);
  }
}

/** Say what a save did. @param {any} value */
function saidSaved(value) {
  if (value.unchanged) say(word("nothing_changed"));
  else if (!value.not_committed) say(word("saved", value.saved));
  else say(word("saved_no_commit", value.not_committed === "no-name" ? word("no_name") : value.not_committed));
  if (value.undo !== undefined) setUndo(value.undo);
}

/** @param {string} kind */
async function showList(kind) {
  const answer = await ask("rows", { kind });
  if (!answer || answer.status !== 200) return;
  const rows = answer.value.rows;
  const can = start.verifiable.includes(kind);
  /** @type {Set<string>} */
  const selected = new Set();
  const search = element("input", { type: "search", placeholder: word("search"), "aria-label": word("search"), oninput: () => draw() });
  const filters = {
    all: () => true,
    overdue: (/** @type {any} */ row) => row.overdue,
    unknown: (/** @type {any} */ row) => row.unknown > 0,
    problems: (/** @type {any} */ row) => row.errors + row.warnings > 0,
    drafts: (/** @type {any} */ row) => row.draft,
  };
  let filter = "all";
  const tabs = Object.entries(filters).map(([name, test]) =>
    element("button", {
      type: "button",
      "aria-pressed": String(name === filter),
      "data-filter": name,
      onclick: () => {
        filter = name;
        for (const tab of tabs) tab.setAttribute("aria-pressed", String(tab.dataset.filter === name));
        draw();
      },
    }, word(name), element("span", { class: "count" }, ` ${rows.filter(test).length}`)));
  const list = element("ul", { class: "records" });
  const note = element("p", { class: "note", role: "status" });
  const verify = element("button", {
    type: "button",
    class: "primary",
    hidden: true,
    onclick: async () => {
      const done = await ask("verify", { kind, ids: [...selected] });
      if (done && done.status === 200) {
        saidSaved(done.value);
        await showList(kind);
      }
    },
  }, word("verify_selected"));
  const all = element("input", {
    type: "checkbox",
    onchange: () => {
      for (const box of list.querySelectorAll("input[type=checkbox]")) {
        const input = /** @type {HTMLInputElement} */ (box);
        input.checked = all.checked;
        if (all.checked) selected.add(input.value);
        else selected.delete(input.value);
      }
      count();
    },
  });
  const matching = () => {
    const typed = search.value.trim().toLowerCase();
    const test = /** @type {any} */ (filters)[filter];
    return rows.filter((/** @type {any} */ row) =>
      test(row) && (!typed || row.id.includes(typed) || row.name.some((/** @type {string} */ name) => name.toLowerCase().includes(typed))));
  };
  const count = () => {
    verify.hidden = !selected.size;
    note.textContent = selected.size ? word("selected", selected.size) : word("count", matching().length);
  };
  const draw = () => {
    const found = matching();
    fill(list, ...found.map((/** @type {any} */ row) => item(row)));
    if (!found.length) list.append(element("li", { class: "empty" }, word("empty")));
    count();
  };
  const item = (/** @type {any} */ row) => {
    const tick = can && !row.new
      ? element("input", {
          type: "checkbox",
          value: row.id,
          checked: selected.has(row.id),
          "aria-label": row.name[state.lang === "en" ? 1 : 0],
          onchange: (/** @type {any} */ event) => {
            if (event.target.checked) selected.add(row.id);
            else selected.delete(row.id);
            count();
          },
        })
      : null;
    const marks = [
      row.errors ? element("span", { class: "mark error" }, word("problems_count", row.errors, row.warnings)) : null,
      !row.errors && row.warnings ? element("span", { class: "mark warning" }, word("problems_count", 0, row.warnings)) : null,
      row.draft ? element("span", { class: "mark draft" }, word("drafts")) : null,
      row.withdrawn ? element("span", { class: "mark" }, word("withdrawn")) : null,
      can && !row.new
        ? element("span", { class: row.overdue ? "mark warning" : "verified" }, row.verified_on ? word("verified_on", row.verified_on) : word("never"))
        : null,
    ].filter(Boolean);
    const [zh, en] = row.name;
    return element(
      "li",
      {},
      tick,
      element(
        "a",
        { href: `#/${kind}/${encodeURIComponent(row.id)}` },
        element("strong", {}, state.lang === "en" ? en : zh),
        element("span", { class: "second" }, `${state.lang === "en" ? zh : en} · ${row.id}`),
      ),
      element("span", { class: "marks" }, ...marks),
    );
  };
  fill(
    main,
    element(
      "div",
      { class: "bar" },
      element("h1", {}, start.kinds.find((/** @type {any} */ entry) => entry[0] === kind)[1]),
      element("button", {
        type: "button",
        class: "primary",
        onclick: async () => {
          const id = await askId(word("new"), "", kind);
          if (id) {
            remember("copy", null);
            go(kind, `${id}?new`);
          }
        },
      }, `+ ${word("new")}`),
    ),
    element("div", { class: "filters" }, search, element("div", { class: "tabs", role: "group" }, ...tabs)),
    element("div", { class: "bulk" }, can ? element("label", {}, all, ` ${word("select_all")}`) : null, note, verify),
    list,
  );
  draw();
}

/** @param {string} kind @param {string} named */
async function showRecord(kind, named) {
  const isNew = named.endsWith("?new");
  const id = named.replace(/\?new$/, "");
  if (!forms[kind]) {
    const described = await ask("form", { kind });
    if (!described || described.status !== 200) return;
    forms[kind] = described.value;
  }
  const copied = isNew ? JSON.parse(remembered("copy") || "null") : null;
  let record = { id, value: copied || { published_on: start.today, verified_on: start.today }, base: "", draft: null, new: true, pages: {} };
  if (!isNew) {
    const answer = await ask("record", { kind, id });
    if (!answer || answer.status !== 200) {
      go(kind);
      return;
    }
    record = answer.value;
  }
  const key = `${kind}/${id}`;
  const typed = JSON.parse(remembered(key) || "null") || record.draft;
  drawRecord(kind, record, typed && JSON.stringify(typed) !== JSON.stringify(record.value) ? typed : null);
}

/** @param {string} kind @param {any} record @param {any} draft */
function drawRecord(kind, record, draft) {
  const { id } = record;
  const key = `${kind}/${id}`;
  let base = record.base;
  let baseValue = record.value;
  let isNew = record.new;
  let control = build(forms[kind], draft || record.value, kind);
  const form = element("form", { class: "record", autocomplete: "off", novalidate: true, onsubmit: (/** @type {Event} */ event) => event.preventDefault() });
  const elsewhere = element("ul", { class: "problems elsewhere", hidden: true });
  const total = element("p", { class: "total", role: "status" });
  const conflict = element("div", {});
  const frame = element("iframe", { title: word("preview") });
  const empty = element("p", { class: "note" }, word("preview_after"));
  const aside = element("aside", { "aria-label": word("preview") }, empty, frame);
  const heading = element("h1", {});
  let timer = 0;
  let asked = 0;

  const values = () => control.read() || {};
  const showFrame = (/** @type {any} */ pages) => {
    const address = pages && pages[state.lang];
    frame.hidden = !address;
    empty.hidden = Boolean(address);
    if (address && frame.getAttribute("src") !== address) frame.setAttribute("src", address);
  };
  const name = () => {
    const value = values();
    const text = value.name || value.title || {};
    heading.textContent = (typeof text === "object" && (text[state.lang] || text.zh)) || id;
  };
  const showFound = (/** @type {any[]} */ problems, /** @type {any[]} */ readings) => {
    const others = showProblems(form, problems, readings);
    elsewhere.hidden = !others.length;
    fill(elsewhere, ...others.map((problem) => element("li", { class: problem.level }, `${problem.sentence} ${problem.hint || ""}`)));
    const errors = problems.filter((problem) => problem.level === "error").length;
    total.className = errors ? "total error" : "total";
    total.textContent = problems.length ? word("problems_count", errors, problems.length - errors) : word("problems_none");
  };
  const check = async () => {
    asked += 1;
    const mine = asked;
    const answer = await ask("check", { kind, id, value: values(), new: isNew });
    if (answer && answer.status === 200 && mine === asked) showFound(answer.value.problems, answer.value.readings);
  };
  const put = (/** @type {any} */ value) => {
    control = build(forms[kind], value, kind);
    fill(form, control.node);
    name();
  };
  const save = async (force = false) => {
    clearTimeout(timer);
    say("");
    name();
    const value = values();
    const answer = await ask("save", { kind, id, value, base, base_value: baseValue, new: isNew, force });
    if (!answer) return;
    if (answer.status === 409) {
      const found = answer.value;
      const labelOf = (/** @type {string} */ field) =>
        (forms[kind].fields.find((/** @type {any} */ one) => one.key === field) || { label: field }).label;
      fill(conflict, conflictPanel(found.conflicts, labelOf, (chosen) => {
        const next = { ...found.value, ...chosen };
        for (const [field, inner] of Object.entries(chosen)) if (inner === null || inner === undefined) delete next[field];
        base = found.base;
        baseValue = found.theirs;
        put(next);
        fill(conflict);
        check();
        saveButton.focus();
      }));
      conflict.scrollIntoView({ block: "start" });
      return;
    }
    if (answer.status !== 200) return;
    if (answer.value.errors) {
      showFound(answer.value.errors, []);
      anyway.hidden = false;
      const first = /** @type {HTMLElement | null} */ (form.querySelector("[aria-invalid]"));
      if (first) first.focus();
      return;
    }
    anyway.hidden = true;
    banner.hidden = true;
    saidSaved(answer.value);
    base = answer.value.base;
    if (answer.value.value) baseValue = answer.value.value;
    // What was typed while the answer was on its way stays.
    if (JSON.stringify(values()) === JSON.stringify(value)) {
      dirty = false;
      remember(key, null);
      if (answer.value.value && JSON.stringify(value) !== JSON.stringify(answer.value.value)) put(answer.value.value);
    }
    if (answer.value.pages) showFrame(answer.value.pages);
    if (isNew) {
      isNew = false;
      remember("copy", null);
      history.replaceState(null, "", `#/${kind}/${encodeURIComponent(id)}`);
      await refresh();
    }
    check();
  };
  const saveButton = element("button", { type: "button", class: "primary", onclick: () => save() }, word("save"));
  const anyway = element("button", { type: "button", hidden: true, onclick: () => save(true) }, word("save_anyway"));
  const keep = element("button", {
    type: "button",
    onclick: async () => {
      const answer = await ask("draft", { kind, id, value: values(), new: isNew });
      if (answer && answer.status === 200) {
        dirty = false;
        remember(key, null);
        say(word("draft_kept"));
      }
    },
  }, word("draft"));
  const banner = element(
    "p",
    { class: "banner", hidden: !draft },
    word("draft_shown"),
    " ",
    element("button", {
      type: "button",
      onclick: async () => {
        remember(key, null);
        await ask("draft", { kind, id, value: null });
        dirty = false;
        banner.hidden = true;
        if (isNew) go(kind);
        else put(record.value);
        check();
      },
    }, word("draft_drop")),
  );
  const act = async (/** @type {string} */ request, /** @type {any} */ more) => {
    if (!more || (dirty && !confirm(word("leave")))) return;
    say("");
    const answer = await ask(request, { kind, id, ...more });
    if (answer && answer.status === 200) {
      dirty = false;
      saidSaved(answer.value);
      await refresh();
      if (answer.value.id && answer.value.id !== id) go(kind, answer.value.id);
      else await showRecord(kind, id);
    }
  };
  const acts = element(
    "details",
    { class: "acts" },
    element("summary", { "aria-label": "…" }, "⋯"),
    element(
      "div",
      {},
      element("button", {
        type: "button",
        onclick: async () => {
          const to = await askId(word("copy"), `${id}-2`, kind);
          if (!to) return;
          const { formerly: _, withdrawn: __, ...rest } = values();
          remember("copy", JSON.stringify({ ...rest, published_on: start.today, verified_on: start.today }));
          go(kind, `${to}?new`);
        },
      }, word("copy")),
      isNew ? null : element("button", { type: "button", onclick: async () => {
        const to = await askId(word("rename"), id, kind);
        if (to && to !== id) await act("rename", { to });
      } }, word("rename")),
      !isNew && start.withdrawable.includes(kind)
        ? element("button", { type: "button", onclick: async () => act("withdraw", await askWithdrawal(kind)) }, word("withdraw"))
        : null,
    ),
  );
  const verify = !isNew && start.verifiable.includes(kind)
    ? element("button", { type: "button", onclick: () => act("verify", { ids: [id] }) }, word("verify"))
    : null;
  const tabs = ["fields", "preview"].map((tab) =>
    element("button", {
      type: "button",
      "aria-pressed": String(tab === "fields"),
      onclick: () => {
        page.dataset.tab = tab;
        for (const other of tabs) other.setAttribute("aria-pressed", String(other.textContent === word(tab)));
      },
    }, word(tab)));
  const page = element(
    "div",
    { class: "page", "data-tab": "fields" },
    element(
      "div",
      { class: "edit" },
      element("p", {}, element("a", { href: `#/${kind}` }, `← ${word("back")}`)),
      element("div", { class: "bar" }, heading, element("code", {}, id), acts),
      banner,
      conflict,
      elsewhere,
      form,
      element("div", { class: "foot" }, saveButton, anyway, keep, verify, total, element("div", { class: "tabs only-small" }, ...tabs)),
    ),
    aside,
  );
  form.addEventListener("input", () => {
    dirty = true;
    anyway.hidden = true;
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      remember(key, JSON.stringify(values()));
      name();
      check();
    }, CHECK_AFTER);
  });
  page.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === "s") {
      event.preventDefault();
      save();
    }
  });
  fill(form, control.node);
  fill(main, page);
  dirty = Boolean(draft);
  name();
  showFrame(record.pages);
  check();
  main.focus();
}

/** Read the names and counts again. */
async function refresh() {
  const answer = await ask("start");
  if (!answer || answer.status !== 200) return;
  start = answer.value;
  state.words = start.words;
  state.names = start.names;
  nameLists();
  drawTop();
}

/** @param {boolean} [anew] */
async function load(anew = true) {
  if (anew) forms = {};
  await refresh();
  if (!start) return;
  document.documentElement.lang = state.lang === "en" ? "en" : "zh-CN";
  document.title = word("title");
  await route();
}

async function route() {
  const [kind, id] = place();
  dirty = false;
  drawTop();
  if (!kind) go("project");
  else if (!start.kinds.some((/** @type {any} */ entry) => entry[0] === kind)) go("project");
  else if (id) await showRecord(kind, id);
  else await showList(kind);
}

let current = location.hash;
window.addEventListener("hashchange", () => {
  if (location.hash === current) return;
  if (dirty && !confirm(word("leave"))) {
    history.replaceState(null, "", current);
    return;
  }
  current = location.hash;
  say("");
  route();
});
window.addEventListener("beforeunload", (event) => {
  if (dirty) event.preventDefault();
});
state.lang = remembered("lang") || (/^zh/.test(navigator.language) ? "zh" : "en");
state.person = remembered("person") || "";
load();
