import {
  isQuestion,
  LANGUAGES,
  optionsOf,
  type Definition,
  type Question,
  type Town,
} from '../../../survey-definitions/contract/index.js';
import { fieldsOf, summaryOf, type ErrorSummary, type FormField, type FormValues } from '../../accounts/index.js';
import { questionNumbersOf, type QuestionNumbers } from '../../design/index.js';
import type { FieldFault } from '../../http/fieldFault.js';
import type { PageModel } from '../../http/views.js';
import { formatDate, formatInteger, formatNumber, languageNames, textsIn, type Language, type Texts } from '../../i18n/index.js';
import { emphasised } from '../question.viewModels.js';
import type { Wording } from '../wording.js';
import type { PaperFault } from './paperFields.js';
import { paperAddress } from './paperWavePage.viewModels.js';

interface TypedField {
  name: string;
  label: string;
  value: string;
}

/** What may be typed: a code and its words, or a range in words alone. */
interface PaperCode {
  code: string;
  words: string;
}

/** A question as it is typed: a short field, and what its codes mean beside it. */
interface PaperField {
  name: string;
  number: string;
  question: string;
  value: string;
  codes: PaperCode[];
  error: string | null;
  long: boolean;
  /** Fields below: the text of "other", or the places of a ranking. */
  more: TypedField[];
}

export interface PaperEntryPage extends PageModel {
  heading: string;
  back: { label: string; href: string };
  summary: ErrorSummary | null;
  /** Said where the same person types twice. */
  caution: string | null;
  howTo: string;
  action: string;
  formId: string;
  fields: FormField[];
  sections: { title: string | null; questions: PaperField[] }[];
  submitLabel: string;
}

declare module '../../http/views.js' {
  interface Views {
    'respond/paperEntry': PaperEntryPage;
  }
}

export interface PaperEntryMaterial {
  language: Language;
  slug: string;
  definition: Definition;
  wording: Wording;
  towns: readonly Town[];
  /** Made with the page, so that the page sent twice is one entry. */
  formId: string;
  /** The second entry names the form and who typed it first; null for a first entry. */
  second: { number: string; samePerson: boolean } | null;
  values: FormValues;
  faults: FieldFault[];
}

export function buildPaperEntryPage(material: PaperEntryMaterial): Omit<PaperEntryPage, 'layout'> {
  const { language, slug, definition, formId, second, faults } = material;
  const t = textsIn(language);
  const address = paperAddress(slug);
  const numbers = questionNumbersOf(definition);
  return {
    heading: second ? t('paper.second_heading', { number: second.number }) : t('paper.first_heading'),
    back: { label: t('paper.back_to_wave'), href: address },
    summary: summaryOf(faults, t),
    caution: second?.samePerson ? t('paper.same_person') : null,
    howTo: t('paper.how_to_type'),
    action: second ? `${address}/forms/${formId}/second` : `${address}/form`,
    formId,
    fields: headFields(material, t),
    sections: definition.sections
      .map(({ title, items }) => ({
        title: title ? material.wording.of(title) : null,
        questions: items.filter(isQuestion).map((item) => paperField(item, numbers, material, t)),
      }))
      .filter(({ questions }) => questions.length > 0),
    submitLabel: t(second ? 'paper.compare' : 'paper.keep_first'),
  };
}

function headFields({ values, faults, towns, language, second }: PaperEntryMaterial, t: Texts): FormField[] {
  const fields = fieldsOf(values, faults);
  const choose = { value: '', label: '–' };
  return [
    ...(second ? [] : [fields.text('_number', t('paper.field_number'), { hint: t('paper.field_number_hint'), short: true })]),
    ...(towns.length > 1
      ? [
          fields.select('_town', t('paper.field_town'), [
            choose,
            ...towns.map(({ id, name }) => ({ value: id, label: name[language] })),
          ]),
        ]
      : []),
    fields.select('_language', t('paper.field_language'), [
      choose,
      ...LANGUAGES.map((code) => ({ value: code, label: languageNames[code] })),
    ]),
    fields.text('_date', t('paper.field_date'), { hint: t('paper.field_date_hint'), short: true }),
  ];
}

function paperField(
  item: Question,
  numbers: QuestionNumbers,
  { definition, wording, values, faults }: PaperEntryMaterial,
  t: Texts,
): PaperField {
  const valueOf = (name: string): string => [values[name] ?? ''].flat()[0] ?? '';
  const options = optionsOf(definition, item);
  const typed = (name: string, label: string): TypedField => ({ name, label, value: valueOf(name) });
  return {
    name: item.id,
    number: `${numbers.get(item.id) ?? ''}.`,
    question: emphasised(item, wording).ask,
    value: valueOf(item.id),
    codes: possibleAnswers(item, definition, wording, t),
    error: faults.find(({ field }) => field === item.id)?.message ?? null,
    long: item.type === 'text',
    more:
      item.type === 'ranking'
        ? options.map(({ code, label }) =>
            typed(`${item.id}.rank.${code}`, t('paper.rank_of', { option: label ? wording.of(label) : code })),
          )
        : options.some(({ text }) => text)
          ? [typed(`${item.id}__text`, t('paper.other_text'))]
          : [],
  };
}

/** Codes with their words, and what else may be typed. */
function possibleAnswers(item: Question, definition: Definition, wording: Wording, t: Texts): PaperCode[] {
  const specials = definition.specialCodes
    .filter(({ code }) => (item.special as number[]).includes(code))
    .map(({ code, label }) => ({ code: `−${Math.abs(code)}`, words: wording.of(label) }));
  const limits = limitsInWords(item, wording.language, t).map((words) => ({ code: '', words }));
  return [...limits, ...(item.type === 'ranking' ? [] : codesOf(item, definition, wording)), ...specials];
}

/** The label of a step often begins with its number. */
function codesOf(item: Question, definition: Definition, wording: Wording): PaperCode[] {
  return optionsOf(definition, item).map(({ code, label }) => {
    const words = label ? wording.of(label) : '';
    return { code: String(code), words: words.startsWith(`${code} `) ? words.slice(String(code).length + 1) : words };
  });
}

function limitsInWords(item: Question, language: Language, t: Texts): string[] {
  switch (item.type) {
    case 'integer':
      return [t('paper.range', { min: formatInteger(item.min, language), max: formatInteger(item.max, language) })];
    case 'decimal':
      return [t('paper.range', { min: formatNumber(item.min, language, 0), max: formatNumber(item.max, language, 0) })];
    case 'text':
      return [t('paper.text_up_to', { max: item.maxLength })];
    case 'date':
      return [
        t('paper.field_date_hint'),
        ...(item.min !== undefined && item.max !== undefined
          ? [t('paper.range', { min: formatDate(item.min, language), max: formatDate(item.max, language) })]
          : []),
      ];
    default:
      return [];
  }
}

/** A fault of a typed form at the field of its question. */
export function paperFaultInWords(
  fault: PaperFault,
  { definition, wording }: Pick<PaperEntryMaterial, 'definition' | 'wording'>,
): FieldFault {
  const t = textsIn(wording.language);
  if (fault.item === null) {
    const scored = definition.indicators[0]?.items[0]?.item ?? '_date';
    return { field: scored, message: t('paper.fault_nothing_scored') };
  }
  const number = questionNumbersOf(definition).get(fault.item.id) ?? '';
  const codes = possibleAnswers(fault.item, definition, wording, t)
    .map(({ code, words }) => `${code} ${words}`.trim())
    .join('; ');
  return {
    field: fault.item.id,
    message: fault.reason === 'needed' ? t('paper.fault_needed', { number }) : t('paper.fault_impossible', { number, codes }),
  };
}
