// Which chunk of the data scripts holds a record: the same as in investment_portal/domain/shards.py.

/**
 * @param {string} id
 * @param {number} chunks
 * @returns {number}
 */
export function chunkOf(id, chunks) {
  let mixed = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(id)) mixed = Math.imul(mixed ^ byte, 0x01000193);
  return (mixed >>> 0) % chunks;
}
