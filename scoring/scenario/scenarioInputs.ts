import type { ScenarioInput } from '../../survey-definitions/contract/index.js';
import { ScoringError } from '../scoringError.js';

/** Figures of a town by the id of the input: per cent, per mille, or 0 and 100 for a flag. */
export type ScenarioInputs = Readonly<Record<string, number>>;

/** An input within its limits as it is. @throws ScoringError `not-finite`, `out-of-range` */
export function checkedInput({ id, kind, minimum, maximum }: ScenarioInput, value: number): number {
  if (!Number.isFinite(value)) throw new ScoringError('not-finite', { input: id });
  const isBeyond = value < (minimum ?? -Infinity) || value > (maximum ?? Infinity);
  if (isBeyond || (kind === 'flag' && value !== 0 && value !== 100))
    throw new ScoringError('out-of-range', { input: id, value, lower: minimum, upper: maximum });
  return value;
}
