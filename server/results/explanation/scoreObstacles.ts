import { methodDifferencesFrom } from '../../../scoring/index.js';
import type { Method } from '../../../survey-definitions/contract/index.js';
import type { ScoreContent } from '../scores/scoreContent.js';

interface MethodScore {
  method: Method;
  score: ScoreContent;
}

/** Why two scores cannot be set against each other indicator by indicator. */
export type ScoreObstacle =
  | { kind: 'methods'; first: Method; second: Method }
  /** Scored in one of the two only; the weights of the others differ with them. */
  | { kind: 'indicators'; onlyFirst: string[]; onlySecond: string[] }
  | { kind: 'no-score'; of: 'first' | 'second' };

/** Everything that stands in the way of an exact decomposition (methodology §§4.17, 4.18, 5.23). */
export function scoreObstaclesOf(first: MethodScore, second: MethodScore): ScoreObstacle[] {
  if (methodDifferencesFrom(first.method, second.method).length > 0)
    return [{ kind: 'methods', first: first.method, second: second.method }];
  const [here, there] = [scoredCodesOf(first.score), scoredCodesOf(second.score)];
  const onlyFirst = here.filter((code) => !there.includes(code));
  const onlySecond = there.filter((code) => !here.includes(code));
  return [
    ...([first, second] as const).flatMap(({ score }, at): ScoreObstacle[] =>
      score.result.isPartial ? [{ kind: 'no-score', of: at === 0 ? 'first' : 'second' }] : [],
    ),
    ...(onlyFirst.length + onlySecond.length > 0 ? [{ kind: 'indicators' as const, onlyFirst, onlySecond }] : []),
  ];
}

export function scoredCodesOf({ result }: Pick<ScoreContent, 'result'>): string[] {
  return result.indicators.flatMap((indicator) => (indicator.state === 'scored' ? [indicator.code] : []));
}
