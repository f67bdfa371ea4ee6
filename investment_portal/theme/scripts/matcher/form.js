// The form of the matcher: facts, how they were understood, and their state for the address.
import { has } from "../lib/collections.js";
import { isTrackingParameter } from "../lib/address.js";
import { find, formatMessage } from "../lib/dom.js";
import { formatYuan, formatFraction } from "../lib/fraction_format.js";
import { boundOf } from "../incentives/verdict.js";
import { divide, fraction, fractionText, isLess } from "../lib/fraction.js";
import { readFigure } from "./figure_input.js";

/** @typedef {import("../incentives/verdict.js").Stated} Stated */
/** @typedef {import("./figure_input.js").Typed} Typed */
/**
 * @typedef {{
 *   name: string, label: string, sort: string, whole: boolean, counted: string, options: Record<string, string>,
 *   units: Record<string, string>,
 * }} Fact
 */
/** @typedef {{facts: Fact[], rates: Record<string, string>, language: string, words: Record<string, string>, bounds: Record<string, string>}} Terms */

const FIGURES = ["money", "area", "count", "share"];
const WITHOUT_UNIT = ["count", "share"];
const SHOWN = 40;

/** The form of the matcher, read and filled. */
export class Form {
  /**
   * @param {HTMLFormElement} form
   * @param {Terms} terms
   */
  constructor(form, terms) {
    this.form = form;
    this.terms = terms;
  }

  /**
   * Return the stated facts for the engine; invalid figures are left out.
   * @returns {Stated}
   */
  stated() {
    /** @type {Stated} */
    const stated = {};
    for (const fact of this.terms.facts) {
      if (FIGURES.includes(fact.sort)) {
        const { value } = this.typed(fact);
        if (value) stated[fact.name] = value;
        continue;
      }
      const chosen = this.chosen(fact);
      if (chosen.length > 0) stated[fact.name] = fact.sort === "yes_no" ? chosen[0] === "yes" : chosen;
    }
    return stated;
  }

  /** @param {Fact} fact @returns {Typed} */
  typed(fact) {
    return readFigure(this.input(fact).value, this.unit(fact)?.value ?? "", fact, this.terms.rates);
  }

  /** @param {Fact} fact @returns {string[]} */
  chosen(fact) {
    return new FormData(this.form).getAll(fact.name).map(String).filter(Boolean);
  }

  /**
   * Format a stated fact: the chosen values, or the sum, area or number.
   * @param {Fact} fact
   * @returns {string}
   */
  shown(fact) {
    const { words, language } = this.terms;
    if (!FIGURES.includes(fact.sort))
      return this.chosen(fact)
        .map((option) => fact.options[option])
        .join(words.separator);
    const { value, number, token } = this.typed(fact);
    if (!value) return "";
    if (fact.sort === "money") return formatYuan(fraction(value), language);
    if (fact.sort === "share") return `${formatFraction(fraction(number))}%`;
    return [formatFraction(fraction(number)), fact.counted || (fact.units[token] ?? token)].filter(Boolean).join("\u00a0");
  }

  /** Show below each figure how it was understood, or what is wrong with it. */
  explain() {
    const stated = this.stated();
    for (const fact of this.terms.facts.filter(({ sort }) => FIGURES.includes(sort))) {
      const input = this.input(fact);
      const { problem, value } = this.typed(fact);
      const note = find(`#${input.id}-note`);
      const { words } = this.terms;
      const limit = value ? boundOf(fact.name, stated, this.terms.bounds) : null;
      const above = limit !== null && isLess(fraction(limit), fraction(value));
      if (problem) note.textContent = words[problem];
      else if (above) {
        const whole = this.terms.facts.find(({ name }) => name === this.terms.bounds[fact.name]);
        const shown = fact.sort === "money" ? formatYuan(fraction(limit), this.terms.language) : formatFraction(fraction(limit));
        note.textContent = formatMessage(words.above, { whole: whole?.label ?? "", limit: shown });
      }
      else if (value && fact.sort !== "count")
        note.textContent = formatMessage(words.understood, { value: this.shown(fact) });
      else note.textContent = note.dataset.example ?? "";
      input.toggleAttribute("aria-invalid", problem !== "" || above);
      if (problem || above) input.setAttribute("aria-invalid", "true");
    }
  }

  /**
   * Move a typed unit from the number to the unit field, so that both agree.
   * @param {string} name
   */
  tidy(name) {
    const fact = this.terms.facts.find((entry) => entry.name === name);
    if (!fact || !FIGURES.includes(fact.sort)) return;
    const { value, number, token } = this.typed(fact);
    if (value && (token in fact.units || WITHOUT_UNIT.includes(fact.sort))) this.put(fact, number, token);
  }

  /** @param {Fact} fact @param {string} number @param {string} token */
  put(fact, number, token) {
    this.input(fact).value = number;
    const unit = this.unit(fact);
    if (unit) unit.value = token;
  }

  /** Return the facts as the address holds them: figures as number and unit. @returns {[string, string][]} */
  state() {
    return this.terms.facts.map((fact) => {
      if (!FIGURES.includes(fact.sort)) return [fact.name, this.chosen(fact).join(",")];
      const { value, number, token } = this.typed(fact);
      return [fact.name, value ? `${number}${token}` : ""];
    });
  }

  /**
   * Fill the form from an address; return the parameters that could not be used.
   * @param {URLSearchParams} address
   * @returns {string[]}
   */
  fill(address) {
    this.form.reset();
    const dropped = [];
    const seen = new Set();
    for (const [name, text] of address) {
      const fact = this.terms.facts.find((entry) => entry.name === name);
      const unused = fact && !seen.has(name) ? this.take(fact, text) : [text];
      seen.add(name);
      if (!fact && isTrackingParameter(name, text)) continue;
      dropped.push(...unused.map((value) => `${name}=${value}`.slice(0, SHOWN)));
    }
    return dropped;
  }

  /**
   * Fill in one fact from the address; return the values that could not be used.
   * @param {Fact} fact
   * @param {string} text
   * @returns {string[]}
   */
  take(fact, text) {
    if (FIGURES.includes(fact.sort)) {
      const { value, number, token } = readFigure(text, "", fact, this.terms.rates);
      if (!value || (fact.sort === "area" && !token)) return [text];
      this.restore(fact, value, number, token);
      return [];
    }
    const words = fact.sort === "several" ? text.split(",") : [text];
    const allowed = words.filter((word) => has(fact.options, word));
    for (const control of this.form.querySelectorAll(`[name="${fact.name}"]`)) {
      if (control instanceof HTMLSelectElement) control.value = allowed[0] ?? "";
      else if (control instanceof HTMLInputElement) control.checked = allowed.includes(control.value);
    }
    return words.filter((word) => !allowed.includes(word));
  }

  /**
   * Show a figure in its own unit if that can be chosen, else in the first unit in which it is short, else as typed.
   * @param {Fact} fact
   * @param {string} value
   * @param {string} number
   * @param {string} token
   */
  restore(fact, value, number, token) {
    if (token in fact.units || WITHOUT_UNIT.includes(fact.sort)) return this.put(fact, number, token);
    for (const { value: unit } of this.unit(fact)?.options ?? []) {
      const { value: size } = readFigure("1", unit, fact, this.terms.rates);
      const short = decimal(fractionText(divide(fraction(value), fraction(size))));
      if (short) return this.put(fact, short, unit);
    }
    this.input(fact).value = `${number} ${token}`;
  }

  /** @param {Fact} fact @returns {HTMLInputElement} */
  input(fact) {
    return find(`#fact-${fact.name}`, this.form);
  }

  /** @param {Fact} fact @returns {HTMLSelectElement | null} */
  unit(fact) {
    return this.form.querySelector(`[name="${fact.name}-unit"]`);
  }
}

/**
 * Format a fraction as a decimal of at most four places; empty where it has more.
 * @param {string} text
 * @returns {string}
 */
function decimal(text) {
  const { n, d } = fraction(text);
  const scaled = n * 10_000n;
  if (scaled % d !== 0n) return "";
  return formatFraction({ n, d }).split(",").join("");
}
