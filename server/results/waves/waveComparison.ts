import type { Definition } from '../../../survey-definitions/contract/index.js';
import { comparabilityOf, type IndicatorComparability } from '../../design/index.js';
import type { Wave } from '../../fieldwork/index.js';
import type { WaveEstimates } from '../estimates/waveEstimates.js';

/** A wave in one town as it stands: for coordinators only. */
export interface WaveFigures {
  wave: Wave;
  definition: Definition;
  /** Null while nobody has answered. */
  estimates: WaveEstimates | null;
}

type SurveyEstimate = WaveEstimates['survey']['estimates'][string];

/** An indicator of a wave, beside the same indicator of another wave where there is one. */
export interface ComparedIndicator {
  id: string;
  code: string;
  name: Definition['title'];
  now: SurveyEstimate | null;
  then: SurveyEstimate | null;
  /** Whether the two may be compared at all; null while no other wave is chosen. */
  comparability: IndicatorComparability | null;
  /** now − then, points; null where they must not be compared or one is not estimated. */
  difference: number | null;
}

/**
 * The indicators of a wave beside those of an earlier one. What the versions of the questionnaire asked differently is
 * not compared: the two figures stand side by side and there is no difference between them.
 */
export function compareWaves(now: WaveFigures, then: WaveFigures | null): ComparedIndicator[] {
  const comparable = then === null ? [] : comparabilityOf(then.definition, now.definition);
  return now.definition.indicators.map(({ id, code, shortName }) => {
    const comparability = comparable.find((each) => each.id === id) ?? null;
    const codeThen = then?.definition.indicators.find((indicator) => indicator.id === id)?.code;
    const figure = estimateOf(now, code);
    const figureThen = then === null || codeThen === undefined ? null : estimateOf(then, codeThen);
    const mayBeCompared = comparability !== null && comparability.level !== 'notComparable';
    const bothEstimated = figure?.state === 'estimated' && figureThen?.state === 'estimated';
    return {
      id,
      code,
      name: shortName,
      now: figure,
      then: figureThen,
      comparability,
      difference: mayBeCompared && bothEstimated ? figure.value - figureThen.value : null,
    };
  });
}

function estimateOf({ estimates }: WaveFigures, code: string): SurveyEstimate | null {
  return estimates?.survey.estimates[code] ?? null;
}
