// Where a Chinese title that a script writes may break: between words, where the browser can tell them apart.

const SHORT = 8;
const CHINESE = /^[\u4e00-\u9fff]+$/;
const LINKING = new Set("与及和或的暨并");

/** @typedef {{segment(text: string): Iterable<{segment: string, index: number}>}} Segmenter */
// Chrome 87, Safari 14.1; before them a title breaks anywhere.
const { Segmenter } = /** @type {{Segmenter?: new (language: string, how: {granularity: "word"}) => Segmenter}} */ (Intl);
const segmenter = Segmenter && new Segmenter("zh", { granularity: "word" });

/**
 * Let the lines of a title break between its words only; highlighted parts stay highlighted.
 * @template {Element} Title
 * @param {Title} title
 * @returns {Title}
 */
export function breakBetweenWords(title) {
  const text = title.textContent || "";
  const places = text.length > SHORT ? placesIn(text) : [];
  if (places.length === 0) return title;
  const walker = document.createTreeWalker(title, NodeFilter.SHOW_TEXT);
  /** @type {Text[]} */
  const nodes = [];
  while (walker.nextNode()) nodes.push(/** @type {Text} */ (walker.currentNode));
  let start = 0;
  for (const node of nodes) {
    const end = start + node.data.length;
    const cuts = [start, ...places.filter((place) => place > start && place < end), end].map((place) => place - start);
    const pieces = cuts.slice(1).map((cut, at) => node.data.slice(cuts[at], cut));
    const isBroken = start > 0 && places.includes(start);
    node.replaceWith(
      ...pieces.flatMap((piece, at) => (at > 0 || isBroken ? [document.createElement("wbr"), piece] : [piece])),
    );
    start = end;
  }
  title.classList.add("phrased");
  return title;
}

/**
 * Return the places between the words of a text; a character by itself stays with both of its neighbours.
 * @param {string} text
 * @returns {number[]}
 */
function placesIn(text) {
  if (!segmenter) return [];
  /** @type {number[]} */
  const places = [];
  let before = "";
  for (const { segment, index } of segmenter.segment(text)) {
    const isLinking = LINKING.has(segment);
    if (!CHINESE.test(segment)) before = "";
    else {
      if (before && (isLinking || (before.length > 1 && segment.length > 1))) places.push(index);
      before = isLinking ? "" : segment;
    }
  }
  return places;
}
