import { ahpWeights, roundTo, ScoringError } from '../../../../scoring/index.js';
import type { Method, Weights } from '../../../../survey-definitions/contract/index.js';
import { formatNumber } from '../../../i18n/index.js';
import { withStepRule, type MethodStep } from '../steps.js';
import { typedNumber, type FormReader } from './formReader.js';
import type { DraftSection, Scene } from './section.js';

/** Saaty's scale has random indices up to here. */
const MOST_JUDGED = 12;
const STRONGEST = 9;

export const mayJudgePairs = ({ members }: MethodStep): boolean => members.length >= 2 && members.length <= MOST_JUDGED;

interface Pair {
  row: number;
  column: number;
  first: string;
  second: string;
}

/** Pairwise judgements of the members of a step: how many times more important one is than another. */
export function pairsSection(scene: Scene, step: MethodStep): DraftSection {
  const { t, names } = scene;
  const pairs = pairsOf(step.members);
  return {
    heading: t('methods.pairs_heading', { step: names.step(step.id) }),
    intro: [t('methods.pairs_intro')],
    values: Object.fromEntries(pairs.map((pair) => [fieldOf(pair), judgedOption(step, pair)])),
    fields: (make) =>
      pairs.map((pair) => {
        const [first, second] = [names.member(pair.first), names.member(pair.second)];
        return make.select(fieldOf(pair), t('methods.pair', { first, second }), optionsFor(first, second, scene));
      }),
    change: (read) => withJudgements(scene, step, pairs, read),
  };
}

function pairsOf(members: readonly string[]): Pair[] {
  return members.flatMap((first, row) =>
    members.slice(row + 1).map((second, after) => ({ row, column: row + 1 + after, first, second })),
  );
}

const fieldOf = ({ first, second }: Pair): string => `pair.${first}.${second}`;

/** From "the first is 9 times as important" over "equally" to "the second is 9 times as important". */
function optionsFor(first: string, second: string, { t }: Scene): { value: string; label: string }[] {
  const steps = Array.from({ length: STRONGEST - 1 }, (_, at) => STRONGEST - at);
  return [
    ...steps.map((times) => ({ value: String(times), label: t('methods.pair_more', { name: first, times, count: times }) })),
    { value: '1', label: t('methods.pair_equal') },
    ...steps
      .toReversed()
      .map((times) => ({ value: `1/${times}`, label: t('methods.pair_more', { name: second, times, count: times }) })),
  ];
}

function judgedOption({ rule: { weights } }: MethodStep, { first, second }: Pair): string {
  if (weights === 'equal' || weights.type !== 'ahp') return '1';
  const { members, matrix } = weights.judgements;
  const judged = matrix[members.indexOf(first)]?.[members.indexOf(second)] ?? 1;
  return judged >= 1 ? String(Math.round(judged)) : `1/${Math.round(1 / judged)}`;
}

function withJudgements(scene: Scene, step: MethodStep, pairs: readonly Pair[], read: FormReader): Method {
  const matrix = matrixIn(read, step.members.length, pairs);
  try {
    const { weights, consistencyRatio } = ahpWeights(matrix);
    const judged: Weights = {
      type: 'ahp',
      values: Object.fromEntries(step.members.map((member, at) => [member, weights[at] ?? 0])),
      judgements: { members: [...step.members], matrix },
      consistencyRatio,
    };
    return withStepRule(scene.method, step.id, { ...step.rule, weights: judged });
  } catch (error) {
    if (!(error instanceof ScoringError) || error.code !== 'inconsistent-judgements') throw error;
    refuseWorstPair(read, scene, pairs, error.details as Readonly<Record<string, number>>);
    return scene.method;
  }
}

/** Names the pair to think over, and what the other judgements say of it. */
function refuseWorstPair(
  read: FormReader,
  { language, t, names }: Scene,
  pairs: readonly Pair[],
  { row, column, fitting = 1, consistencyRatio = 0 }: Readonly<Record<string, number>>,
): void {
  const worst = pairs.find((pair) => pair.row === row && pair.column === column);
  if (!worst) return;
  const [first, second] = [names.member(worst.first), names.member(worst.second)];
  const [name, ratio] = fitting >= 1 ? [first, fitting] : [second, 1 / fitting];
  const times = roundTo(ratio, 1);
  const fits =
    times === 1 ? t('methods.pair_equal') : t('methods.pair_more', { name, times: typedNumber(times, language), count: times });
  read.refuse(fieldOf(worst), 'methods.error_inconsistent', {
    ratio: formatNumber(consistencyRatio, language, 2),
    first,
    second,
    fitting: fits,
  });
}

function matrixIn(read: FormReader, size: number, pairs: readonly Pair[]): number[][] {
  const matrix = Array.from({ length: size }, () => Array.from({ length: size }, () => 1));
  for (const pair of pairs) {
    const match = /^(1\/)?([1-9])$/.exec(read.text(fieldOf(pair)));
    if (!match) read.refuse(fieldOf(pair), 'methods.error_choose');
    const times = Number(match?.[2] ?? 1);
    const [row, column] = [matrix[pair.row], matrix[pair.column]];
    if (!row || !column) continue;
    row[pair.column] = match?.[1] ? 1 / times : times;
    column[pair.row] = match?.[1] ? times : 1 / times;
  }
  return matrix;
}
