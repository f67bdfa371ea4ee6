// The results: verdict, reasons and sum of each policy, by value, and the totals.
import { find, make, formatMessage } from "../lib/dom.js";
import { KINDS } from "../incentives/combination.js";
import { quoted, sums, worked } from "./explanations.js";
import { formatFen } from "../lib/fraction_format.js";
import { toFen, fraction } from "../lib/fraction.js";

/** @typedef {import("../incentives/assess.js").Answer} Answer */
/** @typedef {import("../incentives/assess.js").Assessed} Assessed */
/** @typedef {import("../incentives/assess.js").Declared} Declared */
/** @typedef {import("../incentives/assess.js").Package} Package */
/** @typedef {import("../incentives/combination.js").Choice} Choice */
/** @typedef {import("../incentives/verdict.js").Stated} Stated */
/** @typedef {import("../incentives/verdict.js").Verdict} Verdict */
/** @typedef {import("./explanations.js").Speech} Speech */
/** @typedef {{name: string, from: string, benefits: import("./explanations.js").Terms[]}} Named */
/** @typedef {Speech & {package: Package, policies: Record<string, Named>, label: (fact: string) => string}} Data */

const MARKS = { yes: "✓", no: "✗", unknown: "?" };
const TONES = { yes: "good", no: "plain", unknown: "busy" };
/** @type {Record<string, string>} */
const NOTES = {
  grant: "note_grant",
  saving: "note_saving",
  equity: "note_equity",
  loan: "note_loan",
  guarantee: "note_guarantee",
};
const NOT_ALL = ["pinned", "yes", "unknown", "no"];

/**
 * Show an assessment; before any fact is stated, the policies alone.
 * @param {HTMLElement} board
 * @param {Answer | null} answer
 * @param {Stated} stated
 * @param {string} pinned
 * @param {Data} data
 */
export function show(board, answer, stated, pinned, data) {
  const order = answer ? answer.policies : data.package.policies;
  for (const { id } of order) {
    const offer = find(`[data-policy="${id}"]`, board);
    const assessed = answer?.policies.find((one) => one.id === id) ?? null;
    mark(offer, assessed, stated, data);
    const left = answer && assessed ? leftOut(assessed, answer.possible, data.package, data.policies, data.words) : "";
    find(".incentive-left-out", offer).textContent = left;
    const group = id === pinned ? "pinned" : (assessed?.verdict ?? "all");
    find(`[data-group="${group}"] .incentives`, board).append(offer);
    if (id === pinned) /** @type {HTMLDetailsElement} */ (find("details", offer)).open = true;
  }
  for (const group of [...NOT_ALL, "all"]) {
    const section = find(`[data-group="${group}"]`, board);
    const count = section.querySelectorAll(".incentive").length;
    section.hidden = count === 0;
    if (group !== "all")
      find("h3", section).textContent =
        group === "pinned" ? data.words.pinned : formatMessage(data.words.group, { name: data.words[group], count });
  }
  find(".matcher-sums", board).replaceChildren(...(answer ? together(answer, data) : start(data)));
}

/**
 * Show one policy: verdict, sum, each condition with the stated or missing fact, each benefit with its calculation.
 * @param {HTMLElement} offer
 * @param {Assessed | null} assessed
 * @param {Stated} stated
 * @param {Data} data
 */
function mark(offer, assessed, stated, data) {
  const { words } = data;
  const declared = /** @type {Declared} */ (data.package.policies.find(({ id }) => id === offer.dataset.policy));
  const named = data.policies[declared.id];
  offer.dataset.verdict = assessed?.verdict ?? "";
  const badge = assessed
    ? make("span", { class: `badge badge--${TONES[assessed.verdict]}` }, words[assessed.verdict])
    : null;
  const begins = named.from
    ? make("span", { class: "badge badge--busy" }, formatMessage(words.from, { day: named.from }))
    : null;
  find(".incentive-state", offer).replaceChildren(...[badge, begins].filter((one) => one !== null));
  const gives = declared.benefits.some((award) => award.form !== "service");
  find(".incentive-sum", offer).textContent = assessed
    ? sums(assessed, data) || (assessed.verdict === "no" || gives ? "" : words.service)
    : "";
  const tests = [...offer.querySelectorAll(".incentive-conditions > li:not(.incentive-open)")];
  tests.forEach((line, place) => {
    const verdict = assessed?.tests[place];
    const { fact } = (declared.conditions ?? [])[place];
    line.className = verdict ? `is-${verdict}` : "";
    find(".incentive-mark", line).textContent = verdict ? MARKS[verdict] : "";
    find(".incentive-verdict", line).textContent = verdict ? `${words[verdict]}${words.colon}` : "";
    find(".incentive-answer", line).replaceChildren(...(verdict ? reason(verdict, fact, data) : []));
  });
  const workings = declared.benefits.map((award, place) =>
    assessed && assessed.verdict !== "no"
      ? worked(award, named.benefits[place], assessed.benefits[place], stated, data)
      : "",
  );
  [...offer.querySelectorAll(".incentive-calculation")].forEach((line, place) => {
    line.textContent = workings[place];
  });
  const marks = /** @type {Verdict[]} */ (["yes", "unknown", "no"]).map((verdict) => [
    verdict,
    assessed?.tests.filter((one) => one === verdict).length ?? 0,
  ]);
  const tally = marks
    .filter(([, count]) => count)
    .map(([verdict, count]) =>
      formatMessage(words.verdict_count, { mark: MARKS[/** @type {Verdict} */ (verdict)], count }),
    );
  find(".incentive-tally", offer).textContent = tally.join(words.separator);
  const why = find(".incentive-reasons", offer);
  why.replaceChildren(...(assessed ? reasons(assessed, tests, workings, data) : []));
  why.hidden = why.childElementCount === 0;
  find(".incentive-gist", offer).hidden = workings.some(Boolean);
}

/**
 * Return the reasons that show without opening the details: failed conditions, else calculations and missing facts.
 * @param {Assessed} assessed
 * @param {Element[]} tests
 * @param {string[]} workings
 * @param {Data} data
 * @returns {Node[]}
 */
function reasons({ verdict, missing, benefits, tests: verdicts }, tests, workings, data) {
  if (verdict === "no")
    return tests
      .filter((_, place) => verdicts[place] === "no")
      .map((line) => make("li", { class: "is-no" }, [...line.cloneNode(true).childNodes]));
  const asked =
    missing.length > 0
      ? [
          make(
            "li",
            { class: "incentive-asks" },
            missing.map((fact) => ask(fact, data)),
          ),
        ]
      : [];
  const certain = workings.filter((one, place) => one && benefits[place].raw !== null);
  return [...certain.map((one) => make("li", {}, one)), ...asked];
}

/** @param {Verdict} verdict @param {string} fact @param {Data} data @returns {(Node | string)[]} */
function reason(verdict, fact, data) {
  return verdict === "unknown" ? [ask(fact, data)] : [formatMessage(data.words.stated, { value: data.shown(fact) })];
}

/**
 * Return a button that leads to the field of a fact.
 * @param {string} fact
 * @param {Data} data
 */
function ask(fact, data) {
  return make(
    "button",
    { type: "button", class: "incentive-ask", "data-missing-fact": fact },
    formatMessage(data.words.fill, { fact: data.label(fact) }),
  );
}

/**
 * Explain that a policy is left out of the totals, since others that exclude it are worth more.
 * @param {Assessed} policy
 * @param {Choice} chosen
 * @param {Package} declarations
 * @param {Record<string, Named>} names
 * @param {Record<string, string>} words
 */
function leftOut({ id, verdict }, chosen, declarations, names, words) {
  if (verdict === "no" || chosen.policies.includes(id)) return "";
  const own = declarations.policies.find((one) => one.id === id)?.excludes ?? [];
  const others = declarations.policies.filter(
    (one) => chosen.policies.includes(one.id) && (own.includes(one.id) || one.excludes?.includes(id)),
  );
  return formatMessage(words.left_out, {
    names: quoted(
      others.map((one) => names[one.id].name),
      words,
    ),
  });
}

/** @param {Data} data @returns {Node[]} */
function start({ words }) {
  return [make("p", { class: "matcher-start" }, make("strong", {}, words.start)), make("p", {}, words.start_note)];
}

/**
 * Return the totals by kind of money: certain and possible sums, and the limits that applied.
 * @param {Answer} answer
 * @param {Data} data
 * @returns {Node[]}
 */
function together({ policies, certain, possible }, { words, kinds, language, package: declarations, policies: names }) {
  const rows = KINDS.filter((kind) => certain.sums[kind] || possible.sums[kind]).map((kind) => {
    const [sure, most] = [certain.sums[kind] ?? 0n, possible.sums[kind] ?? 0n];
    const shown = make("data", { value: yuan(sure), "data-kind": kind }, sure ? formatFen(sure, language) : "—");
    const further =
      most > sure
        ? make(
            "span",
            { class: "matcher-possible", "data-most": yuan(most) },
            formatMessage(words.possible, { sum: formatFen(most, language) }),
          )
        : null;
    return make(
      "div",
      {},
      make("dt", {}, kinds[kind], make("small", {}, words[NOTES[kind]])),
      make("dd", {}, shown, further),
    );
  });
  const notes = (declarations.limits ?? []).flatMap((limit) => {
    const members = possible.policies.filter((id) => limit.policies.includes(id));
    const sum = members.reduce((all, id) => all + (policies.find((one) => one.id === id)?.most[limit.kind] ?? 0n), 0n);
    if (members.length < 2 || sum <= toFen(fraction(limit.most))) return [];
    const said = {
      names: quoted(
        members.map((id) => names[id].name),
        words,
      ),
      kind: kinds[limit.kind],
      sum: formatFen(toFen(fraction(limit.most)), language),
    };
    return [formatMessage(words.shared, said)];
  });
  const open = policies.filter((one) => one.open && possible.policies.includes(one.id));
  if (open.length > 0)
    notes.push(
      formatMessage(words.unbounded, {
        names: quoted(
          open.map((one) => names[one.id].name),
          words,
        ),
      }),
    );
  return [
    make("h3", {}, words.combined),
    rows.length > 0 ? make("dl", { class: "matcher-totals" }, rows) : make("p", {}, words.nothing),
    make("p", { class: "matcher-note" }, words.combined_note),
    ...notes.map((note) => make("p", { class: "matcher-note" }, note)),
  ];
}

/**
 * Format fen as yuan for machines, as "360000.00".
 * @param {bigint} sum
 */
function yuan(sum) {
  return `${sum / 100n}.${String(sum % 100n).padStart(2, "0")}`;
}
