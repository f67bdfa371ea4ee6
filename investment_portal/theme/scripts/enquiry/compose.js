// An enquiry: the answers as a text with labels in the languages of sender and recipient.
import { cut } from "./text.js";
import { otherOf } from "./data.js";
import { reference } from "./reference.js";

/**
 * @typedef {import("./data.js").Both} Both
 * @typedef {import("./data.js").Data} Data
 * @typedef {{label: Both, value: Both | string, long?: boolean, below?: string}} Line A long value, and the text `below` a value, stand on lines of their own.
 * @typedef {{name: string, title: Both, lines: Line[]}} Part
 * @typedef {{to: import("./data.js").Desk | undefined, parts: Part[], content: [string, string][], who: string}} Told
 * @typedef {{reference: string, subject: string, parts: Part[], full: string, plain: string, short: string, least: string}} Brief
 */

const LONGEST_NAME = 60;
/** Characters of a long answer in the short text: a Chinese character takes nine in a link. */
const KEPT = 80;
/** Parts without which nobody could answer. */
const LEAST = new Set(["contact", "proposals"]);

/**
 * Compose an enquiry in four lengths: in full with labels in both languages; plain in the sender's language; short with
 * long answers truncated; and minimal, with what the contact needs to answer.
 * @param {Data} data
 * @param {Told} told
 * @returns {Brief}
 */
export function compose(data, told) {
  const number = reference(data.letter, told.content);
  const [own, other] = [data.language, otherOf(data)];
  /** @param {Both | string} text */
  const both = (text) =>
    typeof text === "string" ? text : text[own] === text[other] ? text[own] : `${text[own]} / ${text[other]}`;
  const parts = told.parts.filter((part) => part.lines.length > 0);
  const head = [data.title[own], `${data.labels.reference[own]}: ${number}`];
  const full = [both(data.title), `${both(data.labels.reference)}: ${number}`];
  if (told.to)
    full.push(
      `${both(data.labels.to)}: ${[both(told.to.name), told.to.mail || told.to.phone].filter(Boolean).join(" ")}`,
    );
  const plain = [...head];
  const short = [...head];
  const least = [...head];
  for (const part of parts) {
    full.push("", `[ ${both(part.title)} ]`);
    for (const line of part.lines) {
      full.push(...written(both(line.label), both(line.value), line));
      const value = typeof line.value === "string" ? line.value : line.value[own];
      plain.push(`${line.label[own]}: ${value}`);
      short.push(`${line.label[own]}: ${line.long ? kept(value, data.words.shortened) : value}`);
      if (LEAST.has(part.name)) least.push(`${line.label[own]}: ${value}`);
    }
  }
  const who = told.who ? ` - ${cut(told.who, LONGEST_NAME)}` : "";
  const subject = `[${number}] ${data.title.zh} ${data.title.en}${who}`;
  return {
    reference: number,
    subject,
    parts,
    full: full.join("\n"),
    plain: plain.join("\n"),
    short: short.join("\n"),
    least: [...least, data.words.shortened].join("\n"),
  };
}

/**
 * @param {string} label
 * @param {string} value
 * @param {Line} line
 * @returns {string[]}
 */
function written(label, value, { long, below }) {
  const told = long ? [`${label}:`, value] : [`${label}: ${value}`];
  return below ? [...told, below] : told;
}

/**
 * @param {string} value
 * @param {string} more
 */
function kept(value, more) {
  const line = value.replace(/\s*\n\s*/g, " ");
  const shown = cut(line, KEPT);
  return shown === line ? line : `${shown} ${more}`;
}
