// The reference of an enquiry, computed from its content: the same content has the same reference.

/** Without 0, I, L, O, U, which are misread. 31 is a prime: the check character detects one wrong and two swapped characters. */
const SIGNS = "123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 7;

/**
 * Return the reference of a content, as E-7K3M-9QXC; its last character is a check character.
 * @param {string} letter
 * @param {[string, string][]} content names and values, in the order of the form
 * @returns {string}
 */
export function reference(letter, content) {
  const base = BigInt(SIGNS.length);
  let number = hash(JSON.stringify(content));
  const values = [];
  for (let at = 0; at < LENGTH; at++, number /= base) values.push(Number(number % base));
  const check = values.reduce((sum, value, at) => sum + (at + 1) * value, 0) % SIGNS.length;
  const signs = [...values, check].map((value) => SIGNS[value]).join("");
  return `${letter}-${signs.slice(0, 4)}-${signs.slice(4)}`;
}

/**
 * Hash a text by FNV-1a (64 bits, the upper half folded into the lower): crypto.subtle is missing on plain http.
 * @param {string} text
 */
function hash(text) {
  let mixed = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text))
    mixed = BigInt.asUintN(64, (mixed ^ BigInt(byte)) * 0x100000001b3n);
  return mixed ^ (mixed >> 32n);
}
