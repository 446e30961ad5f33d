import type { IndicatorMeasurement } from './measurementQuality.js';

/** Below this, much of a difference between groups is error of measurement (Nunnally and Bernstein 1994, §7). */
export const LEAST_COEFFICIENT = 0.7;

/** Below this a question may measure something else than the others (Nunnally and Bernstein 1994, §8). */
export const LEAST_ITEM_REST = 0.3;

/** What to say of an indicator's reliability in one word; warnings are for reflective indicators only. */
export type Assessment = 'single' | 'few' | 'undefined' | 'apart' | 'formative' | 'good' | 'low';

export function assessmentOf({ construct, reliability }: Pick<IndicatorMeasurement, 'construct' | 'reliability'>): Assessment {
  switch (reliability.state) {
    case 'single-item':
      return 'single';
    case 'too-few-answers':
      return 'few';
    case 'undefined':
      return 'undefined';
    case 'correlations':
      return 'apart';
    case 'two-items':
    case 'scale': {
      if (construct === 'formative') return 'formative';
      const coefficient = reliability.state === 'scale' ? reliability.alpha : reliability.spearmanBrown;
      return coefficient < LEAST_COEFFICIENT ? 'low' : 'good';
    }
  }
}
