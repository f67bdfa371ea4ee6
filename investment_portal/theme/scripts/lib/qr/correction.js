// Codewords of a QR code: the text's bytes, padded, with Reed-Solomon correction, dealt out over the blocks.
import { counterBits, division } from "./versions.js";

const POWERS = new Uint8Array(255);
const LOGS = new Uint8Array(256);
for (let power = 0, value = 1; power < 255; power++) {
  POWERS[power] = value;
  LOGS[value] = power;
  value = value & 0x80 ? (value << 1) ^ 0x11d : value << 1;
}

/**
 * Multiply in the field of 256 elements.
 * @param {number} first
 * @param {number} other
 */
const times = (first, other) => (first && other ? POWERS[(LOGS[first] + LOGS[other]) % 255] : 0);

/**
 * The product of (x - 2^0) ... (x - 2^(degree-1)) without its leading one.
 * @param {number} degree
 */
function generator(degree) {
  const factors = new Uint8Array(degree);
  factors[degree - 1] = 1;
  for (let root = 0; root < degree; root++)
    for (let at = 0; at < degree; at++) factors[at] = times(factors[at], POWERS[root]) ^ (factors[at + 1] ?? 0);
  return factors;
}

/**
 * The remainder of a block after division by the generator.
 * @param {Uint8Array} block
 * @param {Uint8Array} factors
 */
function remainder(block, factors) {
  const register = new Uint8Array(factors.length);
  for (const byte of block) {
    const lead = byte ^ register[0];
    register.copyWithin(0, 1);
    register[register.length - 1] = 0;
    for (let at = 0; at < register.length; at++) register[at] ^= times(factors[at], lead);
  }
  return register;
}

/**
 * The text's bytes with mode, count, end and padding.
 * @param {Uint8Array} bytes
 * @param {number} version
 * @param {number} length
 */
function data(bytes, version, length) {
  const words = new Uint8Array(length);
  let bit = 0;
  /** @param {number} value @param {number} bits */
  const put = (value, bits) => {
    for (let shift = bits - 1; shift >= 0; shift--, bit++) words[bit >> 3] |= ((value >> shift) & 1) << (7 - (bit & 7));
  };
  put(0b0100, 4);
  put(bytes.length, counterBits(version));
  for (const byte of bytes) put(byte, 8);
  bit += Math.min(4, length * 8 - bit);
  for (let at = Math.ceil(bit / 8), even = true; at < length; at++, even = !even) words[at] = even ? 0xec : 0x11;
  return words;
}

/**
 * Return all codewords in the order in which they are placed.
 * @param {Uint8Array} bytes
 * @param {number} version
 * @param {import("./versions.js").Level} level
 */
export function codewords(bytes, version, level) {
  const { all, blocks, correction, data: length } = division(version, level);
  const words = data(bytes, version, length);
  const factors = generator(correction);
  const short = Math.floor(length / blocks);
  const firstLong = blocks - (length % blocks);
  const dealt = Array.from({ length: blocks }, (_, block) => {
    const start = block * short + Math.max(0, block - firstLong);
    return words.subarray(start, start + short + (block >= firstLong ? 1 : 0));
  });
  const interleaved = new Uint8Array(all);
  let at = 0;
  for (const columns of [dealt, dealt.map((block) => remainder(block, factors))])
    for (let row = 0; row <= Math.max(short, correction); row++)
      for (const column of columns) if (row < column.length) interleaved[at++] = column[row];
  return interleaved;
}
