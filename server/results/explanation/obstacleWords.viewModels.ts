import type { Texts } from '../../i18n/index.js';
import type { ScoreObstacle } from './scoreObstacles.js';

/** What two scores are called in a sentence. */
export interface ComparedNames {
  first: string;
  second: string;
}

/** Why two scores are not set against each other, a sentence for each difference. */
export function obstacleWords(obstacles: readonly ScoreObstacle[], { first, second }: ComparedNames, t: Texts): string[] {
  return obstacles.flatMap((obstacle) => {
    switch (obstacle.kind) {
      case 'methods':
        return [
          t('explanation.other_method'),
          ...obstacle.differences.map(({ rule, first: here, second: there }) =>
            t('explanation.other_rule', { rule, first: here ?? '–', second: there ?? '–' }),
          ),
        ];
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
