// An enquiry: the answers as a text with labels in the languages of sender and recipient.
import { cut } from "./text.js";
import { otherOf } from "./data.js";
import { reference } from "./reference.js";

/**
 * @typedef {import("./data.js").Both} Both
 * @typedef {import("./data.js").Data} Data
 * @typedef {{label: Both, value: Both | string, long?: boolean, below?: string}} Line A long value, and the text `below` a value, stand on lines of their own.
 * @typedef {{name: string, title: Both, lines: Line[]}} Part
 * @typedef {{to: import("./data.js").Contact | undefined, parts: Part[], content: [string, string][], who: string}} Content
 * @typedef {{reference: string, subject: string, parts: Part[], full: string, plain: string, short: string, least: string}} Enquiry
 */

const LONGEST_NAME = 60;
/** Characters of a long answer in the short text: a Chinese character takes nine in a link. */
const LONG_ANSWER = 80;
/** Parts that an answer needs. */
const LEAST = new Set(["contact", "proposals"]);

/**
 * Compose an enquiry in four lengths: in full with labels in both languages; plain in the sender's language; short with
 * long answers truncated; and minimal, with what the contact needs to answer.
 * @param {Data} data
 * @param {Content} content
 * @returns {Enquiry}
 */
export function compose(data, content) {
  const number = reference(data.letter, content.content);
  const [sender, recipient] = [data.language, otherOf(data)];
  /** @param {Both | string} text */
  const both = (text) =>
    typeof text === "string" ? text : text[sender] === text[recipient] ? text[sender] : `${text[sender]} / ${text[recipient]}`;
  const parts = content.parts.filter((part) => part.lines.length > 0);
  const head = [data.title[sender], `${data.labels.reference[sender]}: ${number}`];
  const full = [both(data.title), `${both(data.labels.reference)}: ${number}`];
  if (content.to)
    full.push(
      `${both(data.labels.to)}: ${[both(content.to.name), content.to.mail || content.to.phone].filter(Boolean).join(" ")}`,
    );
  const plain = [...head];
  const short = [...head];
  const least = [...head];
  for (const part of parts) {
    full.push("", `[ ${both(part.title)} ]`);
    for (const line of part.lines) {
      full.push(...written(both(line.label), both(line.value), line));
      const value = typeof line.value === "string" ? line.value : line.value[sender];
      plain.push(`${line.label[sender]}: ${value}`);
      short.push(`${line.label[sender]}: ${line.long ? shortened(value, data.words.shortened) : value}`);
      if (LEAST.has(part.name)) least.push(`${line.label[sender]}: ${value}`);
    }
  }
  const who = content.who ? ` - ${cut(content.who, LONGEST_NAME)}` : "";
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
  const content = long ? [`${label}:`, value] : [`${label}: ${value}`];
  return below ? [...content, below] : content;
}

/**
 * @param {string} value
 * @param {string} more
 */
function shortened(value, more) {
  const line = value.replace(/\s*\n\s*/g, " ");
  const shown = cut(line, LONG_ANSWER);
  return shown === line ? line : `${shown} ${more}`;
}
