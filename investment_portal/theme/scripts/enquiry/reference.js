// The number of a brief: worked out from what it says, so that the same words have the same number wherever they arrive.

/** No 0, I, L, O, U, which are misread and misheard. There are 31, a prime: the check sign finds any one wrong sign and any two swapped. */
const SIGNS = "123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 7;

/**
 * Gives the number of a content, as E-7K3M-9QXC; the last sign checks the others.
 * @param {string} letter
 * @param {[string, string][]} content names and values, in the order of the form
 * @returns {string}
 */
export function reference(letter, content) {
  const base = BigInt(SIGNS.length);
  let left = hash(JSON.stringify(content));
  const values = [];
  for (let at = 0; at < LENGTH; at++, left /= base) values.push(Number(left % base));
  const check = values.reduce((sum, value, at) => sum + (at + 1) * value, 0) % SIGNS.length;
  const signs = [...values, check].map((value) => SIGNS[value]).join("");
  return `${letter}-${signs.slice(0, 4)}-${signs.slice(4)}`;
}

/**
 * FNV-1a of 64 bits, its upper half folded into the lower: no secret, and crypto.subtle is missing on plain http.
 * @param {string} text
 */
function hash(text) {
  let mixed = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text))
    mixed = BigInt.asUintN(64, (mixed ^ BigInt(byte)) * 0x100000001b3n);
  return mixed ^ (mixed >> 32n);
}
