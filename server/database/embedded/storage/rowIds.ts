import { randomFillSync } from 'node:crypto';

const BYTES_PER_ID = 6;
const pool = Buffer.alloc(BYTES_PER_ID * 512);
let used = pool.length;

/**
 * A random 48-bit row id. Row ids that grew with time would keep the order of arrival, and the order of arrival could join
 * a code to an answer; so they come from the cryptographic generator, whose past cannot be computed from its output.
 */
export function randomRowId(): number {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const id = pool.readUIntBE(used, BYTES_PER_ID);
  pool.fill(0, used, used + BYTES_PER_ID);
  used += BYTES_PER_ID;
  return id;
}
