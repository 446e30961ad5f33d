import { LANGUAGES, type KeyedText, type Language } from '../../../survey-definitions/contract/index.js';
import { fieldsOf, type FormValues, type FormField, type TextField } from '../../accounts/index.js';
import { languageNames, textsIn } from '../../i18n/index.js';
import { anchorOf } from './addresses.js';
import { isWritten } from './completeness.js';
import { contextsOf } from './contexts.js';
import { writtenMark } from './exportMark.js';
import { findingsByText } from './findingsByText.js';
import type { TextGroup } from './textGroups.js';
import { targetsOf } from './textSelection.js';
import { statesIn, TEXT_STATES, type StateOf } from './textStates.js';
import { markField, stateField, textField } from './translationForm.js';
import type { TranslationMaterial } from './translationMaterial.js';

const LINE_LETTERS = 36;
const FEWEST_LINES = 2;
const MOST_LINES = 10;

/** One text in all languages side by side. */
export interface TranslatedText {
  anchor: string;
  key: string;
  context: string;
  mark: { name: string; value: string };
  findings: string[];
  columns: TextColumn[];
}

/** A text in one language: fields where the translator writes, else words to read. */
interface TextColumn {
  code: Language;
  name: string;
  missing: string | null;
  fields: { text: TextField; state: FormField } | null;
  words: string;
}

type Material = Omit<TranslationMaterial, 'formBytes'>;

/** Gives the texts of a group, as they stand on the page that shows `texts`. */
export function translatedTexts(texts: readonly KeyedText[], { draft, language, choice, form }: Material) {
  const contextOf = contextsOf(draft.definition, language);
  const findingsOf = findingsByText(draft.definition, texts, language);
  const stateOf = statesIn(draft.statuses);
  const targets = targetsOf(choice);
  const column = (keyed: KeyedText, code: Language): TextColumn => ({
    code,
    name: languageNames[code],
    missing: isWritten(keyed.text[code]) ? null : textsIn(language)('designTranslation.unwritten'),
    fields: targets.includes(code) ? fieldsFor(keyed, code, { stateOf, form, language }) : null,
    words: keyed.text[code],
  });
  const markOf = ({ key, text }: KeyedText) => {
    const states = { kk: stateOf(key, 'kk'), ru: stateOf(key, 'ru'), en: stateOf(key, 'en') };
    const name = markField(key);
    return { name, value: [form.values?.[name] ?? writtenMark(draft, { key, text, states })].flat().join() };
  };
  return (group: TextGroup): TranslatedText[] =>
    group.texts.map((keyed) => ({
      anchor: anchorOf(keyed.key),
      key: keyed.key,
      context: contextOf(keyed.key),
      mark: markOf(keyed),
      findings: findingsOf(keyed.key),
      columns: LANGUAGES.map((code) => column(keyed, code)),
    }));
}

function fieldsFor(
  { key, text }: KeyedText,
  code: Language,
  { stateOf, form, language }: Pick<Material, 'form' | 'language'> & { stateOf: StateOf },
): TextColumn['fields'] {
  const t = textsIn(language);
  const [name, state] = [textField(key, code), stateField(key, code)];
  const values: FormValues = {
    [name]: form.values?.[name] ?? text[code],
    [state]: form.values?.[state] ?? stateOf(key, code),
  };
  const fields = fieldsOf(values, form.faults);
  const states = TEXT_STATES.map((value) => ({ value, label: t(`designTranslation.state_${value}`) }));
  return {
    text: fields.text(name, languageNames[code], { rows: linesFor(text), lang: code }),
    state: fields.select(state, t('designTranslation.state_of', { language: languageNames[code] }), states),
  };
}

/** The same height in every language, since a missing text is going to be about as long. */
function linesFor(text: KeyedText['text']): number {
  const longest = Math.max(...LANGUAGES.map((language) => text[language].length));
  return Math.min(MOST_LINES, Math.max(FEWEST_LINES, Math.ceil(longest / LINE_LETTERS)));
}
