import {
  optionsOf,
  questionsInOrder,
  SPECIAL,
  type Definition,
  type Question,
} from '../../../survey-definitions/contract/index.js';
import { LANGUAGES } from '../../i18n/index.js';
import type { StoredResponse } from '../../respond/index.js';
import type { ColumnGroup, ColumnType } from './matrixColumn.js';

/** A column that the matrix of a questionnaire has, and where its numbers come from. */
export interface PlannedColumn {
  group: ColumnGroup;
  id: string;
  type: ColumnType;
  valueIn: (response: StoredResponse) => number;
}

export const ORIGINS = [
  'respondent',
  'interviewer',
  'paper',
  'import',
  'synthetic',
] as const satisfies StoredResponse['origin'][];
const FLAGS = ['speeder', 'straightliner', 'highMissing', 'duplicate'] as const satisfies (keyof StoredResponse['flags'])[];
const MS_PER_DAY = 86_400_000;
const LARGEST_INT16 = 32_767;

/**
 * The columns of a questionnaire's data matrix: one per answer that is a number, one per code of a multiple choice or
 * ranking, one per derived value, analysis population and flag. Texts and dates that people type stay in the responses.
 */
export function columnPlanOf(definition: Definition): PlannedColumn[] {
  return [
    ...questionsInOrder(definition).flatMap((item) => itemColumns(definition, item)),
    ...definition.derived.map(({ id }): PlannedColumn => ({
      group: 'items',
      id,
      type: 'float64',
      valueIn: (response) => response.derived[id] ?? SPECIAL.missing,
    })),
    ...definition.analysisPopulations.map(({ id }): PlannedColumn => ({
      group: 'populations',
      id,
      type: 'uint8',
      valueIn: (response) => Number(response.analysisPopulations.includes(id)),
    })),
    ...FLAGS.map((id): PlannedColumn => ({
      group: 'flags',
      id,
      type: 'uint8',
      valueIn: (response) => Number(response.flags[id]),
    })),
    ...FACTS,
  ];
}

const FACTS: PlannedColumn[] = [
  { group: 'facts', id: 'day', type: 'int32', valueIn: ({ date }) => Date.parse(`${date}T00:00:00Z`) / MS_PER_DAY },
  { group: 'facts', id: 'language', type: 'uint8', valueIn: ({ language }) => LANGUAGES.indexOf(language) },
  { group: 'facts', id: 'origin', type: 'uint8', valueIn: ({ origin }) => ORIGINS.indexOf(origin) },
  { group: 'facts', id: 'durationSteps', type: 'int32', valueIn: ({ durationSteps }) => durationSteps ?? SPECIAL.missing },
];

function itemColumns(definition: Definition, item: Question): PlannedColumn[] {
  switch (item.type) {
    case 'text':
    case 'date':
      return [];
    case 'multiple':
      return optionsOf(definition, item).map(({ code }) => codeColumn(item.id, code, (chosen) => Number(chosen.includes(code))));
    case 'ranking':
      return optionsOf(definition, item).map(({ code }) => codeColumn(item.id, code, (ranked) => ranked.indexOf(code) + 1));
    case 'single':
    case 'scale':
      return [numberColumn(item.id, 'int16')];
    case 'integer':
      return [numberColumn(item.id, item.max <= LARGEST_INT16 ? 'int16' : 'float64')];
    case 'decimal':
      return [numberColumn(item.id, 'float64')];
  }
}

function numberColumn(id: string, type: ColumnType): PlannedColumn {
  return { group: 'items', id, type, valueIn: ({ answers }) => numberOr(answers[id], SPECIAL.missing) };
}

/** A sub-column of an answer with several codes; a special code stands in each of them. */
function codeColumn(id: string, code: number, valueOf: (codes: number[]) => number): PlannedColumn {
  return {
    group: 'items',
    id: `${id}__${code}`,
    type: 'int16',
    valueIn: ({ answers }) => {
      const answer = answers[id];
      return Array.isArray(answer) ? valueOf(answer) : numberOr(answer, SPECIAL.missing);
    },
  };
}

function numberOr(answer: unknown, otherwise: number): number {
  return typeof answer === 'number' ? answer : otherwise;
}
