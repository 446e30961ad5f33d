import type { SampleEstimate } from '../../../scoring/index.js';
import type { Definition } from '../../../survey-definitions/contract/index.js';
import { comparabilityOf, type IndicatorComparability } from '../../design/index.js';
import type { WaveEstimates } from '../estimates/waveEstimates.js';
import type { InterviewFacts } from '../matrix/interviewFacts.js';
import type { ChangeObstacle, IndicatorInTwoWaves } from './waveChanges.js';
import { isOtherMode } from './waveMode.js';

/** A wave in one town as it stands: for coordinators only. */
export interface WaveFigures {
  definition: Definition;
  /** Null while nobody has answered. */
  estimates: WaveEstimates | null;
  facts: InterviewFacts | null;
}

/**
 * The indicators of a wave beside those of an earlier one. What was asked otherwise, came another way or rests on fewer
 * than k answers in either wave stands there without a test.
 */
export function indicatorsInTwoWaves(before: WaveFigures, after: WaveFigures, k: number): IndicatorInTwoWaves[] {
  const comparable = comparabilityOf(before.definition, after.definition);
  const otherMode = before.facts !== null && after.facts !== null && isOtherMode(before.facts, after.facts);
  return after.definition.indicators.map(({ id, code, shortName }) => {
    const codeBefore = before.definition.indicators.find((indicator) => indicator.id === id)?.code;
    const figures = {
      before: codeBefore === undefined ? null : sampleOf(before, codeBefore, k),
      after: sampleOf(after, code, k),
    };
    const comparability = comparable.find((each) => each.id === id);
    return { code, name: shortName, ...figures, obstacle: obstacleOf({ codeBefore, comparability, otherMode, k, ...figures }) };
  });
}

interface ObstacleMaterial extends Pick<IndicatorInTwoWaves, 'before' | 'after'> {
  codeBefore: string | undefined;
  comparability: IndicatorComparability | undefined;
  otherMode: boolean;
  k: number;
}

function obstacleOf(material: ObstacleMaterial): ChangeObstacle | null {
  const { codeBefore, comparability, otherMode, before, after, k } = material;
  if (codeBefore === undefined || comparability === undefined) return { kind: 'new' };
  if (comparability.level !== 'comparable') return { kind: 'asked-differently', comparability };
  if (otherMode) return { kind: 'other-mode' };
  return before === null || after === null ? { kind: 'too-few-answers', k } : null;
}

/** A figure of at least k answers with its standard error for differences (f = 0). */
function sampleOf({ estimates }: WaveFigures, code: string, k: number): SampleEstimate | null {
  const estimate = estimates?.survey.estimates[code];
  if (estimate?.state !== 'estimated' || estimate.nValid < k) return null;
  return { value: estimate.value, standardError: estimate.standardError, degreesOfFreedom: estimate.nValid - 1 };
}
