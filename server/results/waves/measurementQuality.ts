import {
  domainFrom,
  indicatorCorrelationsFrom,
  indicatorReliabilityFrom,
  indicatorScoresFrom,
  indicatorScoringFrom,
  itemScoresFrom,
  nonResponseFrom,
  type DataColumns,
  type IndicatorCorrelation,
  type IndicatorReliability,
  type NonResponse,
} from '../../../scoring/index.js';
import {
  questionsInOrder,
  type Definition,
  type Indicator,
  type LocalizedText,
  type Method,
} from '../../../survey-definitions/contract/index.js';
import { displayedPopulationOf } from '../estimates/displayedPopulation.js';

/** How well one indicator is measured in a wave and town. */
export interface IndicatorMeasurement {
  code: string;
  name: LocalizedText;
  construct: Indicator['construct'];
  reliability: IndicatorReliability;
  /** In the order of the indicator. */
  items: { id: string; text: LocalizedText; nonResponse: NonResponse }[];
}

export interface MeasurementQuality {
  responses: number;
  indicators: IndicatorMeasurement[];
  /** Pairs of indicators with enough respondents in common. */
  correlations: IndicatorCorrelation[];
}

/** Quality of measurement from the data matrix: unweighted, as reliability is a matter of items and not of the town. */
export function measurementQualityFrom(
  columns: DataColumns,
  definition: Definition,
  methods: readonly Method[],
): MeasurementQuality {
  const texts = new Map(questionsInOrder(definition).map(({ id, text }) => [id, text]));
  const scored = definition.indicators.map((indicator) => {
    const analysisPopulation = displayedPopulationOf(methods, definition, indicator.code);
    return {
      indicator,
      scoring: indicatorScoringFrom(definition, indicator),
      domain: domainFrom(columns, { analysisPopulation, excludedFlags: [] }),
    };
  });
  return {
    responses: columns.rows,
    indicators: scored.map(({ indicator, scoring, domain }) => ({
      code: indicator.code,
      name: indicator.shortName,
      construct: indicator.construct,
      reliability: indicatorReliabilityFrom(
        scoring.items.map((item) => itemScoresFrom(columns, item, domain)),
        { askedApart: isAskedApart(definition, indicator) },
      ),
      items: scoring.items.map(({ item: id }) => ({
        id,
        text: texts.get(id) ?? indicator.shortName,
        nonResponse: nonResponseFrom(columns, [id], domain),
      })),
    })),
    correlations: indicatorCorrelationsFrom(
      Object.fromEntries(scored.map(({ scoring, domain }) => [scoring.code, indicatorScoresFrom(columns, scoring, domain)])),
    ),
  };
}

/**
 * Whether the items of an indicator go to different people: each under a condition of its own, and none to everybody
 * (kindergartens, colleges and universities). Then no coefficient of the whole means anything.
 */
export function isAskedApart(definition: Definition, { items }: Pick<Indicator, 'items'>): boolean {
  const questions = new Map(questionsInOrder(definition).map((question) => [question.id, question]));
  const conditions = items.map(({ item }) => questions.get(item)?.when);
  return (
    conditions.every((condition) => condition !== undefined) &&
    new Set(conditions.map((condition) => JSON.stringify(condition))).size > 1
  );
}
