import type { SampleEstimate } from '../../../scoring/index.js';
import type { Definition } from '../../../survey-definitions/contract/index.js';
import { comparabilityOf } from '../../design/index.js';
import type { PopulationRelease } from '../releases/release.js';
import type { ChangeObstacle, IndicatorInTwoWaves } from '../waves/waveChanges.js';

/** What was published of one population in one year, and what it had been asked. */
export interface ReleasedPart {
  part: PopulationRelease;
  definition: Definition;
}

/**
 * The published indicators of a population beside those of an earlier year. What was asked otherwise or came another
 * way, and what is hidden in either year, stands there without a test.
 */
export function indicatorsInTwoReleases(before: ReleasedPart, after: ReleasedPart, otherMode: boolean): IndicatorInTwoWaves[] {
  const comparable = comparabilityOf(before.definition, after.definition);
  return after.definition.indicators.map(({ id, code, shortName }) => {
    const codeBefore = before.definition.indicators.find((indicator) => indicator.id === id)?.code;
    const comparability = comparable.find((each) => each.id === id);
    const figures = {
      before: codeBefore === undefined ? null : sampleOf(before.part, codeBefore),
      after: sampleOf(after.part, code),
    };
    const obstacle = ((): ChangeObstacle | null => {
      if (codeBefore === undefined || comparability === undefined) return { kind: 'new' };
      if (comparability.level !== 'comparable') return { kind: 'asked-differently', comparability };
      if (otherMode) return { kind: 'other-mode' };
      return figures.before === null || figures.after === null ? { kind: 'too-few-answers', k: after.part.k } : null;
    })();
    return { code, name: shortName, ...figures, obstacle };
  });
}

/** A published figure with its standard error for differences (f = 0); what a reader may know of it is decided where it is printed. */
function sampleOf({ estimates }: PopulationRelease, code: string): SampleEstimate | null {
  const released = estimates.cells[code];
  if (released?.cell.state !== 'published') return null;
  const { value, standardError } = released.cell.figure;
  return { value, standardError, degreesOfFreedom: released.nValid - 1 };
}
