// Proposed times as a calendar file (RFC 5545): tentative events in UTC, without attendees.

/** @typedef {{from: number, until: number}} Span */
/**
 * @typedef {object} Proposal
 * @property {string} number reference of the enquiry, part of the event's UID
 * @property {string} host of the portal
 * @property {string} title
 * @property {string} text
 * @property {Span[]} spans
 * @property {{name: string, mail: string}} from who proposes; the organiser if there is a mail address
 */

const OCTETS = 75;

/**
 * @param {Proposal} proposal
 * @param {number} now
 * @returns {string}
 */
export function calendarOf({ number, host, title, text, spans, from }, now) {
  const organiser = from.mail ? [`ORGANIZER${from.name ? `;CN="${quoted(from.name)}"` : ""}:mailto:${from.mail}`] : [];
  const events = spans.flatMap((span, at) => [
    "BEGIN:VEVENT",
    `UID:${number}-${at + 1}@${host}`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART:${stamp(span.from)}`,
    `DTEND:${stamp(span.until)}`,
    `SUMMARY:${escaped(spans.length > 1 ? `${title} (${at + 1}/${spans.length})` : title)}`,
    `DESCRIPTION:${escaped(text)}`,
    ...organiser,
    "STATUS:TENTATIVE",
    "TRANSP:OPAQUE",
    "END:VEVENT",
  ]);
  // A published calendar must name an organiser (RFC 5546); without a mail address the file has no method.
  const method = from.mail ? ["METHOD:PUBLISH"] : [];
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:-//${host}//portal//EN`,
    "CALSCALE:GREGORIAN",
    ...method,
    ...events,
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join("");
}

/** @param {number} at */
const stamp = (at) => `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;

/** @param {string} text */
const escaped = (text) => text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, "\\n");

/** @param {string} text A parameter value cannot be escaped: quotes and line breaks are removed. */
const quoted = (text) => text.replace(/["\r\n]/g, "");

/**
 * Fold a line at 75 octets, never inside a character.
 * @param {string} line
 */
function foldLine(line) {
  const encoder = new TextEncoder();
  let folded = "";
  let room = OCTETS;
  for (const sign of line) {
    const octets = encoder.encode(sign).length;
    if (octets > room) {
      folded += "\r\n ";
      room = OCTETS - 1;
    }
    folded += sign;
    room -= octets;
  }
  return folded;
}
