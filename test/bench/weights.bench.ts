import { rakedWeights, townWeightsFrom, type ShareMargin } from '../../scoring/index.js';
import type { BenchRow } from './benchRow.js';

const ROUNDS = 7;
const RESPONDENTS = 100_000;
/** Categories of sex, age, education and employment. */
const CATEGORIES = [2, 6, 5, 7];

/** Weighting of a large town, beside one sum over as many rows and margins. */
export function weights(): BenchRow[] {
  const margins = CATEGORIES.map(marginOf);
  const ones = new Float64Array(RESPONDENTS).fill(1);
  const counted = margins.map(({ codes, shares }) => ({
    categories: Int32Array.from(codes, (code) => code - 1),
    totals: Array.from(shares.values(), (share) => share * RESPONDENTS),
  }));
  const yardstick = {
    name: 'the margins of the sample counted once',
    value: milliseconds(() => margins.map(({ codes }) => counts(codes))),
  };
  return [
    {
      name: 'raking of 100,000 respondents to 4 margins',
      value: milliseconds(() => rakedWeights(ones, counted)),
      unit: 'ms',
      yardstick,
    },
    {
      name: 'the same with checks, clipping and the account of the margins',
      value: milliseconds(() => townWeightsFrom(RESPONDENTS, margins)),
      unit: 'ms',
      yardstick,
    },
  ];
}

/** Codes that look irregular and are the same in every run, to be weighted to equal shares. */
function marginOf(categories: number, margin: number): ShareMargin {
  const part = (row: number) => ((row * (7919 + 97 * margin) + 31 * margin) % 1009) / 1009;
  return {
    name: `margin ${margin}`,
    codes: Int16Array.from({ length: RESPONDENTS }, (_, row) => 1 + Math.floor(part(row) ** 1.3 * categories)),
    shares: new Map(Array.from({ length: categories }, (_, at) => [at + 1, 1 / categories])),
  };
}

function counts(codes: ShareMargin['codes']): Map<number, number> {
  const found = new Map<number, number>();
  for (const code of codes) found.set(code, (found.get(code) ?? 0) + 1);
  return found;
}

/** The median of some rounds. */
function milliseconds(run: () => unknown): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
}
