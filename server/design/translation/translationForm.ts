import { LANGUAGES, textsOf, type KeyedText, type Language } from '../../../survey-definitions/contract/index.js';
import type { FormValues } from '../../accounts/index.js';
import type { FieldFault } from '../../http/fieldFault.js';
import type { Texts } from '../../i18n/index.js';
import type { DraftRevision } from '../questionnaires/draft.js';
import { cleanText } from './cleanText.js';
import { isWritten } from './completeness.js';
import type { TextChange } from './textChanges.js';
import { statesIn, TEXT_STATES, type TextState } from './textStates.js';

export function textField(key: string, language: Language): string {
  return `text.${key}.${language}`;
}

export function stateField(key: string, language: Language): string {
  return `state.${key}.${language}`;
}

/** The name of the button that marks every written text of the form as reviewed. */
export const MARK_FIELD = '_mark';
/** Its value says where the person goes after saving. */
export const NEXT_FIELD = '_next';

/** What a posted form changes of the texts it shows; others stay as they are. */
export function changesIn(values: FormValues, draft: DraftRevision, t: Texts): { changes: TextChange[]; faults: FieldFault[] } {
  const stateOf = statesIn(draft.statuses);
  const faults: FieldFault[] = [];
  const changes = textsOf(draft.definition).map(({ key, text }): TextChange => {
    const change: TextChange = { key, texts: {}, states: {} };
    for (const language of LANGUAGES) {
      const posted = postedIn(values, { key, text }, language);
      if (posted === null) continue;
      if (posted.text !== text[language]) change.texts[language] = posted.text;
      const state = saidOf(posted, stateOf(key, language), values[MARK_FIELD] !== undefined);
      if (state === 'impossible')
        faults.push({ field: stateField(key, language), message: t('designTranslation.error_state_without_text') });
      else if (state !== null) change.states[language] = state;
    }
    return change;
  });
  return { changes: changes.filter(({ texts, states }) => isFilled(texts) || isFilled(states)), faults };
}

interface Posted {
  /** As it was where only blanks and line breaks differ. */
  text: string;
  /** Undefined where the form does not hold it. */
  state: TextState | undefined;
}

/** One text in one language as posted; null where the form does not hold it. */
function postedIn(values: FormValues, { key, text }: KeyedText, language: Language): Posted | null {
  const value = values[textField(key, language)];
  if (value === undefined) return null;
  const written = cleanText([value].flat()[0] ?? '');
  const state = TEXT_STATES.find((one) => one === values[stateField(key, language)]);
  return { text: written === cleanText(text[language]) ? text[language] : written, state };
}

/** What the form says of a text; null where it repeats what was said before, which a change of the text may take away. */
function saidOf({ text, state }: Posted, before: TextState, mark: boolean): TextState | 'impossible' | null {
  const said = state === before ? undefined : state;
  if (!isWritten(text)) return said === undefined || said === 'draft' || mark ? null : 'impossible';
  if (mark) return state === 'backTranslated' ? state : 'reviewed';
  return said ?? null;
}

function isFilled(record: object): boolean {
  return Object.keys(record).length > 0;
}
