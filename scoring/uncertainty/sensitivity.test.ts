import { describe, expect, it } from 'vitest';
import { completeMethod, inputsOf, townsAround } from '../../test/support/comparedTown.js';
import { driversOf } from './driversOf.js';
import { rankSensitivityFrom } from './rankSensitivity.js';
import { scoreSensitivityFrom } from './scoreSensitivity.js';
import type { AnalysedSensitivity } from './sensitivity.js';

const METHOD = completeMethod();
const OPTIONS = { base: 128, seed: 11, bootstrap: 50 };
const LEVELS: Readonly<Record<string, number>> = { A: 30, B: 50, C: 60, D: 70 };
const townWith = (standardError: number) => inputsOf(METHOD, (code) => LEVELS[code[0] ?? ''] ?? 0, standardError);

function analysed(sensitivity: { readonly state: string }): AnalysedSensitivity {
  if (sensitivity.state !== 'analysed') throw new Error(JSON.stringify(sensitivity));
  return sensitivity as AnalysedSensitivity;
}
const totalOf = ({ groups }: AnalysedSensitivity, wanted: string) =>
  groups.find(({ group }) => group === wanted)?.total.share ?? Number.NaN;

describe('what drives the score of a town', () => {
  it('is the survey where it is small, and the weights between blocks where it is large', () => {
    const small = analysed(scoreSensitivityFrom(METHOD, townWith(25), OPTIONS));
    const large = analysed(scoreSensitivityFrom(METHOD, townWith(0.1), OPTIONS));
    expect(totalOf(small, 'sampling')).toBeGreaterThan(0.5);
    expect(totalOf(large, 'sampling')).toBeLessThan(0.01);
    expect(driversOf(large).certain).toEqual(['weightsBetweenBlocks']);
  });

  it('comes in shares that lie in their intervals and add up to about the whole', () => {
    const { groups, variance, mean } = analysed(scoreSensitivityFrom(METHOD, townWith(4), { ...OPTIONS, base: 512 }));
    expect(groups.map(({ group }) => group)).toEqual([
      'goalposts',
      'weightsInBlocks',
      'weightsBetweenBlocks',
      'omittedIndicator',
      'sampling',
    ]);
    for (const { first, total } of groups)
      for (const { share, interval } of [first, total]) {
        expect(interval.lower).toBeLessThanOrEqual(share);
        expect(interval.upper).toBeGreaterThanOrEqual(share);
      }
    expect(groups.reduce((sum, { first }) => sum + first.share, 0)).toBeGreaterThan(0.7);
    expect(groups.reduce((sum, { first }) => sum + first.share, 0)).toBeLessThan(1.2);
    expect(variance).toBeGreaterThan(0);
    expect(Math.abs(mean - Math.sqrt(Math.sqrt(30 * 50) * Math.sqrt(60 * 70)))).toBeLessThan(2);
  });

  it('leaves out what cannot vary, by name', () => {
    expect(analysed(scoreSensitivityFrom(METHOD, townWith(0), OPTIONS)).notVaried).toEqual(['sampling']);
  });

  it('is the same for the same seed', () => {
    expect(scoreSensitivityFrom(METHOD, townWith(4), OPTIONS)).toEqual(scoreSensitivityFrom(METHOD, townWith(4), OPTIONS));
  });

  it('cannot be said without a score or a covariance, nor from one row', () => {
    const { indicators } = townWith(4);
    expect(scoreSensitivityFrom(METHOD, { indicators: {} }, OPTIONS)).toEqual({ state: 'missing', reason: 'no-score' });
    expect(scoreSensitivityFrom(METHOD, { indicators }, OPTIONS)).toEqual({ state: 'missing', reason: 'no-covariance' });
    expect(() => scoreSensitivityFrom(METHOD, townWith(4), { ...OPTIONS, base: 1 })).toThrow('out-of-range');
    expect(() => scoreSensitivityFrom(METHOD, townWith(4), { ...OPTIONS, bootstrap: 1 })).toThrow('out-of-range');
  });
});

describe('what drives the order of towns', () => {
  it('is told for all eight groups where towns are ten', () => {
    const towns = townsAround(
      METHOD,
      Array.from({ length: 10 }, (_, at) => 45 + at),
    );
    const { groups, notVaried, mean } = analysed(rankSensitivityFrom(METHOD, towns, OPTIONS));
    expect(groups).toHaveLength(8);
    expect(notVaried).toEqual([]);
    expect(mean).toBeGreaterThan(0);
    expect(mean).toBeLessThan(5);
  });

  it('says that normalisation was not varied over fewer towns', () => {
    const { groups, notVaried } = analysed(rankSensitivityFrom(METHOD, townsAround(METHOD, [50, 50.5, 51]), OPTIONS));
    expect(groups).toHaveLength(7);
    expect(notVaried).toEqual(['normalisation']);
  });

  it('is named where no draw changes it', () => {
    expect(rankSensitivityFrom(METHOD, townsAround(METHOD, [10, 90], 0.1), OPTIONS)).toEqual({
      state: 'missing',
      reason: 'no-variance',
    });
    const bare = { town: 'bare', inputs: { indicators: {} } };
    expect(rankSensitivityFrom(METHOD, [...townsAround(METHOD, [50]), bare], OPTIONS)).toMatchObject({ reason: 'no-score' });
  });
});

describe('drivers', () => {
  const shareOf = (share: number, lower: number, upper: number) => ({ share, interval: { lower, upper } });
  const sensitivityOf = (totals: readonly (readonly [number, number, number])[]): AnalysedSensitivity => ({
    ...OPTIONS,
    state: 'analysed',
    mean: 0,
    variance: 1,
    groups: (['goalposts', 'omittedIndicator', 'sampling'] as const).map((group, at) => ({
      group,
      first: shareOf(0, 0, 0),
      total: shareOf(...(totals[at] ?? [0, 0, 0])),
    })),
    notVaried: [],
  });

  it('are certain as far as their intervals lie above all others', () => {
    const one = driversOf(
      sensitivityOf([
        [0.1, 0, 0.2],
        [0.3, 0.2, 0.4],
        [0.6, 0.5, 0.7],
      ]),
    );
    expect(one.ordered.map(({ group }) => group)).toEqual(['sampling', 'omittedIndicator', 'goalposts']);
    expect(one.certain).toEqual(['sampling']);
    const two = driversOf(
      sensitivityOf([
        [0.1, 0, 0.2],
        [0.5, 0.4, 0.6],
        [0.6, 0.5, 0.7],
      ]),
    );
    expect(two.certain).toEqual(['sampling', 'omittedIndicator']);
    expect(
      driversOf(
        sensitivityOf([
          [0.3, 0.2, 0.4],
          [0.3, 0.2, 0.4],
          [0.4, 0.3, 0.5],
        ]),
      ).certain,
    ).toEqual([]);
  });
});
