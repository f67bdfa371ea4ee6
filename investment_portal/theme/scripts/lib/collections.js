// What the oldest browsers of the baseline lack of today's objects and lists.

/**
 * Return whether an object has a property of its own.
 * @param {object} object
 * @param {PropertyKey} name
 * @returns {boolean}
 */
export function has(object, name) {
  return Object.prototype.hasOwnProperty.call(object, name);
}

/**
 * Return the last item of a list.
 * @template Item
 * @param {readonly Item[]} list
 * @returns {Item | undefined}
 */
export function lastOf(list) {
  return list[list.length - 1];
}
