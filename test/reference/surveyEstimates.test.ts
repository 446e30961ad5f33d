import { describe, expect, it } from 'vitest';
import { estimateFrom } from '../../scoring/estimates/estimate.js';
import { linearisedRatioFrom } from '../../scoring/estimates/linearisedRatio.js';
import type { SamplingDesign, SamplingFractions } from '../../scoring/estimates/samplingDesign.js';
import { studentInterval } from '../../scoring/statistics/studentInterval.js';
import { disagreements, readCase, type CsvRow } from './referenceCase.js';

interface Figure {
  name: string;
  estimate: number;
  se: number;
  ciLower: number;
  ciUpper: number;
}
interface Expected {
  dfDesign: number;
  weights: { kishDeff: number; kishEffectiveN: number };
  means: Figure[];
  proportions: (Figure & { category: string })[];
  ratio?: Omit<Figure, 'name'> & { numerator: string; denominator: string };
  domainMeans: { by: string; rows: { domain: string; values: Figure[] }[] };
}
interface Options {
  strata: string | null;
  weights: string;
  fpc: string | null;
}

const CASES = ['apisrs-srs', 'apistrat-stratified-wr', 'apistrat-stratified-fpc', 'apistrat-weights-only', 'apistrat-missing'];

describe('estimates agree with the R package survey', () => {
  it.each(CASES)('%s', (name) => {
    const { reference, rows } = readCase<Expected>(`./05-survey/${name}`);
    const { dfDesign, weights, means, proportions, ratio, domainMeans } = reference.expected;
    const sample = sampleFrom(rows, reference.options as unknown as Options);
    const everybody = rows.map(() => true);
    const figure = (domain: boolean[], y: number[], x?: number[]) => sample.figure(dfDesign, domain, y, x);
    const actual = {
      weights: sample.kish(),
      means: means.map(({ name: column }) => figure(everybody, numbers(rows, column))),
      proportions: proportions.map(({ name: column, category }) =>
        figure(
          everybody,
          rows.map((row) => (row[column] === category ? 1 : 0)),
        ),
      ),
      ratio: ratio && figure(everybody, numbers(rows, ratio.numerator), numbers(rows, ratio.denominator)),
      domainMeans: {
        rows: domainMeans.rows.map(({ domain, values }) => ({
          values: values.map((value) =>
            figure(
              rows.map((row) => row[domainMeans.by] === domain),
              numbers(rows, value.name),
            ),
          ),
        })),
      },
    };
    const checked = {
      weights: { kishDeff: weights.kishDeff, kishEffectiveN: weights.kishEffectiveN },
      means: means.map(compared),
      proportions: proportions.map(compared),
      ratio: ratio && compared(ratio),
      domainMeans: { rows: domainMeans.rows.map(({ values }) => ({ values: values.map(compared) })) },
    };
    expect(disagreements(actual, checked, reference.tolerance)).toEqual([]);
  });
});

function compared({ estimate, se, ciLower, ciUpper }: Omit<Figure, 'name'>) {
  return { estimate, se, ciLower, ciUpper };
}

function numbers(rows: CsvRow[], column: string): number[] {
  return rows.map((row) => (row[column] === '' ? Number.NaN : Number(row[column])));
}

function sampleFrom(rows: CsvRow[], options: Options) {
  const names = options.strata === null ? ['all'] : [...new Set(rows.map((row) => row[options.strata ?? '']))];
  const strata = Int16Array.from(rows, (row) => (options.strata === null ? 0 : names.indexOf(row[options.strata])));
  const design: SamplingDesign = { rows: rows.length, weights: Float64Array.from(numbers(rows, options.weights)), strata };
  const fractions: SamplingFractions = names.map((_, stratum) => {
    const members = rows.filter((__, row) => strata[row] === stratum);
    return options.fpc === null ? 0 : members.length / Number(members[0]?.[options.fpc]);
  });
  return {
    kish() {
      const { effectiveN, designEffect } = linearisedRatioFrom(
        design,
        new Uint8Array(rows.length).fill(1),
        rows.map(() => 0),
      );
      return { kishDeff: designEffect, kishEffectiveN: effectiveN };
    },
    figure(degreesOfFreedom: number, domain: boolean[], y: number[], x?: number[]) {
      const valid = Uint8Array.from(domain, (member, row) => (member && Number.isFinite(y[row]) ? 1 : 0));
      const estimate = estimateFrom(design, linearisedRatioFrom(design, valid, y, x), fractions);
      const se = estimate.standardErrorOfPopulation;
      const { lower, upper } = studentInterval(estimate.value, se, degreesOfFreedom);
      return { estimate: estimate.value, se, ciLower: lower, ciUpper: upper };
    },
  };
}
