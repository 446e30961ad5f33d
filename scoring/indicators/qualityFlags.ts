import type { Answers, Definition } from '../../survey-definitions/contract/index.js';
import { ScoringError } from '../scoringError.js';
import { isNonResponse, SPECIAL_CODES } from './specialCodes.js';

const STRAIGHTLINE_MINIMUM = 6;

/** Doubts about the quality of one response. A flag never drops a response by itself. */
export interface QualityFlags {
  readonly speeder: boolean;
  readonly straightliner: boolean;
  readonly highMissing: boolean;
}

/** How long the respondent was at work; the time is absent for paper and imports, where nothing can be said of speed. */
export interface ResponsePace {
  /** Sum of the page times, each capped at five minutes. */
  readonly activeDurationMs?: number;
  readonly itemsShown: number;
}

/**
 * The quality flags of one response, fixed when it is stored. `speeder`: active time under the threshold times the
 * items shown. `straightliner`: the same code in all valid items of the definition's straightline sets taken together,
 * at least 6 of them. `highMissing`: more than the threshold share of the asked scored items −1 or −2.
 *
 * @param definition its indicators (the scored items) and straightline sets
 * @param answers the complete record of the response, special codes included
 * @param pace active time in milliseconds and the number of items shown
 * @param thresholds the wave's own: seconds per item, share 0–1
 * @throws ScoringError `out-of-range` for a negative or infinite time or number of items
 * @source methodology §1.3, questionnaires §7.5
 * @example qualityFlagsFrom(residents, answers, { activeDurationMs: 60_000, itemsShown: 45 }, residents.thresholds).speeder // true
 */
export function qualityFlagsFrom(
  definition: Pick<Definition, 'indicators' | 'straightlineSets'>,
  answers: Answers,
  pace: ResponsePace,
  thresholds: Definition['thresholds'],
): QualityFlags {
  return {
    speeder: isSpeeder(pace, thresholds.speederSecondsPerItem),
    straightliner: isStraightliner(
      codesOf(
        answers,
        definition.straightlineSets.flatMap((set) => set.items),
      ),
    ),
    highMissing: hasManyMissing(
      codesOf(
        answers,
        definition.indicators.flatMap((indicator) => indicator.items.map(({ item }) => item)),
      ),
      thresholds.highMissingShare,
    ),
  };
}

function isSpeeder({ activeDurationMs, itemsShown }: ResponsePace, secondsPerItem: number): boolean {
  for (const value of [activeDurationMs ?? 0, itemsShown])
    if (!(value >= 0 && Number.isFinite(value))) throw new ScoringError('out-of-range', { activeDurationMs, itemsShown });
  return activeDurationMs !== undefined && activeDurationMs < 1000 * secondsPerItem * itemsShown;
}

function isStraightliner(codes: readonly number[]): boolean {
  const valid = codes.filter((code) => code >= 0);
  return valid.length >= STRAIGHTLINE_MINIMUM && new Set(valid).size === 1;
}

function hasManyMissing(codes: readonly number[], share: number): boolean {
  const asked = codes.filter((code) => code !== SPECIAL_CODES.notAsked);
  return asked.filter(isNonResponse).length > share * asked.length;
}

function codesOf(answers: Answers, items: readonly string[]): number[] {
  return [...new Set(items)].map((item) => {
    const answer = answers[item];
    return typeof answer === 'number' ? answer : SPECIAL_CODES.missing;
  });
}
