import {
  optionsOf,
  questionsInOrder,
  SPECIAL,
  type AnswerOption,
  type Definition,
  type LocalizedText,
  type Question,
  type SpecialCode,
} from '../../../survey-definitions/contract/index.js';
import type { StoredResponse } from '../../respond/index.js';
import { roundedAnswer } from '../files/rounding.js';
import type { Cell } from '../../csv/index.js';
import { factColumns, yesNoLabels } from './factColumns.js';

/**
 * What a column tells about the person who answered: a `fact` that others may know; an `opinion`; an opinion that is
 * `routed`, so that whether it was asked tells a fact; or something `unbounded` that no grouping makes safe.
 */
export type Tells = 'fact' | 'opinion' | 'routed' | 'unbounded';

/** A column of single responses: the same list makes the file, its codebook and its schema. */
export interface ResponseColumn {
  /** Stable: made of the item's id and nothing that is translated. Names that begin with `_` belong to no item. */
  name: string;
  item: Question | null;
  type: 'integer' | 'number' | 'string' | 'date';
  tells: Tells;
  /** What the column is, where no item says so. */
  title: LocalizedText | null;
  /** Words for codes. */
  labels: ReadonlyMap<string | number, LocalizedText>;
  valueIn(response: StoredResponse): Cell;
}

const NO_LABELS: ResponseColumn['labels'] = new Map();

/** All columns of a questionnaire's responses. Neither the id of a response nor the day on which it came is among them. */
export function responseColumnsOf(definition: Definition, townNames: ReadonlyMap<string, LocalizedText>): ResponseColumn[] {
  const facts = factColumns(definition, townNames);
  return [
    ...facts.before,
    ...questionsInOrder(definition).flatMap((item) => itemColumns(definition, item)),
    ...definition.derived.map(({ id, type }): ResponseColumn => ({
      name: id,
      item: null,
      type: type === 'recode' || type === 'condition' ? 'integer' : 'number',
      tells: 'fact',
      title: null,
      labels: specialLabels(definition, [SPECIAL.hardToSay, SPECIAL.refused, SPECIAL.notAsked, SPECIAL.missing]),
      valueIn: ({ derived }) => roundedAnswer(derived[id] ?? SPECIAL.missing),
    })),
    ...facts.after,
  ];
}

function itemColumns(definition: Definition, item: Question): ResponseColumn[] {
  const specials = specialLabels(definition, [...item.special, SPECIAL.notAsked, SPECIAL.missing]);
  const options = optionsOf(definition, item);
  const frame = { item, title: null, tells: tellsOf(item) } as const;
  const text: ResponseColumn[] = options.some((option) => option.text) ? [otherTextColumn(item)] : [];
  const answerOf = ({ answers }: StoredResponse): Cell => plainAnswer(answers[item.id]);
  switch (item.type) {
    case 'single':
    case 'scale':
      return [
        { ...frame, name: item.id, type: 'integer', labels: new Map([...optionLabels(options), ...specials]), valueIn: answerOf },
        ...text,
      ];
    case 'integer':
    case 'decimal':
      return [
        { ...frame, name: item.id, type: item.type === 'integer' ? 'integer' : 'number', labels: specials, valueIn: answerOf },
      ];
    case 'date':
      return [{ ...frame, name: item.id, type: 'date', labels: specials, valueIn: answerOf }];
    case 'text':
      return textColumns(item, specials);
    case 'multiple':
      return [
        ...codeColumns(item, options, new Map([...yesNoLabels(), ...specials]), frame, (codes, code) =>
          Number(codes.includes(code)),
        ),
        ...text,
      ];
    case 'ranking':
      return codeColumns(item, options, specials, frame, (codes, code) => codes.indexOf(code) + 1);
  }
}

/** An answer with several codes has a column for each; a special code stands in all of them. */
function codeColumns(
  item: Question,
  options: readonly AnswerOption[],
  labels: ResponseColumn['labels'],
  frame: Pick<ResponseColumn, 'item' | 'title' | 'tells'>,
  valueOf: (codes: readonly number[], code: number) => number,
): ResponseColumn[] {
  return options.map(({ code, label }) => ({
    ...frame,
    name: `${item.id}__${code}`,
    type: 'integer',
    title: label ?? null,
    labels,
    valueIn: ({ answers }) => {
      const answer = answers[item.id];
      return Array.isArray(answer) ? valueOf(answer, code) : plainAnswer(answer);
    },
  }));
}

/** What people wrote, and beside it why they wrote nothing. */
function textColumns(item: Question, specials: ResponseColumn['labels']): ResponseColumn[] {
  const frame = { item, title: null, tells: 'unbounded' } as const;
  return [
    {
      ...frame,
      name: item.id,
      type: 'string',
      labels: NO_LABELS,
      valueIn: ({ answers }) => {
        const answer = answers[item.id];
        return typeof answer === 'string' ? answer : null;
      },
    },
    {
      ...frame,
      name: `${item.id}__special`,
      type: 'integer',
      labels: specials,
      valueIn: ({ answers }) => {
        const answer = answers[item.id];
        return typeof answer === 'string' ? null : plainAnswer(answer);
      },
    },
  ];
}

/** "Other, please specify". */
function otherTextColumn(item: Question): ResponseColumn {
  return {
    name: `${item.id}__text`,
    item,
    type: 'string',
    tells: 'unbounded',
    title: null,
    labels: NO_LABELS,
    valueIn: ({ answers }) => {
      const answer = answers[`${item.id}__text`];
      return typeof answer === 'string' ? answer : null;
    },
  };
}

function tellsOf(item: Question): Tells {
  if (item.type === 'text') return 'unbounded';
  if (item.type !== 'scale') return 'fact';
  return item.when === undefined ? 'opinion' : 'routed';
}

function plainAnswer(answer: unknown): Cell {
  return typeof answer === 'number' || typeof answer === 'string' ? answer : SPECIAL.missing;
}

function optionLabels(options: readonly AnswerOption[]): [number, LocalizedText][] {
  return options.flatMap(({ code, label }) => (label ? [[code, label] as [number, LocalizedText]] : []));
}

function specialLabels(definition: Definition, codes: readonly SpecialCode[]): Map<number, LocalizedText> {
  return new Map(definition.specialCodes.filter(({ code }) => codes.includes(code)).map(({ code, label }) => [code, label]));
}
