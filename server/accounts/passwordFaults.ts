import type { FieldFault } from '../http/fieldFault.js';
import type { Texts } from '../i18n/index.js';
import { passwordFault } from './passwords.js';

/** The faults of a new password in the reader's language. */
export function passwordFaults(password: string, signInName: string, t: Texts): FieldFault[] {
  const key = passwordFault(password, signInName);
  return key === null ? [] : [{ field: 'password', message: t(key) }];
}
