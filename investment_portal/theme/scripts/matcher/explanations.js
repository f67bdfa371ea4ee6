// Sums in words: how each was computed, and the total of a policy.
import { formatMessage } from "../lib/dom.js";
import { KINDS } from "../incentives/combination.js";
import { formatFen, formatYuan, formatFraction } from "../lib/fraction_format.js";
import { divide, fraction } from "../lib/fraction.js";
import { marginalParts } from "../incentives/amount.js";

/** @typedef {import("../incentives/amount.js").Award} Award */
/** @typedef {import("../incentives/amount.js").Reckoned} Reckoned */
/** @typedef {import("../incentives/assess.js").Assessed} Assessed */
/** @typedef {import("../incentives/combination.js").Sums} Sums */
/** @typedef {import("../incentives/verdict.js").Stated} Stated */
/**
 * Terms of a benefit as texts.
 * @typedef {{
 *   base?: string, rate?: string, amount?: string, unit?: string, tiers?: {start: string, rate: string}[],
 *   paidWhen?: string[], fromYear?: string,
 * }} Terms
 */
/** @typedef {{words: Record<string, string>, kinds: Record<string, string>, language: string, shown: (fact: string) => string}} Speech */

const LIMITED = { cap: "limited_cap", floor: "limited_floor" };

/**
 * Explain how a benefit was computed from the facts; empty where it could not be.
 * @param {Award} award
 * @param {Terms} terms
 * @param {Reckoned} reckoned
 * @param {Stated} stated
 * @param {Speech} speech
 * @returns {string}
 */
export function calculation(award, terms, reckoned, stated, { words, language, shown }) {
  if (reckoned.verdict === "no") return words.calculation_off;
  if (award.form === "service") return reckoned.verdict === "unknown" ? words.calculation_if : "";
  const { raw, least, most, years, tier, held: limited, mostAll, heldAll, parts } = reckoned;
  if (raw === null) return mostAll === null ? "" : formatMessage(words.most, { sum: formatFen(mostAll, language) });
  const sum = formatYuan(raw, language);
  const value = award.base ? shown(award.base) : "";
  const { base = "" } = terms;
  const steps = terms.tiers ?? [];
  if (award.form === "tiers" && tier === null)
    return formatMessage(words.calculation_below, { base, value, start: steps[0].start });
  const explanation = {
    rate: () => formatMessage(words.calculation_rate, { base, value, rate: terms.rate ?? "", sum }),
    fixed: () => formatMessage(words.calculation_fixed, { sum }),
    each: () =>
      formatMessage(words.calculation_each, {
        amount: terms.amount ?? "",
        count: count(award, stated),
        unit: terms.unit ?? "",
        sum,
      }),
    tiers: () => {
      const { start, rate } = steps[tier ?? 0];
      if (award.marginal) {
        const slices = marginalParts(award, fraction(String(stated[award.base ?? ""]))).map(([part], place) =>
          formatMessage(words.calculation_slice, { part: formatYuan(part, language), rate: steps[place].rate }),
        );
        return formatMessage(words.calculation_parts, { base, value, parts: slices.join(" + "), sum });
      }
      return rate
        ? formatMessage(words.calculation_share, { base, value, start, rate, sum })
        : formatMessage(words.calculation_tier, { base, value, start, sum });
    },
  }[award.form];
  const yearly = most ?? least;
  const limit = limited ? formatMessage(words[LIMITED[limited]], { sum: formatFen(yearly, language) }) : "";
  const total =
    years > 1n && yearly > 0n
      ? formatMessage(heldAll ? words.years_held : words.years, {
          years: String(years),
          sum: formatFen(mostAll ?? 0n, language),
        })
      : "";
  const begins = terms.fromYear ? formatMessage(words.from_year, { year: terms.fromYear }) : "";
  const paid = parts.map((part, place) => {
    const when = terms.paidWhen?.[place];
    const amount = formatFen(part, language);
    return when ? formatMessage(words.paid_when, { sum: amount, when }) : amount;
  });
  const payment = paid.length > 0 && yearly > 0n ? formatMessage(words.paid, { parts: paid.join(words.separator) }) : "";
  const open = reckoned.verdict === "unknown" ? words.separator + words.calculation_if : "";
  return `${explanation?.() ?? ""}${limit}${begins}${total}${payment}${open}`;
}

/** @param {Award} award @param {Stated} stated */
function count(award, stated) {
  const base = stated[award.base ?? ""];
  return typeof base === "string" ? formatFraction(divide(fraction(base), fraction(award.unit ?? "1"))) : "";
}

/**
 * Format the sums of a policy by kind of money: certain, at most, or between both.
 * @param {Assessed} policy
 * @param {Speech} speech
 * @returns {string}
 */
export function sums({ least, most, open, verdict }, { words, kinds, language }) {
  if (verdict === "no") return "";
  const texts = KINDS.filter((kind) => most[kind]).map((kind) => {
    const [low, high] = [least[kind] ?? 0n, most[kind]].map((fen) => (fen ? formatFen(fen, language) : ""));
    const certain =
      low === high
        ? formatMessage("{sum}", { sum: low })
        : low
          ? formatMessage(words.between, { least: low, most: high })
          : formatMessage(words.most, { sum: high });
    return formatMessage(words.sum, {
      kind: kinds[kind],
      sum: open ? formatMessage(words.least, { sum: low || high }) : certain,
    });
  });
  if (texts.length > 0) return texts.join(words.separator);
  return open ? words.open : "";
}

/**
 * Join names, each in quotation marks.
 * @param {string[]} names
 * @param {Record<string, string>} words
 */
export function quoted(names, words) {
  return names.map((name) => formatMessage(words.quoted, { name })).join(words.separator);
}
