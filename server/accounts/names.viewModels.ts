import type { Town } from '../../survey-definitions/contract/index.js';
import type { Language, Texts } from '../i18n/index.js';
import type { Role } from './permissions.js';

export function roleNames(roles: readonly Role[], t: Texts): string {
  return roles.map((role) => t(`accounts.role_${role}`)).join(', ');
}

/** The towns of a limit by name; no limit is said in words. */
export function townNames(townIds: readonly string[] | null, towns: readonly Town[], language: Language, t: Texts): string {
  if (townIds === null) return t('accounts.every_town');
  return townIds.map((id) => towns.find((town) => town.id === id)?.name[language] ?? id).join(', ');
}
