import {
  LANGUAGES,
  mapTexts,
  type Definition,
  type Language,
  type LocalizedText,
} from '../../../survey-definitions/contract/index.js';
import type { DraftRevision } from '../questionnaires/draft.js';
import type { SaidStatus } from '../questionnaires/textStatuses.js';
import { statesIn, type TextState } from './textStates.js';

/** What somebody wrote anew of one text, and how far she says it has come; languages that stay as they are are absent. */
export interface TextChange {
  key: string;
  texts: Partial<LocalizedText>;
  states: Partial<Record<Language, TextState>>;
}

interface Changed {
  definition: Definition;
  said: SaidStatus[];
}

/** A draft with changed texts, and what is said of them; the same definition and nothing said where nothing changes. */
export function withChanges(
  { definition, statuses }: Pick<DraftRevision, 'definition' | 'statuses'>,
  changes: readonly TextChange[],
): Changed {
  const changed = withTexts(definition, changes);
  const stateOf = statesIn(statuses);
  const said = changes.flatMap(({ key, states }) =>
    LANGUAGES.flatMap((language): SaidStatus[] => {
      const status = states[language];
      const isNew = changed !== definition || status !== stateOf(key, language);
      return status !== undefined && isNew ? [{ key, language, status }] : [];
    }),
  );
  return { definition: changed, said };
}

function withTexts(definition: Definition, changes: readonly TextChange[]): Definition {
  const written = new Map(changes.filter(({ texts }) => Object.keys(texts).length > 0).map(({ key, texts }) => [key, texts]));
  if (written.size === 0) return definition;
  return mapTexts(definition, ({ key, text }) => ({ ...text, ...written.get(key) }));
}
