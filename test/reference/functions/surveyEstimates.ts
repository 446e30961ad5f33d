import { designDegreesOfFreedom } from '../../../scoring/estimates/designDegreesOfFreedom.js';
import { designProportionInterval, type ProportionMethod } from '../../../scoring/estimates/designProportionInterval.js';
import { simpleDesignEffect } from '../../../scoring/estimates/simpleDesignEffect.js';
import { weightedQuantile } from '../../../scoring/estimates/weightedQuantile.js';
import type { CsvRow, LoadedCase } from '../referenceCase.js';
import { cellOf, finiteOrNull, numbersOf, rowsOf } from './columns.js';
import { figureOf, ratioOver, summaryOf, totalOver, validOf } from './figures.js';
import { sampleFrom, type Sample } from './sample.js';

/** A column of numbers, or the share of rows with a category. */
interface Asked {
  name: string;
  category?: string;
}

/** The case does not name what to estimate but in its expected values. */
interface Expected {
  means?: Asked[];
  proportions?: Asked[];
  totals?: Asked[];
  ratio?: { numerator: string; denominator: string };
  domainMeans?: { by: string; rows: { domain: string; values: Asked[] }[] };
  proportionCI?: { variable: string; category: string; method: string }[];
  quantiles?: { variable: string; probs: number[] };
}

/** In R, `xlogit` transforms the mean and `logit` fits a model with an intercept only: the same interval. */
const METHODS: Record<string, ProportionMethod> = { mean: 'mean', logit: 'logit', xlogit: 'logit', asin: 'asin', beta: 'beta' };

export function surveyEstimates(loaded: LoadedCase) {
  const sample = sampleFrom(rowsOf(loaded), loaded.reference.options);
  const { means, proportions, totals, ratio, domainMeans, proportionCI, quantiles } = loaded.reference.expected as Expected;
  return {
    dfDesign: designDegreesOfFreedom(sample.design),
    weights: summaryOf(sample.design.weights),
    means: means?.map((asked) => meanOf(sample, asked)),
    proportions: proportions?.map((asked) => meanOf(sample, asked)),
    totals: totals?.map((asked) => totalOf(sample, asked)),
    ratio: ratio && ratioOf(sample, ratio),
    domainMeans: domainMeans && {
      by: domainMeans.by,
      rows: domainMeans.rows.map(({ domain, values }) => ({
        domain,
        values: values.map((asked) => meanOf(sample, asked, (row) => row[domainMeans.by] === domain)),
      })),
    },
    proportionCI: proportionCI?.map((asked) => proportionOf(sample, asked)),
    quantiles: quantiles && quantilesOf(sample, quantiles),
  };
}

function meanOf(sample: Sample, asked: Asked, isMember?: (row: CsvRow) => boolean) {
  const values = valuesOf(sample, asked);
  const valid = validOf([values], (row) => isMember?.(sample.rows[row] ?? {}) ?? true);
  const estimate = ratioOver(sample, valid, values);
  const deff = simpleDesignEffect(sample.design, valid, values, estimate.standardError ** 2);
  return { ...asked, ...figureOf(estimate), deff: finiteOrNull(deff) };
}

function totalOf(sample: Sample, asked: Asked) {
  const values = valuesOf(sample, asked);
  return { ...asked, ...figureOf(totalOver(sample, validOf([values]), values)) };
}

function valuesOf({ rows }: Sample, { name, category }: Asked): Float64Array {
  if (category === undefined) return numbersOf(rows, name);
  return Float64Array.from(rows, (row) => {
    const cell = cellOf(row, name);
    return cell === undefined ? Number.NaN : Number(cell === category);
  });
}

function ratioOf(sample: Sample, { numerator, denominator }: { numerator: string; denominator: string }) {
  const above = numbersOf(sample.rows, numerator);
  const below = numbersOf(sample.rows, denominator);
  return { numerator, denominator, ...figureOf(ratioOver(sample, validOf([above, below]), above, below)) };
}

function proportionOf(sample: Sample, { variable, category, method }: { variable: string; category: string; method: string }) {
  const known = METHODS[method];
  if (known === undefined) throw new Error(`the interval "${method}" is not known`);
  const values = valuesOf(sample, { name: variable, category });
  const { value, standardError } = ratioOver(sample, validOf([values]), values);
  const { design } = sample;
  const share = { proportion: value, standardError, degreesOfFreedom: designDegreesOfFreedom(design), rows: design.rows };
  const { lower, upper } = designProportionInterval(share, known);
  return { variable, category, method, estimate: value, ciLower: lower, ciUpper: upper };
}

function quantilesOf(sample: Sample, { variable, probs }: { variable: string; probs: number[] }) {
  const values = numbersOf(sample.rows, variable);
  const valid = validOf([values]);
  return { variable, probs, values: probs.map((probability) => weightedQuantile(sample.design, valid, values, probability)) };
}
