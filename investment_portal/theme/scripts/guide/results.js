// Results of the guide: projects that match, incentives with sums, parks with prices, contacts in order.
import { formatSum } from "../lib/money.js";
import { make } from "../lib/dom.js";
import { pageAddress } from "../lib/page_address.js";
import { breakBetweenWords } from "../lib/phrases.js";
import { today } from "../lib/today.js";
import { inOrder, investment, yuan } from "../projects/index.js";
import { groupOf } from "../incentives/assess.js";
import { copyable, splits, totalSentence } from "../incentives/total.js";
import { fraction } from "../lib/fraction.js";
import { route } from "../contacts/route.js";

const LIMIT = 6;
const NEAREST = 3;
const NAMED = 8;
/** A project may cost this many times what the investor can spend: several may share it. */
const STRETCH = 2;

/** Conditions dropped in turn where no project meets all: first the sum, last the plan. */
const RELAXED = [[], ["spend"], ["spend", "place"], ["spend", "place", "plan"]];

/**
 * Return the open projects that match sector, plan, place and spending, by the editors' weight; where there is none,
 * the nearest ones, smallest investment first.
 * @param {import("../projects/index.js").Index} index
 * @param {Record<string, string>} answers
 * @param {any} data
 * @returns {{rows: {id: string, node: Node}[], all: number, nearest: boolean}}
 */
export function projects(index, answers, data) {
  const values = (/** @type {string} */ name, /** @type {number} */ row) => {
    const facet = index.facets.find((entry) => entry.name === name);
    return (facet?.sets[facet.of[row]] ?? []).map((at) => facet?.values[at][0] ?? "");
  };
  const sum = (/** @type {number} */ row) => yuan(index, row) ?? 0;
  const limit = answers.spend ? Number(fraction(answers.spend).n / fraction(answers.spend).d) * STRETCH : Infinity;
  const kinds = data.plans[answers.plan] ?? [];
  /** @type {Record<string, (row: number) => boolean>} */
  const conditions = {
    spend: (row) => sum(row) <= limit,
    place: (row) => !answers.place || values("park", row).includes(answers.place),
    plan: (row) => kinds.length === 0 || values("kind", row).some((kind) => kinds.includes(kind)),
  };
  const open = [...inOrder(index, "weight", data.language)].filter(
    (row) => !index.closed[row] && values("sector", row).includes(answers.sector),
  );
  for (const relaxed of RELAXED) {
    const required = Object.entries(conditions).filter(([name]) => !relaxed.includes(name));
    const matches = open.filter((row) => required.every(([, isMet]) => isMet(row)));
    const nearest = relaxed.length > 0;
    if (matches.length === 0) continue;
    if (nearest) matches.sort((first, other) => sum(first) - sum(other));
    return {
      rows: matches.slice(0, nearest ? NEAREST : LIMIT).map((row) => rowOf(index, row, data)),
      all: matches.length,
      nearest,
    };
  }
  return { rows: [], all: 0, nearest: false };
}

/** @param {import("../projects/index.js").Index} index @param {number} row @param {any} data */
function rowOf(index, row, data) {
  const sum = investment(index, row);
  const about = [
    sum === null ? "" : formatSum(sum, data.language),
    index.places.entries[index.places.of[row]],
  ];
  const link = breakBetweenWords(make("a", { href: pageAddress(`${data.projects}${index.ids[row]}/`) }, index.names[row]));
  return { id: index.ids[row], node: make("li", {}, link, make("small", {}, about.filter(Boolean).join(" · "))) };
}

/**
 * Return the total of support over all stages, its splits, and the policies open to the investor.
 * @param {import("../incentives/assess.js").Answer} answer
 * @param {string} day
 * @param {any} data
 * @returns {Node[]}
 */
export function incentives(answer, day, data) {
  const { words, support } = data;
  const { certain, possible } = answer;
  const open = answer.policies.filter(({ verdict }) => verdict !== "no");
  const named = open.slice(0, NAMED).map((policy) => {
    const group = groupOf(policy);
    const [tone, word] = group === "yes" ? ["good", "fits"] : group === "service" ? ["plain", "service"] : ["busy", "open"];
    const { href, name } = data.policies[policy.id];
    const badge = make("span", { class: `badge badge--${tone}` }, words[word]);
    return make("li", {}, make("a", { href: pageAddress(href) }, name), " ", badge);
  });
  return [
    copyable(totalSentence(certain, possible, day, data), certain, possible, support),
    ...splits(certain, possible, data),
    make("ul", { class: "guide-list" }, named),
  ];
}

/**
 * Return the parks of the sector, or the chosen one, each with its prices.
 * @param {Record<string, string>} answers
 * @param {any} data
 * @returns {Node[]}
 */
export function parks(answers, data) {
  const all = /** @type {any[]} */ (data.parks);
  const chosen = all.filter((park) => (answers.place ? park.id === answers.place : park.sectors.includes(answers.sector)));
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
 * @param {Record<string, string>} answers
 * @param {any} data
 * @returns {Node[]}
 */
export function contacts(answers, data) {
  const legs = route(data.routes, {
    origin: answers.from || null,
    sector: answers.sector,
    language: data.language,
    day: today(data.zone, data.day),
  });
  return legs
    .filter(({ contact }) => contact in data.contacts)
    .slice(0, 3)
    .map(({ contact }) => {
      const { name, href, phone, dial, mail, hours } = data.contacts[contact];
      return make(
        "li",
        { "data-contact": contact },
        make("a", { href: pageAddress(href) }, name),
        phone && make("a", { class: "button", href: dial }, phone),
        mail && make("a", { href: `mailto:${mail}` }, mail),
        make("small", {}, hours),
      );
    });
}
