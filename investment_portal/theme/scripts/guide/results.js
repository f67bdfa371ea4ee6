// Results of the guide: projects that match, incentives with sums, parks with prices, contacts in order.
import { formatMoney } from "../lib/money.js";
import { make, formatMessage } from "../lib/dom.js";
import { pageAddress } from "../lib/page_address.js";
import { today } from "../lib/today.js";
import { inOrder, yuan } from "../projects/index.js";
import { KINDS } from "../incentives/combination.js";
import { formatFen } from "../lib/fraction_format.js";
import { fraction } from "../lib/fraction.js";
import { route } from "../contacts/route.js";

const MOST = 6;
const NEAREST = 3;
const NAMED = 8;
/** A project may cost this many times what the investor can spend: several may share it. */
const STRETCH = 2;

/** Conditions dropped in turn where no project meets all: first the sum, last the plan. */
const GIVEN_UP = [[], ["spend"], ["spend", "place"], ["spend", "place", "plan"]];

/**
 * Return the open projects that match sector, plan, place and spending, by the editors' weight; where there is none,
 * the nearest ones, smallest investment first.
 * @param {import("../projects/index.js").Index} index
 * @param {Record<string, string>} given
 * @param {any} data
 * @returns {{rows: {id: string, node: Node}[], all: number, near: boolean}}
 */
export function projects(index, given, data) {
  const values = (/** @type {string} */ name, /** @type {number} */ row) => {
    const facet = index.facets.find((one) => one.name === name);
    return (facet?.sets[facet.of[row]] ?? []).map((at) => facet?.values[at][0] ?? "");
  };
  const sum = (/** @type {number} */ row) => yuan(index, row) ?? 0;
  const most = given.spend ? Number(fraction(given.spend).n / fraction(given.spend).d) * STRETCH : Infinity;
  const kinds = data.plans[given.plan] ?? [];
  /** @type {Record<string, (row: number) => boolean>} */
  const conditions = {
    spend: (row) => sum(row) <= most,
    place: (row) => !given.place || values("park", row).includes(given.place),
    plan: (row) => kinds.length === 0 || values("kind", row).some((kind) => kinds.includes(kind)),
  };
  const open = [...inOrder(index, "weight", data.language)].filter(
    (row) => !index.closed[row] && values("sector", row).includes(given.sector),
  );
  for (const givenUp of GIVEN_UP) {
    const held = Object.entries(conditions).filter(([name]) => !givenUp.includes(name));
    const found = open.filter((row) => held.every(([, holds]) => holds(row)));
    const near = givenUp.length > 0;
    if (found.length === 0) continue;
    if (near) found.sort((one, other) => sum(one) - sum(other));
    return {
      rows: found.slice(0, near ? NEAREST : MOST).map((row) => rowOf(index, row, data)),
      all: found.length,
      near,
    };
  }
  return { rows: [], all: 0, near: false };
}

/** @param {import("../projects/index.js").Index} index @param {number} row @param {any} data */
function rowOf(index, row, data) {
  const sum = index.sums[row];
  const about = [
    sum === null ? "" : formatMoney(sum, index.currencies[row] ?? "CNY", data.language),
    index.places.entries[index.places.of[row]],
  ];
  const link = make("a", { href: pageAddress(`${data.projects}${index.ids[row]}/`) }, index.names[row]);
  return { id: index.ids[row], node: make("li", {}, link, make("small", {}, about.filter(Boolean).join(" · "))) };
}

/**
 * Return the sums that can be combined, by kind of money, and the policies open to the investor.
 * @param {import("../incentives/assess.js").Answer} answer
 * @param {any} data
 * @returns {Node[]}
 */
export function support(answer, data) {
  const { words, kinds, language } = data;
  const sums = KINDS.filter((kind) => answer.possible.sums[kind]).map((kind) => {
    const [sure, most] = [answer.certain.sums[kind] ?? 0n, answer.possible.sums[kind] ?? 0n];
    const told =
      most > sure ? formatMessage(words.up_to, { sum: formatFen(most, language) }) : formatFen(sure, language);
    return make(
      "div",
      {},
      make("dt", {}, kinds[kind]),
      make("dd", { "data-kind": kind, "data-sure": String(sure), "data-most": String(most) }, told),
    );
  });
  const open = answer.policies.filter(({ verdict }) => verdict !== "no");
  const named = open.slice(0, NAMED).map(({ id, verdict }) => {
    const mark = make(
      "span",
      { class: `badge badge--${verdict === "yes" ? "good" : "busy"}` },
      words[verdict === "yes" ? "fits" : "open"],
    );
    return make("li", {}, make("a", { href: pageAddress(data.policies[id].href) }, data.policies[id].name), " ", mark);
  });
  return [
    sums.length > 0 ? make("dl", { class: "key-figures key-figures--small" }, sums) : "",
    make("ul", { class: "guide-list" }, named),
  ].filter((one) => one instanceof Node);
}

/**
 * Return the parks of the sector, or the chosen one, each with its prices.
 * @param {Record<string, string>} given
 * @param {any} data
 * @returns {Node[]}
 */
export function parks(given, data) {
  const all = /** @type {any[]} */ (data.parks);
  const chosen = all.filter((park) => (given.place ? park.id === given.place : park.sectors.includes(given.sector)));
  return chosen.map((park) =>
    make(
      "li",
      {},
      make("a", { href: pageAddress(park.href) }, park.name),
      make("small", {}, park.land),
      make(
        "dl",
        { class: "guide-prices" },
        park.prices.map((/** @type {[string, string]} */ [label, price]) =>
          make("div", {}, make("dt", {}, label), make("dd", {}, price)),
        ),
      ),
    ),
  );
}

/**
 * Return the first three contacts of the route.
 * @param {Record<string, string>} given
 * @param {any} data
 * @returns {Node[]}
 */
export function desks(given, data) {
  const legs = route(data.routes, {
    origin: given.from || null,
    sector: given.sector,
    language: data.language,
    day: today(data.zone, data.day),
  });
  return legs
    .filter(({ desk }) => desk in data.contacts)
    .slice(0, 3)
    .map(({ desk }) => {
      const { name, href, phone, dial, mail, hours } = data.contacts[desk];
      return make(
        "li",
        { "data-contact": desk },
        make("a", { href: pageAddress(href) }, name),
        phone && make("a", { class: "button", href: dial }, phone),
        mail && make("a", { href: `mailto:${mail}` }, mail),
        make("small", {}, hours),
      );
    });
}
