import { gainsFrom, roundTo, type Gain, type GainStep } from '../../../scoring/index.js';
import type { Method } from '../../../survey-definitions/contract/index.js';
import type { TownPicture } from '../towns/townPicture.js';
import type { GAIN_STEPS } from './explanation.requests.js';
import { startingPointOf, type StartingPoint } from './startingPoint.js';

export type GainStepName = (typeof GAIN_STEPS)[number];

export interface RankedGain extends Gain {
  /** Towns that hold the best score, where that is the goal. */
  bestIn: string[];
}

/** What one step of each indicator would bring, the largest gain first; null without an integral score. */
export function rankedGains(
  method: Method,
  { score }: StartingPoint,
  step: GainStepName,
  others: readonly TownPicture[],
): RankedGain[] | null {
  const best = step === 'to-best' ? bestScoresOf(method, others) : new Map<string, BestScore>();
  const asked: GainStep =
    step === 'to-best'
      ? { kind: step, best: Object.fromEntries([...best].map(([code, { score: highest }]) => [code, highest])) }
      : { kind: step };
  const gains = gainsFrom(method, score, asked);
  if (gains.state === 'missing') return null;
  return gains.gains
    .filter(({ from, to }) => roundTo(to, 1) > roundTo(from, 1))
    .map((gain) => ({ ...gain, bestIn: best.get(gain.code)?.towns ?? [] }));
}

interface BestScore {
  score: number;
  towns: string[];
}

/** The highest printed score of each indicator among towns that were scored by the same version of the method. */
function bestScoresOf(method: Method, others: readonly TownPicture[]): Map<string, BestScore> {
  const best = new Map<string, BestScore>();
  for (const { townId, score } of others) {
    if (score.method.id !== method.id || score.method.version !== method.version) continue;
    for (const indicator of startingPointOf(method, score).score.indicators) {
      if (indicator.state === 'missing') continue;
      const points = roundTo(indicator.score, 1);
      const known = best.get(indicator.code);
      if (known === undefined || points > known.score) best.set(indicator.code, { score: points, towns: [townId] });
      else if (points === known.score) known.towns.push(townId);
    }
  }
  return best;
}
