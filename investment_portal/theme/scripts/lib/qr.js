// QR codes computed in the browser (ISO/IEC 18004): UTF-8 in byte mode, versions 1-40, levels L and M.
import { codewords } from "./qr/correction.js";
import { best, masked } from "./qr/masks.js";
import { patterns, place, sign } from "./qr/matrix.js";
import { LARGEST, room } from "./qr/versions.js";

/** @typedef {{version: number, mask: number, size: number, dark: Uint8Array}} Code Modules row by row. */

const QUIET = 4;
const SVG = "http://www.w3.org/2000/svg";

/**
 * Return the smallest code that holds a text; null where even the largest is too small.
 * @param {string} text
 * @param {{level?: import("./qr/versions.js").Level, mask?: number}} [how]
 * @returns {Code | null}
 */
export function encode(text, { level = "M", mask } = {}) {
  const bytes = new TextEncoder().encode(text);
  let version = 1;
  while (version <= LARGEST && room(version, level) < bytes.length) version++;
  if (version > LARGEST) return null;
  const field = patterns(version);
  place(field, codewords(bytes, version, level));
  const chosen = mask ?? best(field);
  const matrix = masked(field, chosen);
  sign(matrix, version, level, chosen);
  return { version, mask: chosen, size: matrix.size, dark: matrix.dark };
}

/**
 * Draw a code with its quiet zone; each dark run of a row is a stroke of one unit.
 * @param {Code} code
 * @param {string} label
 * @returns {SVGSVGElement}
 */
export function draw(code, label) {
  const width = code.size + 2 * QUIET;
  let strokes = "";
  for (let row = 0; row < code.size; row++)
    for (let column = 0; column < code.size; column++) {
      const start = column;
      while (column < code.size && code.dark[row * code.size + column]) column++;
      if (column > start) strokes += `M${start + QUIET} ${row + QUIET}.5h${column - start}`;
    }
  const drawn = shape("svg", {
    viewBox: `0 0 ${width} ${width}`,
    role: "img",
    "aria-label": label,
    "shape-rendering": "crispEdges",
  });
  drawn.append(
    shape("rect", { width: "100%", height: "100%", fill: "#fff" }),
    shape("path", { d: strokes, stroke: "#000", fill: "none" }),
  );
  return drawn;
}

/**
 * @template {keyof SVGElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string>} attributes
 * @returns {SVGElementTagNameMap[Tag]}
 */
function shape(tag, attributes) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}
