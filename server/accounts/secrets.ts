import { createHash, randomBytes } from 'node:crypto';

/** A secret of 256 bits for links and tokens; it is shown once, and only its hash is stored. */
export function randomSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** A name for a document that tells neither its time nor its order. */
export function randomId(): string {
  return randomBytes(16).toString('base64url');
}

/** Long random secrets need no slow hash. */
export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
