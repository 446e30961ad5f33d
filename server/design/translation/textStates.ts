import type { Language } from '../../../survey-definitions/contract/index.js';
import { TranslationStatusSchema, type TextStatus } from '../questionnaires/draft.js';

/** How far a text has come in one language; a text without a stored status is a draft. */
export const TEXT_STATES = ['draft', ...TranslationStatusSchema.options] as const;
export type TextState = (typeof TEXT_STATES)[number];

/** Looks up how far texts have come. */
export type StateOf = (key: string, language: Language) => TextState;

export function statesIn(statuses: readonly TextStatus[]): StateOf {
  const stored = new Map(statuses.map(({ key, language, status }) => [`${language} ${key}`, status]));
  return (key, language) => stored.get(`${language} ${key}`) ?? 'draft';
}
