import type { Estimator } from '../../../survey-definitions/contract/index.js';

/** Estimators as a form offers them, each one choice. */
export const ESTIMATOR_CHOICES = [
  'ols',
  'wls',
  'huber',
  'bisquare',
  'within-individual',
  'within-time',
  'within-twoways',
] as const;
export type EstimatorChoice = (typeof ESTIMATOR_CHOICES)[number];

export const WEIGHT_CHOICES = ['inverse', 'inverse-square', 'proportional'] as const;

const WITHIN = { 'within-individual': 'individual', 'within-time': 'time', 'within-twoways': 'twoways' } as const;

export function estimatorFrom(
  choice: EstimatorChoice,
  weights: { variable: string; weight: (typeof WEIGHT_CHOICES)[number] },
): Estimator {
  switch (choice) {
    case 'wls':
      return { kind: choice, ...weights };
    case 'ols':
    case 'huber':
    case 'bisquare':
      return { kind: choice };
    default:
      return { kind: 'within', effect: WITHIN[choice] };
  }
}

export function choiceOf(estimator: Estimator): EstimatorChoice {
  return estimator.kind === 'within' ? `within-${estimator.effect}` : estimator.kind;
}
