import type { Definition, Town } from '../../../survey-definitions/contract/index.js';
import { fieldsOf, type FormModel, type FormValues, summaryOf, type ErrorSummary } from '../../accounts/index.js';
import { questionNumbersOf } from '../../design/index.js';
import type { FieldFault } from '../../http/fieldFault.js';
import type { PageModel } from '../../http/views.js';
import { formatDate, languageNames, textsIn, type Language, type Texts } from '../../i18n/index.js';
import { answerInWords } from '../answerInWords.js';
import { emphasised } from '../question.viewModels.js';
import type { Wording } from '../wording.js';
import type { PaperDifference } from './paperDifferences.js';
import type { PaperEntry } from './paperForm.js';
import { paperAddress } from './paperWavePage.viewModels.js';

export interface PaperDifferencesPage extends PageModel {
  heading: string;
  back: { label: string; href: string };
  intro: string;
  summary: ErrorSummary | null;
  form: FormModel;
  anew: { label: string; href: string };
}

declare module '../../http/views.js' {
  interface Views {
    'respond/paperDifferences': PaperDifferencesPage;
  }
}

export interface DifferencesMaterial {
  language: Language;
  slug: string;
  formId: string;
  number: string;
  definition: Definition;
  wording: Wording;
  towns: readonly Town[];
  first: PaperEntry;
  second: PaperEntry;
  differences: readonly PaperDifference[];
  values: FormValues;
  faults: FieldFault[];
}

/** The name under which the choice at a difference is posted. */
export function choiceName({ field }: PaperDifference): string {
  return `choose.${field}`;
}

export function buildDifferencesPage(material: DifferencesMaterial): Omit<PaperDifferencesPage, 'layout'> {
  const { language, slug, formId, number, first, second, differences, values, faults } = material;
  const t = textsIn(language);
  const fields = fieldsOf(values, faults);
  const action = `${paperAddress(slug)}/forms/${formId}/differences`;
  return {
    heading: t('paper.differences_heading', { number }),
    back: { label: t('paper.back_to_wave'), href: paperAddress(slug) },
    intro: t('paper.differences_intro'),
    summary: summaryOf(faults, t),
    form: {
      action,
      hidden: [],
      summary: null,
      submitLabel: t('paper.resolve'),
      fields: differences.map((difference) =>
        fields.choices(choiceName(difference), nameOfDifference(difference, material, t), [
          { value: 'first', label: t('paper.entry_first', { answer: valueInWords(difference, first, material, t) }) },
          { value: 'second', label: t('paper.entry_second', { answer: valueInWords(difference, second, material, t) }) },
        ]),
      ),
    },
    anew: { label: t('paper.type_again'), href: `${paperAddress(slug)}/forms/${formId}/second` },
  };
}

/** A difference nobody has decided. */
export function undecidedFault(
  difference: PaperDifference,
  material: Pick<DifferencesMaterial, 'definition' | 'language'>,
): FieldFault {
  const t = textsIn(material.language);
  return { field: choiceName(difference), message: t('paper.fault_choose', { place: placeOf(difference, material, t) }) };
}

function placeOf(difference: PaperDifference, { definition }: Pick<DifferencesMaterial, 'definition'>, t: Texts): string {
  if ('item' in difference)
    return t('paper.place_question', { number: questionNumbersOf(definition).get(difference.item.id) ?? '' });
  return t(HEAD_NAMES[difference.field]);
}

const HEAD_NAMES = { townId: 'paper.field_town', language: 'paper.field_language', date: 'paper.field_date' } as const;

function nameOfDifference(difference: PaperDifference, material: DifferencesMaterial, t: Texts): string {
  const place = placeOf(difference, material, t);
  return 'item' in difference ? `${place}. ${emphasised(difference.item, material.wording).ask}` : place;
}

function valueInWords(difference: PaperDifference, entry: PaperEntry, material: DifferencesMaterial, t: Texts): string {
  const { language, towns, definition, wording } = material;
  if (!('item' in difference)) {
    if (difference.field === 'date') return formatDate(entry.date, language);
    if (difference.field === 'language') return languageNames[entry.language];
    return towns.find(({ id }) => id === entry.townId)?.name[language] ?? entry.townId;
  }
  const value = entry.answers[difference.item.id];
  if (value === undefined) return t('paper.no_answer');
  const { words } = answerInWords(definition, difference.item, entry.answers, wording);
  const code = [value].flat().join(' ').replace(/^-/, '−');
  return code === words ? words : `${code} – ${words}`;
}
