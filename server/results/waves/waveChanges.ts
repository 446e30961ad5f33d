import { changesBetweenWaves, type IndicatorChange, type SampleEstimate } from '../../../scoring/index.js';
import type { LocalizedText } from '../../../survey-definitions/contract/index.js';
import type { IndicatorComparability } from '../../design/index.js';

/** Why two figures of an indicator are not tested against each other. */
export type ChangeObstacle =
  /** Not among the indicators of the earlier wave. */
  | { kind: 'new' }
  /** Items, wording or what surrounds them differ. */
  | { kind: 'asked-differently'; comparability: IndicatorComparability }
  /** Too many answers came another way. */
  | { kind: 'other-mode' }
  | { kind: 'too-few-answers'; k: number }
  /** All answers in both waves are the same. */
  | { kind: 'no-variance' };

/** An indicator of a town and population in two waves (or two releases), as far as it is known. */
export interface IndicatorInTwoWaves {
  code: string;
  name: LocalizedText;
  /** Standard errors without finite population factor; null where there is no figure that may be shown. */
  before: SampleEstimate | null;
  after: SampleEstimate | null;
  obstacle: ChangeObstacle | null;
}

/** An indicator with its change, or with the reason why there is no test. */
export type ChangeRow = Omit<IndicatorInTwoWaves, 'obstacle'> &
  ({ state: 'tested'; change: IndicatorChange } | { state: 'untested'; obstacle: ChangeObstacle });

/**
 * The changes of all indicators of one town, population and pair of waves: one family of tests, adjusted by Holm. What
 * must not be compared is not in the family and says why.
 */
export function changeRowsFrom(indicators: readonly IndicatorInTwoWaves[]): ChangeRow[] {
  const known = indicators.map((indicator) => ({ ...indicator, obstacle: obstacleOf(indicator) }));
  const changes = new Map(changesBetweenWaves(known.flatMap(testable)).map((change) => [change.code, change]));
  return known.map(({ obstacle, ...indicator }) => {
    const change = changes.get(indicator.code);
    if (change) return { ...indicator, state: 'tested', change };
    return { ...indicator, state: 'untested', obstacle: obstacle ?? { kind: 'no-variance' } };
  });
}

function obstacleOf({ obstacle, before, after }: IndicatorInTwoWaves): ChangeObstacle | null {
  if (obstacle !== null || before === null || after === null) return obstacle;
  return before.standardError === 0 && after.standardError === 0 ? { kind: 'no-variance' } : null;
}

function testable({ code, before, after, obstacle }: IndicatorInTwoWaves) {
  return obstacle === null && before !== null && after !== null ? [{ code, before, after }] : [];
}
