import type { DataColumns } from '../../../scoring/index.js';
import type { Definition, Method } from '../../../survey-definitions/contract/index.js';
import { usedWeightsFrom } from '../weighting/usedWeights.js';
import type { Weighting } from '../weighting/weighting.js';
import type { WeightingFault } from '../weighting/weightingFault.js';
import { headlineOf } from './displayedPopulation.js';
import { waveEstimatesFrom, type WaveEstimates } from './waveEstimates.js';

/** The estimates of a wave in a town, or why its stored weights cannot be computed. */
export type EstimatesOutcome = { estimates: WaveEstimates } | { fault: WeightingFault };

export interface EstimatesChoices {
  methods: readonly Method[];
  excludedFlags: readonly string[];
  populationSize: number | undefined;
  /** Null = every answer counts once. */
  weighting: Weighting | null;
}

/** Weights the respondents as it is stored, then estimates everything that the questionnaire and the methods ask for. */
export function estimatesOutcomeFrom(
  columns: DataColumns,
  definition: Definition,
  { weighting, ...choices }: EstimatesChoices,
): EstimatesOutcome {
  const { excludedFlags } = choices;
  const weights = usedWeightsFrom(columns, weighting, { population: headlineOf(definition), excludedFlags });
  if (weights.state === 'fault') return { fault: weights.fault };
  return { estimates: waveEstimatesFrom(columns, definition, { ...choices, weights }) };
}
