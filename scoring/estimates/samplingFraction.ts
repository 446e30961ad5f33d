import { ScoringError } from '../scoringError.js';

/**
 * Sampling fraction f = respondents of the analysis population / N (never n_valid/N).
 *
 * @param respondents members of the domain, valid or not
 * @param populationSize N > 0; undefined where it is not known
 * @returns 0–1; 0 (an infinite population) where N is not known
 * @throws ScoringError `population-exceeded` for n > N
 * @source methodology §2.6
 * @example samplingFraction(26, 104) // 0.25
 */
export function samplingFraction(respondents: number, populationSize: number | undefined): number {
  if (populationSize === undefined) return 0;
  if (!Number.isFinite(populationSize)) throw new ScoringError('not-finite', { input: 'populationSize' });
  if (respondents > populationSize) throw new ScoringError('population-exceeded', { respondents, populationSize });
  return populationSize === 0 ? 0 : respondents / populationSize;
}
