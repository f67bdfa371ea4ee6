// The form: what an investor states there, how it was understood, and the same in the page's address.
import { isAdded } from "../lib/address.js";
import { find, say } from "../lib/dom.js";
import { money, plain } from "../lib/fraction_format.js";
import { over, ratio, written } from "../lib/fraction.js";
import { readFigure } from "./figure_input.js";

/** @typedef {import("../incentives/verdict.js").Stated} Stated */
/** @typedef {import("./figure_input.js").Typed} Typed */
/** @typedef {{name: string, label: string, sort: string, whole: boolean, options: Record<string, string>, units: Record<string, string>}} Fact */
/** @typedef {{facts: Fact[], rates: Record<string, string>, language: string, words: Record<string, string>}} Terms */

const FIGURES = ["money", "area", "count"];
const SHOWN = 40;

/** Reads and fills the form of the matcher. */
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
   * Gives what is stated, by the name of the fact, as the engine takes it; figures that cannot be read are left out.
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
   * Gives a stated fact in words: what was chosen, or the sum, area or number.
   * @param {Fact} fact
   * @returns {string}
   */
  shown(fact) {
    const { words, language } = this.terms;
    if (!FIGURES.includes(fact.sort))
      return this.chosen(fact)
        .map((one) => fact.options[one])
        .join(words.separator);
    const { value, number, token } = this.typed(fact);
    if (!value) return "";
    if (fact.sort === "money") return money(ratio(value), language);
    return [plain(ratio(number)), fact.units[token] ?? token].filter(Boolean).join("\u00a0");
  }

  /** Says below each figure how it was understood, or what is wrong with it. */
  explain() {
    for (const fact of this.terms.facts.filter(({ sort }) => FIGURES.includes(sort))) {
      const input = this.input(fact);
      const { problem, value } = this.typed(fact);
      const note = find(`#${input.id}-note`);
      const { words } = this.terms;
      if (problem) note.textContent = words[problem];
      else if (value && fact.sort !== "count") note.textContent = say(words.understood, { value: this.shown(fact) });
      else note.textContent = note.dataset.example ?? "";
      input.toggleAttribute("aria-invalid", problem !== "");
      if (problem) input.setAttribute("aria-invalid", "true");
    }
  }

  /**
   * Puts a unit that was typed behind a number where units are chosen, so that both say the same.
   * @param {string} name
   */
  tidy(name) {
    const fact = this.terms.facts.find((one) => one.name === name);
    if (!fact || !FIGURES.includes(fact.sort)) return;
    const { value, number, token } = this.typed(fact);
    if (value && (token in fact.units || fact.sort === "count")) this.put(fact, number, token);
  }

  /** @param {Fact} fact @param {string} number @param {string} token */
  put(fact, number, token) {
    this.input(fact).value = number;
    const unit = this.unit(fact);
    if (unit) unit.value = token;
  }

  /** Gives what is stated as the address holds it: figures as number and unit. @returns {[string, string][]} */
  state() {
    return this.terms.facts.map((fact) => {
      if (!FIGURES.includes(fact.sort)) return [fact.name, this.chosen(fact).join(",")];
      const { value, number, token } = this.typed(fact);
      return [fact.name, value ? `${number}${token}` : ""];
    });
  }

  /**
   * Fills the form from an address and gives the names of what could not be read, as they stand there.
   * @param {URLSearchParams} address
   * @returns {string[]}
   */
  fill(address) {
    this.form.reset();
    const dropped = [];
    const seen = new Set();
    for (const [name, text] of address) {
      const fact = this.terms.facts.find((one) => one.name === name);
      const left = fact && !seen.has(name) ? this.take(fact, text) : [text];
      seen.add(name);
      if (!fact && isAdded(name, text)) continue;
      dropped.push(...left.map((one) => `${name}=${one}`.slice(0, SHOWN)));
    }
    return dropped;
  }

  /**
   * Takes one fact from the address; gives what of it cannot be taken.
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
    const known = words.filter((word) => Object.hasOwn(fact.options, word));
    for (const control of this.form.querySelectorAll(`[name="${fact.name}"]`)) {
      if (control instanceof HTMLSelectElement) control.value = known[0] ?? "";
      else if (control instanceof HTMLInputElement) control.checked = known.includes(control.value);
    }
    return words.filter((word) => !known.includes(word));
  }

  /**
   * Shows a figure in its own unit where that can be chosen; else in the first in which it is short; else as it was.
   * @param {Fact} fact
   * @param {string} value
   * @param {string} number
   * @param {string} token
   */
  restore(fact, value, number, token) {
    if (token in fact.units || fact.sort === "count") return this.put(fact, number, token);
    for (const { value: unit } of this.unit(fact)?.options ?? []) {
      const { value: size } = readFigure("1", unit, fact, this.terms.rates);
      const short = decimal(written(over(ratio(value), ratio(size))));
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
 * Writes a fraction as a decimal of few places, or nothing where it has none.
 * @param {string} text
 * @returns {string}
 */
function decimal(text) {
  const { n, d } = ratio(text);
  const scaled = n * 10_000n;
  if (scaled % d !== 0n) return "";
  return plain({ n, d }).replaceAll(",", "");
}
