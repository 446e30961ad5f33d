import { designEstimateFrom, type DesignEstimate } from '../../../scoring/estimates/designEstimate.js';
import { linearisedRatioFrom } from '../../../scoring/estimates/linearisedRatio.js';
import { linearisedTotalFrom } from '../../../scoring/estimates/linearisedTotal.js';
import type { WeightAdjustment } from '../../../scoring/estimates/weightAdjustment.js';
import { weightSummaryFrom } from '../../../scoring/weights/weightSummary.js';
import { finiteOrNull } from './columns.js';
import type { Sample } from './sample.js';

/** The members of a domain whose values are not missing. */
export function validOf(columns: readonly Float64Array[], isMember: (row: number) => boolean = () => true): Uint8Array {
  const [first] = columns;
  return Uint8Array.from(first ?? [], (_, row) =>
    isMember(row) && columns.every((column) => !Number.isNaN(column[row])) ? 1 : 0,
  );
}

/** A mean, or with a denominator a ratio, over the rows of a domain. */
export function ratioOver(
  sample: Sample,
  valid: Uint8Array,
  numerator: Float64Array,
  denominator?: Float64Array,
  adjustment?: WeightAdjustment,
): DesignEstimate {
  const linearised = linearisedRatioFrom(sample.design, valid, numerator, denominator);
  return designEstimateFrom(sample.design, linearised, { fractions: sample.fractions, ...(adjustment && { adjustment }) });
}

export function totalOver(sample: Sample, valid: Uint8Array, values: Float64Array): DesignEstimate {
  return designEstimateFrom(sample.design, linearisedTotalFrom(sample.design, valid, values), { fractions: sample.fractions });
}

/** An estimate in the shape of the cases. */
export function figureOf({ value, standardError, interval }: DesignEstimate) {
  return {
    estimate: value,
    se: standardError,
    ciLower: interval.lower,
    ciUpper: interval.upper,
    cv: finiteOrNull(standardError / value),
  };
}

export function summaryOf(weights: Float64Array) {
  const { variation, designEffect, effectiveN, ...summary } = weightSummaryFrom(weights);
  return { ...summary, cv: variation, kishDeff: designEffect, kishEffectiveN: effectiveN };
}
