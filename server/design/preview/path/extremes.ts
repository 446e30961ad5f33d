import {
  comparisonsOf,
  holds,
  itemsInOrder,
  optionsOf,
  questionsInOrder,
  type Answers,
  type AnswerValue,
  type Definition,
  type Question,
} from '../../../../survey-definitions/contract/index.js';
import { sampleAnswers, samplerOf } from '../sampleAnswers.js';

/** How many questions the shortest and the longest of the tried paths ask. */
export interface PathExtremes {
  fewest: number;
  most: number;
}

const TRIED_PATHS = 150;

/**
 * Tries paths to the end of the questionnaire: questions that a condition looks at get answers that could matter, in
 * changing combinations, all others any answer. The same questionnaire always gives the same figures. Null where every
 * tried path ends early.
 */
export function pathExtremes(definition: Definition): PathExtremes | null {
  const deciding = decidingAnswers(definition);
  const sample = samplerOf(definition);
  const below = pseudoRandom();
  const lengths = Array.from({ length: deciding.length === 0 ? 1 : TRIED_PATHS }, () => {
    const given: Answers = {};
    for (const { id, values } of deciding) given[id] = values[below(values.length)] ?? [];
    return sample(given);
  })
    .filter((answers) => !definition.endings.some(({ when }) => holds(when, answers)))
    .map((answers) => Object.keys(answers).filter((field) => !field.endsWith('__text')).length);
  return lengths.length === 0 ? null : { fewest: Math.min(...lengths), most: Math.max(...lengths) };
}

/** The questions that conditions of items look at, each with the answers that could matter. */
function decidingAnswers(definition: Definition): { id: string; values: AnswerValue[] }[] {
  const comparisons = itemsInOrder(definition).flatMap(({ when }) => (when ? comparisonsOf(when) : []));
  return questionsInOrder(definition).flatMap((item) => {
    const own = comparisons.filter((comparison) => comparison.item === item.id);
    const named = own.flatMap((comparison) => (comparison.op === 'in' ? comparison.values : [comparison.value]));
    return own.length === 0 ? [] : [{ id: item.id, values: [...substantive(definition, item, named), ...item.special] }];
  });
}

function substantive(definition: Definition, item: Question, named: readonly number[]): AnswerValue[] {
  const codes = optionsOf(definition, item).map(({ code }) => code);
  switch (item.type) {
    case 'single':
    case 'scale':
      return codes;
    case 'multiple':
      return codes.map((code) => [code]);
    case 'integer':
    case 'decimal': {
      const near = named
        .flatMap((value) => [value - 1, value, value + 1])
        .filter((value) => value >= item.min && value <= item.max);
      return [...new Set([item.min, ...near, item.max])];
    }
    case 'ranking':
    case 'text':
    case 'date':
      return Object.values(
        sampleAnswers({ ...definition, sections: [{ id: 'one', items: [item], randomised: [] }], endings: [] }),
      );
  }
}

/** Whole numbers below a limit that look random and are the same every time (a linear congruential generator). */
function pseudoRandom(): (limit: number) => number {
  let state = 1;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}
