// Spelling mistakes: one letter more, less, other, or two exchanged.

/**
 * Return whether two different words differ by one edit.
 * @param {string} first
 * @param {string} second
 * @returns {boolean}
 */
export function isNear(first, second) {
  if (Math.abs(first.length - second.length) > 1 || first === second) return false;
  let start = 0;
  while (start < first.length && first[start] === second[start]) start++;
  const [restOfFirst, restOfSecond] = [first.slice(start), second.slice(start)];
  return (
    restOfFirst.slice(1) === restOfSecond.slice(1) ||
    restOfFirst.slice(1) === restOfSecond ||
    restOfFirst === restOfSecond.slice(1) ||
    (restOfFirst[0] === restOfSecond[1] &&
      restOfFirst[1] === restOfSecond[0] &&
      restOfFirst.slice(2) === restOfSecond.slice(2))
  );
}
