// Keeps one tab up to date while the portal is being written: reloads it when there is a new site, and shows what is
// wrong with the records over the page. Served by `serve` alone; it never becomes part of the site.

const served = new URL(import.meta.url).searchParams.get("site");
const HIDDEN = "portal-problems-hidden";
let overlay;

function take(moment) {
  if (moment.site !== served) {
    location.reload();
    return;
  }
  overlay?.remove();
  overlay = moment.problems.length ? show(moment) : undefined;
}

function make(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function show(moment) {
  const known = JSON.stringify(moment.problems);
  const worst = moment.problems.some((one) => one.level === "error") ? "error" : "warning";
  const list = make("ol", { id: "list" }, ...moment.problems.map(entry));
  const button = make("button", { type: "button" });
  button.setAttribute("aria-controls", "list");
  const fold = (hidden) => {
    list.hidden = hidden;
    button.textContent = hidden ? moment.show : moment.hide;
    button.setAttribute("aria-expanded", String(!hidden));
  };
  button.onclick = () => {
    fold(!list.hidden);
    sessionStorage.setItem(HIDDEN, list.hidden ? known : "");
  };
  fold(sessionStorage.getItem(HIDDEN) === known);
  const heading = make("strong", {}, moment.heading);
  const header = make("header", {}, heading, make("span", {}, moment.note), button);
  const section = make("section", { className: worst, lang: moment.language }, header, list);
  section.setAttribute("aria-label", moment.heading);
  const host = make("portal-problems");
  const styles = make("link", { rel: "stylesheet", href: "/__serve/overlay.css" });
  host.attachShadow({ mode: "open" }).append(styles, section);
  document.documentElement.append(host);
  return host;
}

function entry(one) {
  const first = make("p", {}, make("code", {}, one.place), make("b", {}, one.label), " ");
  first.append(make("small", {}, [one.rule, one.path].filter(Boolean).join(" · ")));
  const lines = [first, make("p", {}, one.sentence)];
  if (one.hint) {
    lines.push(make("p", {}, `→ ${one.hint}`));
  }
  return make("li", { className: one.level }, ...lines);
}

new SharedWorker("/__serve/event_stream.js").port.onmessage = (event) => take(event.data);
