import {
  comparisonsOf,
  holds,
  type AnswerValue,
  type Condition,
  type Definition,
  type Question,
} from '../../../../survey-definitions/contract/index.js';
import { codesOf } from '../reading.js';

type Comparison = Extract<Condition, { item: string }>;
/** Sets of chosen codes double with every code that a rule names. */
const MOST_NAMED_CHOICES = 6;

/**
 * Answers to an item that stand for all its answers: for every answer that can be given, one of them makes the same of
 * `comparisons` true. Null where that cannot be said (texts, dates, rankings, long lists of named choices).
 */
export function possibleValues(definition: Definition, item: Question, comparisons: readonly Comparison[]): AnswerValue[] | null {
  const answers = substantiveValues(definition, item, comparisons);
  if (answers === null) return null;
  const all: AnswerValue[] = [...answers, ...item.special];
  const signatureOf = (value: AnswerValue) => comparisons.map((each) => (holds(each, { [item.id]: value }) ? 1 : 0)).join('');
  return [...new Map(all.map((value) => [signatureOf(value), value])).values()];
}

function substantiveValues(definition: Definition, item: Question, comparisons: readonly Comparison[]): AnswerValue[] | null {
  if (item.type === 'integer') return numbersAround(comparisons, item.min, item.max, 1);
  if (item.type === 'decimal') return numbersAround(comparisons, item.min, item.max, 10 ** -item.decimals);
  const codes = codesOf(definition, item);
  if (codes === undefined || item.type === 'ranking') return null;
  return item.type === 'multiple' ? choicesAmong(codes, comparisons, item.maxChoices ?? codes.length) : codes;
}

/** Between two neighbouring numbers of the comparisons all numbers are alike: the ends, the numbers and their neighbours do. */
function numbersAround(comparisons: readonly Comparison[], min: number, max: number, step: number): number[] | null {
  if (min > max) return null;
  const named = comparisons.flatMap((each) => (each.op === 'in' ? each.values : [each.value]));
  const near = named.flatMap((value) => {
    const below = Math.floor(value / step + 1e-9);
    return [below - 1, below, below + 1, below + 2].map((count) => Number((count * step).toFixed(6)));
  });
  return [...new Set([min, max, ...near])].filter((value) => value >= min && value <= max);
}

/** Every set of the named codes, alone and with one code that no rule names. */
function choicesAmong(codes: readonly number[], comparisons: readonly Comparison[], most: number): number[][] | null {
  const named = codes.filter((code) => comparisons.some((each) => each.op === 'in' && each.values.includes(code)));
  if (named.length > MOST_NAMED_CHOICES) return null;
  const other = codes.find((code) => !named.includes(code));
  const members = other === undefined ? named : [...named, other];
  const sets = members.reduce<number[][]>((all, code) => [...all, ...all.map((set) => [...set, code])], [[]]);
  return sets.filter((set) => set.length > 0 && set.length <= most);
}

/** The comparisons of several conditions that look at one item. */
export function comparisonsWith(item: string, conditions: readonly Condition[]): Comparison[] {
  return conditions.flatMap(comparisonsOf).filter((comparison) => comparison.item === item);
}
