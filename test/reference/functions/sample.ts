import { samplingFraction } from '../../../scoring/estimates/samplingFraction.js';
import { checkDesign, type SamplingDesign } from '../../../scoring/estimates/samplingDesign.js';
import { ScoringError } from '../../../scoring/scoringError.js';
import type { CsvRow } from '../referenceCase.js';
import { cellOf, codesOf, numbersOf } from './columns.js';

/** The design of a survey as a case's options name its columns. */
export interface DesignOptions {
  strata?: string | null;
  cluster?: string | null;
  /** Whether numbers of clusters begin anew in each stratum. */
  clusterNestedInStrata?: boolean;
  weights?: string | null;
  fpc?: string | null;
}

export interface Sample {
  rows: CsvRow[];
  design: SamplingDesign & { weights: Float64Array };
  fractions: number[];
}

export function sampleFrom(rows: CsvRow[], options: DesignOptions): Sample {
  const { strata: stratum, cluster, fpc } = options;
  const strata = codesOf(rows, (row) => (stratum ? (cellOf(row, stratum) ?? '') : ''));
  const clusters = cluster
    ? codesOf(
        rows,
        (row) => `${options.clusterNestedInStrata && stratum ? (row[stratum] ?? '') : ''}|${cellOf(row, cluster) ?? ''}`,
      )
    : undefined;
  const units = strata.names.map((_, at) => unitsOf(strata.codes, at, clusters?.codes));
  const fractions = strata.names.map((_, at) => {
    const row = rows[strata.codes.indexOf(at)];
    return fpc && row ? fractionOf(units[at] ?? 0, Number(cellOf(row, fpc))) : 0;
  });
  const weights = options.weights
    ? numbersOf(rows, options.weights)
    : Float64Array.from(strata.codes, (at) => (fractions[at] ? 1 / fractions[at] : 1));
  const design = {
    rows: rows.length,
    weights,
    strata: Int16Array.from(strata.codes),
    ...(clusters && { clusters: clusters.codes }),
  };
  checkDesign(design);
  return { rows, design, fractions };
}

function unitsOf(strata: Int32Array, stratum: number, clusters?: Int32Array): number {
  const units = new Set<number>();
  strata.forEach((at, row) => {
    if (at === stratum) units.add(clusters?.[row] ?? row);
  });
  return units.size;
}

/** A correction up to 1 is the sampling fraction itself, above it the number of units in the population. */
function fractionOf(units: number, correction: number): number {
  if (!(correction > 0)) throw new ScoringError('out-of-range', { correction });
  return correction <= 1 ? correction : samplingFraction(units, correction);
}
