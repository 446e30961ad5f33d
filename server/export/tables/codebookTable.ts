import {
  fullWording,
  type Definition,
  type LocalizedText,
  type Question,
  type Section,
} from '../../../survey-definitions/contract/index.js';
import { LANGUAGES } from '../../i18n/index.js';
import type { Cell, Row, Table } from '../../csv/index.js';
import { conditionText } from './conditionText.js';
import type { ResponseColumn } from './responseColumns.js';

export const CODEBOOK_COLUMNS = [
  'variable',
  'code',
  'type',
  'item',
  'section',
  'text_kk',
  'text_ru',
  'text_en',
  'min',
  'max',
  'asked_if',
  'indicators',
  'source',
  'former_ids',
] as const;

/** What every column of the responses means: a row for the variable, then a row for each of its codes. */
export function codebookTableFrom(definition: Definition, columns: readonly ResponseColumn[]): Table {
  return {
    columns: CODEBOOK_COLUMNS,
    rows: columns.flatMap((column) => [
      variableRow(definition, column),
      ...[...column.labels].map(([code, label]) => codeRow(column, code, label)),
    ]),
  };
}

function variableRow(definition: Definition, { name, type, item, title }: ResponseColumn): Row {
  if (item === null) {
    const texts = title ?? { kk: name, ru: name, en: name };
    return [name, null, type, null, null, ...inAllLanguages(texts), ...rangeOf(null), null, null, null, null];
  }
  return [
    name,
    null,
    type,
    item.type,
    sectionOf(definition, item)?.id ?? null,
    ...inAllLanguages(wordingOf(item, title)),
    ...rangeOf(item),
    item.when ? conditionText(item.when) : null,
    indicatorsOf(definition, item) || null,
    item.source ?? null,
    item.formerIds?.join(' ') ?? null,
  ];
}

function codeRow({ name, type }: ResponseColumn, code: string | number, label: LocalizedText): Row {
  return [name, code, type, null, null, ...inAllLanguages(label), ...rangeOf(null), null, null, null, null];
}

/** A column of one option is named by question and option. */
function wordingOf(item: Question, option: LocalizedText | null): LocalizedText {
  const question = fullWording(item);
  if (option === null) return question;
  return { kk: `${question.kk} – ${option.kk}`, ru: `${question.ru} – ${option.ru}`, en: `${question.en} – ${option.en}` };
}

function inAllLanguages(text: LocalizedText): Cell[] {
  return LANGUAGES.map((language) => text[language]);
}

function rangeOf(item: Question | null): [Cell, Cell] {
  return item?.type === 'integer' || item?.type === 'decimal' || item?.type === 'date'
    ? [item.min ?? null, item.max ?? null]
    : [null, null];
}

function sectionOf(definition: Definition, item: Question): Section | undefined {
  return definition.sections.find((section) => section.items.some(({ id }) => id === item.id));
}

/** The indicators that an item enters, with its direction: `C3+ C4-`. */
function indicatorsOf(definition: Definition, { id }: Question): string {
  return definition.indicators
    .flatMap(({ code, items }) => items.filter(({ item }) => item === id).map(({ direction }) => `${code}${direction}`))
    .join(' ');
}
