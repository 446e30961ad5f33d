import type { Method } from '../../../survey-definitions/contract/index.js';
import type { Texts } from '../../i18n/index.js';
import type { ScoreObstacle } from './scoreObstacles.js';

/** In which rules two methods differ, a sentence each. */
export type MethodDifferences = (first: Method, second: Method) => string[];

/** What two scores are called in a sentence, and how their methods differ. */
interface ComparedWords {
  first: string;
  second: string;
  differencesOf: MethodDifferences;
}

/** Why two scores are not set against each other, a sentence for each difference. */
export function obstacleWords(
  obstacles: readonly ScoreObstacle[],
  { first, second, differencesOf }: ComparedWords,
  t: Texts,
): string[] {
  return obstacles.flatMap((obstacle) => {
    switch (obstacle.kind) {
      case 'methods':
        return [t('explanation.other_method'), ...differencesOf(obstacle.first, obstacle.second)];
      case 'indicators':
        return [
          ...(obstacle.onlyFirst.length > 0
            ? [t('explanation.only_in', { name: first, codes: obstacle.onlyFirst.join(', ') })]
            : []),
          ...(obstacle.onlySecond.length > 0
            ? [t('explanation.only_in', { name: second, codes: obstacle.onlySecond.join(', ') })]
            : []),
          t('explanation.other_weights'),
        ];
      case 'no-score':
        return [t('explanation.no_integral', { name: obstacle.of === 'first' ? first : second })];
    }
  });
}
