import { createHash, randomBytes } from 'node:crypto';

/** 128 random bits, as they stand in a form or a cookie. */
export function newToken(): string {
  return randomBytes(16).toString('base64url');
}

/** The same token and wave always give the same response id, and an id leads back to no token. */
export function responseIdOf(wave: string, submissionToken: string): string {
  return sha256('response', wave, submissionToken).subarray(0, 16).toString('hex');
}

/** Under this id a draft is stored; the cookie itself is stored nowhere. */
export function draftIdOf(wave: string, cookie: string): string {
  return sha256('draft', wave, cookie).toString('hex');
}

function sha256(...parts: string[]): Buffer {
  const hash = createHash('sha256');
  // The length of each part goes first, so that no two lists of parts read the same.
  for (const part of parts) hash.update(`${Buffer.byteLength(part)}:${part}`);
  return hash.digest();
}
