// The shard of the data scripts that holds a record, as investment_portal/domain/shards.py computes it.

/**
 * @param {string} id
 * @param {number} chunks
 * @returns {number}
 */
export function shardOf(id, chunks) {
  let mixed = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(id)) mixed = Math.imul(mixed ^ byte, 0x01000193);
  return (mixed >>> 0) % chunks;
}
