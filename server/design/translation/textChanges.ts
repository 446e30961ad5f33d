import {
  LANGUAGES,
  mapTexts,
  type Definition,
  type Language,
  type LocalizedText,
} from '../../../survey-definitions/contract/index.js';
import type { DraftRevision, TextStatus } from '../questionnaires/draft.js';
import { statusesAfter } from '../questionnaires/textStatuses.js';
import { statesIn, type TextState } from './textStates.js';

/** What somebody wrote anew of one text, and how far she says it has come; languages that stay as they are are absent. */
export interface TextChange {
  key: string;
  texts: Partial<LocalizedText>;
  states: Partial<Record<Language, TextState>>;
}

type Translated = Pick<DraftRevision, 'definition' | 'statuses'>;

/**
 * A draft with changed texts. What is said of a text together with its change holds for the changed text. Where nothing
 * changes, the same definition and statuses come back.
 */
export function withChanges({ definition, statuses }: Translated, changes: readonly TextChange[]): Translated {
  const changed = withTexts(definition, changes);
  const said = changes.flatMap(({ key, states }) =>
    LANGUAGES.flatMap((language) => {
      const status = states[language];
      return status === undefined ? [] : [{ key, language, status }];
    }),
  );
  const stateOf = statesIn(statuses);
  if (changed === definition && said.every(({ key, language, status }) => stateOf(key, language) === status))
    return { definition, statuses };
  const isSaid = new Set(said.map(({ key, language }) => `${language} ${key}`));
  const kept = statusesAfter(statuses, definition, changed).filter(({ key, language }) => !isSaid.has(`${language} ${key}`));
  return { definition: changed, statuses: [...kept, ...said.filter((one): one is TextStatus => one.status !== 'draft')] };
}

function withTexts(definition: Definition, changes: readonly TextChange[]): Definition {
  const written = new Map(changes.filter(({ texts }) => Object.keys(texts).length > 0).map(({ key, texts }) => [key, texts]));
  if (written.size === 0) return definition;
  return mapTexts(definition, ({ key, text }) => ({ ...text, ...written.get(key) }));
}
