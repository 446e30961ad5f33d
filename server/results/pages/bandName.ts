import type { Method } from '../../../survey-definitions/contract/index.js';
import type { Language } from '../../i18n/index.js';

/** The name that a method gives to a score; empty where it names none. */
export function bandName({ bands = [] }: Pick<Method, 'bands'>, score: number, language: Language): string {
  return bands.findLast(({ from }) => from <= score)?.name[language] ?? '';
}
