import {
  comparisonsOf,
  holds,
  itemsInOrder,
  questionsInOrder,
  type Answers,
  type AnswerValue,
  type Definition,
} from '../../../../survey-definitions/contract/index.js';
import { possibleAnswers, samplerOf } from '../sampleAnswers.js';

/** How many questions the shortest and the longest of the tried paths ask. */
export interface PathExtremes {
  fewest: number;
  most: number;
}

const RANDOM_PATHS = 40;

/** How many questions a path asks; null where it ends early. */
type LengthOf = (given: Answers) => number | null;
interface Decision {
  id: string;
  values: AnswerValue[];
}

/**
 * Tries paths to the end of the questionnaire: random answers to the questions that a condition looks at, then each of them
 * changed in turn wherever that makes the path shorter or longer. The same questionnaire always gives the same figures. Null
 * where every tried path ends early.
 */
export function pathExtremes(definition: Definition): PathExtremes | null {
  const decisions = decisionsOf(definition);
  const lengthOf = lengthIn(definition);
  const starts = [{}, ...randomAnswers(decisions)];
  const fewest = extreme(starts, decisions, lengthOf, (one, other) => one < other);
  const most = extreme(starts, decisions, lengthOf, (one, other) => one > other);
  return fewest === null || most === null ? null : { fewest, most };
}

function lengthIn(definition: Definition): LengthOf {
  const sample = samplerOf(definition);
  return (given) => {
    const answers = sample(given);
    if (definition.endings.some(({ when }) => holds(when, answers))) return null;
    return Object.keys(answers).filter((field) => !field.endsWith('__text')).length;
  };
}

function extreme(
  starts: readonly Answers[],
  decisions: readonly Decision[],
  lengthOf: LengthOf,
  isBetter: (one: number, other: number) => boolean,
): number | null {
  const measured = (given: Answers) => {
    const length = lengthOf(given);
    return length === null ? [] : [{ given, length }];
  };
  let [best, ...others] = starts.flatMap(measured);
  if (!best) return null;
  for (const { id, values } of decisions) {
    for (const path of others) if (isBetter(path.length, best.length)) best = path;
    const { given } = best;
    others = values.flatMap((value) => measured({ ...given, [id]: value }));
  }
  return others.reduce((length, path) => (isBetter(path.length, length) ? path.length : length), best.length);
}

/** The questions that conditions look at, each with one answer for every different outcome that its answers can have. */
function decisionsOf(definition: Definition): Decision[] {
  const rules = [...itemsInOrder(definition), ...definition.endings].flatMap(({ when }) => (when ? comparisonsOf(when) : []));
  return questionsInOrder(definition).flatMap((item) => {
    const own = rules.filter((comparison) => comparison.item === item.id);
    const named = own.flatMap((comparison) => (comparison.op === 'in' ? comparison.values : [comparison.value]));
    const byOutcome = new Map<string, AnswerValue>();
    for (const value of [...possibleAnswers(definition, item, named), ...item.special]) {
      const outcome = own.map((comparison) => holds(comparison, { [item.id]: value })).join();
      if (!byOutcome.has(outcome)) byOutcome.set(outcome, value);
    }
    return own.length === 0 ? [] : [{ id: item.id, values: [...byOutcome.values()] }];
  });
}

function randomAnswers(decisions: readonly Decision[]): Answers[] {
  const below = pseudoRandom();
  return Array.from({ length: RANDOM_PATHS }, () =>
    Object.fromEntries(decisions.map(({ id, values }) => [id, values[below(values.length)] ?? []])),
  );
}

/** Whole numbers below a limit that look random and are the same every time (a linear congruential generator). */
function pseudoRandom(): (limit: number) => number {
  let state = 1;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}
