// Normalized texts joined into one string: a term is looked for once, not in each text.

/** @typedef {import("./query.js").Unit} Unit */
/** @typedef {import("./term.js").Term} Term */

const END = "\u0001";

/** The texts of documents, each with the same number of fields. */
export class Corpus {
  /**
   * @param {string[]} fields normalized fields of all documents, one document after the other
   * @param {number[]} scores of each field of a document
   */
  constructor(fields, scores) {
    this.text = fields.join(END);
    this.scores = scores;
    this.count = fields.length / scores.length;
    this.starts = new Int32Array(fields.length + 1);
    let start = 0;
    fields.forEach((field, place) => {
      this.starts[place] = start;
      start += field.length + 1;
    });
    this.starts[fields.length] = start;
  }

  /**
   * Return the score of a unit in each document, 0 where the document does not contain it.
   * @param {Unit} unit
   * @returns {Float64Array}
   */
  scoresOf(unit) {
    const result = new Float64Array(this.count);
    for (const term of unit.terms) this.addTerm(term, result);
    for (const split of unit.splits) {
      const parts = split.map((part) => this.scoresOf(part));
      for (let document = 0; document < this.count; document++) {
        let least = Infinity;
        for (const part of parts) least = Math.min(least, part[document]);
        if (least > 0) result[document] = Math.max(result[document], least * SPLIT);
      }
    }
    return result;
  }

  /**
   * Return the score of a term in each document.
   * @param {Term} term
   * @returns {Float64Array}
   */
  scoresOfTerm(term) {
    const result = new Float64Array(this.count);
    this.addTerm(term, result);
    return result;
  }

  /**
   * @param {Term} term
   * @param {Float64Array} result
   */
  addTerm(term, result) {
    const width = this.scores.length;
    let field = 0;
    for (let hit = term.next(this.text, 0); hit; hit = term.next(this.text, hit[1])) {
      const [start, end, quality] = hit;
      while (this.starts[field + 1] <= start) field++;
      const document = Math.floor(field / width);
      const length = this.starts[field + 1] - 1 - this.starts[field];
      const base = this.scores[field - document * width];
      let score = base;
      if (base > 1) {
        // In a name it matters how much of it the term is, and whether the name begins with it.
        score += (COVERED * (end - start)) / length + (start === this.starts[field] ? BEGINS : 0);
        if (end - start === length) score += WHOLE;
      } else score += Math.min(OFTEN, result[document] > 0 ? result[document] - base * term.weight + STEP : 0);
      result[document] = Math.max(result[document], score * quality * term.weight);
    }
  }
}

const SPLIT = 0.8,
  COVERED = 0.6,
  BEGINS = 0.3,
  WHOLE = 1.5,
  STEP = 0.05,
  OFTEN = 0.4;
