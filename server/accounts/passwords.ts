import { hash, verify } from '@node-rs/argon2';
import type { TextKey } from '../i18n/index.js';
import { randomSecret } from './secrets.js';

export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 200;

/** Argon2id with 19 MiB and two passes, the library's defaults. */
export function hashPassword(password: string): Promise<string> {
  return hash(password);
}

const hashOfNobody = hash(randomSecret());

/** Takes as long for an unknown name as for a known one, so that the time does not tell which names exist. */
export async function isPassword(password: string, passwordHash: string | undefined): Promise<boolean> {
  const matches = await verify(passwordHash ?? (await hashOfNobody), password);
  return matches && passwordHash !== undefined;
}

/** What is wrong with a new password, as the key of a sentence; null when it will do. */
export function passwordFault(password: string, signInName: string): TextKey | null {
  if (password.length < SHORTEST_PASSWORD) return 'accounts.error_password_short';
  if (password.length > LONGEST_PASSWORD) return 'accounts.error_password_long';
  const [localPart] = signInName.split('@');
  const plain = password.toLowerCase();
  if (plain === signInName || plain === localPart) return 'accounts.error_password_is_name';
  if (new Set(password).size < 4) return 'accounts.error_password_simple';
  return null;
}
