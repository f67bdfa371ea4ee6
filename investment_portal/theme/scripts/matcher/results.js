// The results: verdict, reasons and sum of each policy, by value, and the totals.
import { find, formatMessage, make, setChildren } from "../lib/dom.js";
import { GROUPS, groupOf } from "../incentives/assess.js";
import { KINDS } from "../incentives/combination.js";
import { added, copyable, splits, totalSentence } from "../incentives/total.js";
import { factsIn, openFacts } from "../incentives/verdict.js";
import { quoted, sums, calculation } from "./explanations.js";
import { formatFen } from "../lib/fraction_format.js";
import { toFen, fraction } from "../lib/fraction.js";

/** @typedef {import("../incentives/assess.js").Answer} Answer */
/** @typedef {import("../incentives/assess.js").Assessed} Assessed */
/** @typedef {import("../incentives/assess.js").Declared} Declared */
/** @typedef {import("../incentives/assess.js").Package} Package */
/** @typedef {import("../incentives/combination.js").Choice} Choice */
/** @typedef {import("../incentives/verdict.js").Condition} Condition */
/** @typedef {import("../incentives/verdict.js").Stated} Stated */
/** @typedef {import("../incentives/verdict.js").Verdict} Verdict */
/** @typedef {import("./explanations.js").Speech} Speech */
/** @typedef {{name: string, from: string, exhausted: string, benefits: import("./explanations.js").Terms[]}} Named */
/** @typedef {import("../incentives/total.js").Speech} TotalSpeech */
/** @typedef {Speech & TotalSpeech & {package: Package, policies: Record<string, Named>, label: (fact: string) => string, today: string}} Data */

const MARKS = { yes: "✓", no: "✗", unknown: "?" };
/** @type {Record<string, string>} */
const TONES = { yes: "good", service: "plain", no: "plain", unknown: "busy" };
/** @type {Record<string, string>} */
const NOTES = {
  grant: "note_grant",
  saving: "note_saving",
  equity: "note_equity",
  loan: "note_loan",
  guarantee: "note_guarantee",
};
const NOT_ALL = ["pinned", ...GROUPS];

/**
 * Show an assessment; before any fact is stated, the policies alone.
 * @param {HTMLElement} results
 * @param {Answer | null} answer
 * @param {Stated} stated
 * @param {string} pinned
 * @param {Data} data
 */
export function show(results, answer, stated, pinned, data) {
  const order = answer ? answer.policies : data.package.policies;
  for (const { id } of order) {
    const item = find(`[data-policy="${id}"]`, results);
    const assessed = answer?.policies.find((result) => result.id === id) ?? null;
    mark(item, assessed, stated, data);
    const note = answer && assessed ? exclusionNote(assessed, answer, data) : "";
    find(".incentive-left-out", item).textContent = note;
    const group = id === pinned ? "pinned" : (assessed ? groupOf(assessed) : "all");
    find(`[data-group="${group}"] .incentives`, results).append(item);
    if (id === pinned) /** @type {HTMLDetailsElement} */ (find("details", item)).open = true;
  }
  for (const group of [...NOT_ALL, "all"]) {
    const section = find(`[data-group="${group}"]`, results);
    const count = section.querySelectorAll(".incentive").length;
    section.hidden = count === 0;
    if (group !== "all")
      find("h3", section).textContent =
        group === "pinned" ? data.words.pinned : formatMessage(data.words.group, { name: data.words[group], count });
  }
  setChildren(find(".matcher-sums", results), ...(answer ? totals(answer, data) : start(data)));
}

/**
 * Show one policy: verdict, sum, each condition with the stated or missing fact, each benefit with its calculation.
 * @param {HTMLElement} item
 * @param {Assessed | null} assessed
 * @param {Stated} stated
 * @param {Data} data
 */
function mark(item, assessed, stated, data) {
  const { words } = data;
  const declared = /** @type {Declared} */ (data.package.policies.find(({ id }) => id === item.dataset.policy));
  const named = data.policies[declared.id];
  item.dataset.verdict = assessed?.verdict ?? "";
  const group = assessed ? groupOf({ ...assessed, state: "open" }) : "";
  // Conditions that are met do not say yet that a sum is certain.
  const word = group === "unknown" && assessed?.verdict === "yes" ? "open_yes" : group === "service" ? "service_badge" : group;
  const badge = group ? make("span", { class: `badge badge--${TONES[group]}` }, words[word]) : null;
  const states = [
    named.from ? formatMessage(words.from, { day: named.from }) : "",
    named.exhausted ? formatMessage(words.used_up, { day: named.exhausted }) : "",
  ].filter(Boolean);
  const marks = states.map((text) => make("span", { class: "badge badge--busy" }, text));
  setChildren(find(".incentive-state", item), ...(badge ? [badge] : []), ...marks);
  const hasAmount = declared.benefits.some((award) => award.form !== "service");
  find(".incentive-sum", item).textContent = assessed
    ? sums(assessed, data) || (assessed.verdict === "no" || hasAmount ? "" : words.service_note)
    : "";
  const tests = [...item.querySelectorAll(".incentive-conditions > li:not(.incentive-open)")];
  tests.forEach((line, place) => {
    const verdict = assessed?.tests[place];
    const condition = (declared.conditions ?? [])[place];
    line.className = verdict ? `is-${verdict}` : "";
    find(".incentive-mark", line).textContent = verdict ? MARKS[verdict] : "";
    find(".incentive-verdict", line).textContent = verdict ? `${words[verdict]}${words.colon}` : "";
    setChildren(find(".incentive-answer", line), ...(verdict ? reason(verdict, condition, stated, data) : []));
  });
  const workings = declared.benefits.map((award, place) =>
    assessed && assessed.verdict !== "no"
      ? calculation(award, named.benefits[place], assessed.benefits[place], stated, data)
      : "",
  );
  [...item.querySelectorAll(".incentive-calculation")].forEach((line, place) => {
    line.textContent = workings[place];
  });
  const counts = /** @type {Verdict[]} */ (["yes", "unknown", "no"]).map((verdict) => [
    verdict,
    assessed?.tests.filter((result) => result === verdict).length ?? 0,
  ]);
  const tally = counts
    .filter(([, count]) => count)
    .map(([verdict, count]) =>
      formatMessage(words.verdict_count, { mark: MARKS[/** @type {Verdict} */ (verdict)], count }),
    );
  find(".incentive-tally", item).textContent = tally.join(words.separator);
  const reasonList = find(".incentive-reasons", item);
  setChildren(reasonList, ...(assessed ? reasons(assessed, tests, workings, data) : []));
  reasonList.hidden = reasonList.childElementCount === 0;
  find(".incentive-gist", item).hidden = workings.some(Boolean);
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
  const questions =
    missing.length > 0
      ? [
          make(
            "li",
            { class: "incentive-asks" },
            missing.map((fact) => fillButton(fact, data)),
          ),
        ]
      : [];
  const certain = workings.filter((line, place) => line && benefits[place].raw !== null);
  return [...certain.map((line) => make("li", {}, line)), ...questions];
}

/**
 * Return what was stated for a condition, or a button for each fact that could still decide it.
 * @param {Verdict} verdict
 * @param {Condition} condition
 * @param {Stated} stated
 * @param {Data} data
 * @returns {(Node | string)[]}
 */
function reason(verdict, condition, stated, data) {
  if (verdict === "unknown") return [...new Set(openFacts(condition, stated))].map((fact) => fillButton(fact, data));
  const facts = [...new Set(factsIn(condition))];
  const values = facts.filter((fact) => facts.length === 1 || stated[fact] !== undefined).map(data.shown);
  return [formatMessage(data.words.stated, { value: values.join(data.words.separator) })];
}

/**
 * Return a button that leads to the field of a fact.
 * @param {string} fact
 * @param {Data} data
 */
function fillButton(fact, data) {
  return make(
    "button",
    { type: "button", class: "incentive-ask", "data-missing-fact": fact },
    formatMessage(data.words.fill, { fact: data.label(fact) }),
  );
}

/**
 * Explain that a policy is left out of the totals: which others exclude it, and that they are worth more.
 * @param {Assessed} policy
 * @param {Answer} answer
 * @param {Data} data
 */
function exclusionNote({ id, verdict, state, most }, { policies, possible }, { package: declarations, policies: names, words, language }) {
  if (verdict === "no" || state !== "open" || possible.policies.includes(id)) return "";
  const excludes = declarations.policies.find((policy) => policy.id === id)?.excludes ?? [];
  const others = declarations.policies.filter(
    (policy) => possible.policies.includes(policy.id) && (excludes.includes(policy.id) || policy.excludes?.includes(id)),
  );
  const sums = policies.filter((policy) => others.some((other) => other.id === policy.id)).map((policy) => added(policy.most));
  const more = sums.reduce((all, sum) => all + sum, 0n);
  const values = {
    names: quoted(
      others.map((policy) => names[policy.id].name),
      words,
    ),
    more: formatFen(more, language),
    own: formatFen(added(most), language),
  };
  return formatMessage(more > added(most) ? words.left_out_more : words.left_out, values);
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
function totals({ policies, certain, possible }, data) {
  const { words, kinds, language, package: declarations, policies: names } = data;
  const rows = KINDS.filter((kind) => certain.sums[kind] || possible.sums[kind]).map((kind) => {
    const [sure, upper] = [certain.sums[kind] ?? 0n, possible.sums[kind] ?? 0n];
    const shown = make("data", { value: yuan(sure), "data-kind": kind }, sure ? formatFen(sure, language) : "—");
    const further =
      upper > sure
        ? make(
            "span",
            { class: "matcher-possible", "data-most": yuan(upper) },
            formatMessage(words.possible, { sum: formatFen(upper, language) }),
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
    const sum = members.reduce((all, id) => all + (policies.find((policy) => policy.id === id)?.most[limit.kind] ?? 0n), 0n);
    if (members.length < 2 || sum <= toFen(fraction(limit.most))) return [];
    const values = {
      names: quoted(
        members.map((id) => names[id].name),
        words,
      ),
      kind: kinds[limit.kind],
      sum: formatFen(toFen(fraction(limit.most)), language),
    };
    return [formatMessage(words.shared, values)];
  });
  const open = policies.filter((policy) => policy.open && possible.policies.includes(policy.id));
  if (open.length > 0)
    notes.push(
      formatMessage(words.unbounded, {
        names: quoted(
          open.map((policy) => names[policy.id].name),
          words,
        ),
      }),
    );
  return [
    copyable(totalSentence(certain, possible, data.today, data), certain, possible, data.support),
    ...splits(certain, possible, data),
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
