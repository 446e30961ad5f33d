import { LANGUAGES, placeholdersIn, type KeyedText, type Language } from '../../../../survey-definitions/contract/index.js';
import { textsIn } from '../../../i18n/index.js';
import type { DraftRevision } from '../../questionnaires/draft.js';
import { cleanText } from '../cleanText.js';
import { contextsOf } from '../contexts.js';
import { groupName } from '../groupNames.viewModels.js';
import { textGroupsOf } from '../textGroups.js';
import { statesIn } from '../textStates.js';
import { COLUMNS, STATE_WORDS, statusColumn, type Column } from './columns.js';
import { writtenMark } from '../exportMark.js';

/** All texts of a draft as rows for translators, under `COLUMNS`; what explains them is in the reader's language. */
export function textTableFrom({ questionnaire, revision, definition, statuses }: DraftRevision, language: Language): string[][] {
  const contextOf = contextsOf(definition, language);
  const stateOf = statesIn(statuses);
  return textGroupsOf(definition).flatMap(({ id, texts }) => {
    const part = cleanText(groupName(id, definition, language));
    return texts.map(({ key, text }) => {
      const [kk, ru, en] = LANGUAGES.map((each) => stateOf(key, each));
      const states = { kk: kk ?? 'draft', ru: ru ?? 'draft', en: en ?? 'draft' };
      const cells: Partial<Record<Column, string>> = {
        key,
        part,
        context: cleanText(contextOf(key)),
        note: noteFor({ key, text }, language),
        exported: writtenMark({ questionnaire, revision }, { key, text, states }),
      };
      for (const each of LANGUAGES) {
        cells[each] = cleanText(text[each]);
        cells[statusColumn(each)] = STATE_WORDS[states[each]];
      }
      return COLUMNS.map((column) => cells[column] ?? '');
    });
  });
}

/** What must stay in every language. */
function noteFor({ text }: KeyedText, language: Language): string {
  const names = [...new Set(LANGUAGES.flatMap((each) => placeholdersIn(text[each])))];
  if (names.length === 0) return '';
  return textsIn(language)('designTranslation.note_keep', { placeholders: names.map((name) => `{${name}}`).join(', ') });
}
