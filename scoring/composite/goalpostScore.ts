import { ScoringError } from '../scoringError.js';
import { positionBetween } from './positionBetween.js';

/** Two fixed points of an indicator, in its unit, and what the better of them scores. */
export interface Goalposts {
  readonly lower: number;
  readonly upper: number;
  readonly scale: number;
  /** Between the logarithms of value and goalposts, as for incomes. */
  readonly log: boolean;
}

/**
 * Goalpost score: scale·(x − lower)/(upper − lower), for costs scale·(upper − x)/(upper − lower), cut to 0…scale.
 *
 * @param value finite, in the unit of the goalposts; > 0 with `log`
 * @param direction 1 = benefit, −1 = cost
 * @param goalposts lower < upper
 * @returns 0 … scale
 * @throws ScoringError `not-finite` for the value, `bad-normalisation`, `not-positive`
 * @source UNDP, Human Development Report, technical note 1
 * @example goalpostScore(3829, 1, { lower: 100, upper: 75000, scale: 1, log: true }) // 0.5506…
 */
export function goalpostScore(value: number, direction: 1 | -1, { lower, upper, scale, log }: Goalposts): number {
  if (!Number.isFinite(value)) throw new ScoringError('not-finite', { input: 'value' });
  if (!(lower < upper && Number.isFinite(scale))) throw new ScoringError('bad-normalisation', { lower, upper, scale });
  if (log && !(lower > 0 && value > 0)) throw new ScoringError('not-positive', { value, lower });
  const measured = log ? Math.log : (point: number) => point;
  const [from, to] = direction === 1 ? [lower, upper] : [upper, lower];
  return scale * Math.min(1, Math.max(0, positionBetween(measured(value), measured(from), measured(to))));
}
