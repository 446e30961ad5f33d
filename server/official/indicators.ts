import { statisticalIndicatorsFrom, townScoreFrom, type StatisticalFigure, type TownScore } from '../../scoring/index.js';
import type { Method, MethodIndicator, Statistics } from '../../survey-definitions/contract/index.js';
import type { Observation } from './observation.js';

export type StatisticalMethodIndicator = Extract<MethodIndicator, { source: 'statistics' }>;

/** An indicator of block A or B of one town as far as official statistics carry it. */
export interface OfficialIndicator {
  indicator: StatisticalMethodIndicator;
  value: StatisticalFigure;
  /** The form that enters the score. */
  scored: StatisticalFigure;
  score: TownScore['indicators'][number];
  forms: Statistics['indicators'][number] | undefined;
  /** Current figures behind the scored form. */
  used: Observation[];
}

/** The indicators of a town and score year; without the survey, so that B4 rests on official figures alone. */
export function officialIndicatorsFrom(
  observations: readonly Observation[],
  year: number,
  method: Method,
  statistics: Statistics,
): OfficialIndicator[] {
  const computed = statisticalIndicatorsFrom(observations, { referenceYear: year, maxAgeYears: method.maxAgeYears });
  const formsOf = (indicator: StatisticalMethodIndicator): Pick<OfficialIndicator, 'value' | 'scored'> | null => {
    const figures = computed.find(({ code }) => code === indicator.code);
    return figures ? { value: figures.value, scored: figures.forms[indicator.scored] ?? figures.value } : null;
  };
  const found = method.indicators.flatMap((indicator) => {
    const figures = indicator.source === 'statistics' ? formsOf(indicator) : null;
    return indicator.source === 'statistics' && figures ? [{ indicator, ...figures }] : [];
  });
  const { indicators: scores } = townScoreFrom(method, {
    indicators: Object.fromEntries(found.map(({ indicator, scored }) => [indicator.code, inputFrom(scored)])),
  });
  return found.flatMap((official) => {
    const { code } = official.indicator;
    const score = scores.find((candidate) => candidate.code === code);
    if (!score) return [];
    const ids = new Set(official.scored.state === 'defined' ? official.scored.observations.map(({ id }) => id) : []);
    return [
      {
        ...official,
        score,
        forms: statistics.indicators.find((forms) => forms.code === code),
        used: observations.filter(({ id }) => ids.has(id)),
      },
    ];
  });
}

function inputFrom(figure: StatisticalFigure) {
  return figure.state === 'defined'
    ? { state: 'present' as const, value: figure.value }
    : { state: 'missing' as const, reason: figure.reason };
}
