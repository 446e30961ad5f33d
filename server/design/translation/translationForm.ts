import { LANGUAGES, textsOf, type KeyedText, type Language } from '../../../survey-definitions/contract/index.js';
import type { FormValues } from '../../accounts/index.js';
import type { FieldFault } from '../../http/fieldFault.js';
import type { Texts } from '../../i18n/index.js';
import type { DraftRevision } from '../questionnaires/draft.js';
import { cleanText } from './cleanText.js';
import { isWritten } from './completeness.js';
import { parseMark, printOf } from './exportMark.js';
import type { TextChange } from './textChanges.js';
import { statesIn, TEXT_STATES, type TextState } from './textStates.js';

export function textField(key: string, language: Language): string {
  return `text.${key}.${language}`;
}

export function stateField(key: string, language: Language): string {
  return `state.${key}.${language}`;
}

/** What a text and its states were when the page was made, as in a file for translators. */
export function markField(key: string): string {
  return `was.${key}`;
}

/** The name of the button that marks every written text of the form as reviewed. */
export const REVIEW_FIELD = '_review';
/** Its value says where the person goes after saving. */
export const NEXT_FIELD = '_next';

/**
 * What a posted form changes of the texts that it shows. A text that stands in the form as the page brought it has not
 * been touched, whatever others made of it since; so a form that comes after theirs changes only what its own person did.
 */
export function changesIn(values: FormValues, draft: DraftRevision, t: Texts): { changes: TextChange[]; faults: FieldFault[] } {
  const stateOf = statesIn(draft.statuses);
  const faults: FieldFault[] = [];
  const changes = textsOf(draft.definition).map(({ key, text }): TextChange => {
    const change: TextChange = { key, texts: {}, states: {} };
    for (const language of LANGUAGES) {
      const posted = postedIn(values, { key, text }, language, stateOf(key, language));
      if (posted === null) continue;
      if (posted.text !== text[language]) change.texts[language] = posted.text;
      const state = saidOf(posted, values[REVIEW_FIELD] !== undefined);
      if (state === 'impossible')
        faults.push({ field: stateField(key, language), message: t('designTranslation.error_state_without_text') });
      else if (state !== null) change.states[language] = state;
    }
    return change;
  });
  return { changes: changes.filter(({ texts, states }) => isFilled(texts) || isFilled(states)), faults };
}

interface Posted {
  /** As it is in the draft where nobody touched it, or only blanks and line breaks differ. */
  text: string;
  state: TextState;
  /** Did the person choose another state than the page showed? */
  chosen: boolean;
}

/** One text in one language as posted; null where the form does not hold it. */
function postedIn(values: FormValues, { key, text }: KeyedText, language: Language, now: TextState): Posted | null {
  const value = values[textField(key, language)];
  if (value === undefined) return null;
  const written = cleanText(single(value));
  const mark = parseMark(single(values[markField(key)] ?? ''));
  const untouched = written === cleanText(text[language]) || mark?.prints[language] === printOf(key, language, written);
  const was = mark?.states[language] ?? now;
  const state = TEXT_STATES.find((one) => one === values[stateField(key, language)]) ?? was;
  return { text: untouched ? text[language] : written, state, chosen: state !== was };
}

/** What the form says of a text; null where it repeats what was said before, which a change of the text may take away. */
function saidOf({ text, state, chosen }: Posted, mark: boolean): TextState | 'impossible' | null {
  if (!isWritten(text)) return !chosen || state === 'draft' || mark ? null : 'impossible';
  if (mark) return state === 'backTranslated' ? state : 'reviewed';
  return chosen ? state : null;
}

function single(value: string | string[]): string {
  return [value].flat()[0] ?? '';
}

function isFilled(record: object): boolean {
  return Object.keys(record).length > 0;
}
