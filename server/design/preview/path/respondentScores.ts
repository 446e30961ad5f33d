import { indicatorScoringFrom, respondentScoreFrom, type RespondentScore } from '../../../../scoring/index.js';
import { SPECIAL, type Answers, type Definition, type Indicator } from '../../../../survey-definitions/contract/index.js';

/** What one respondent would contribute to an indicator; `unfinished` while it has items that cannot be scored. */
export interface ScoredIndicator {
  indicator: Indicator;
  score: RespondentScore | { state: 'missing'; reason: 'unfinished' };
}

export function respondentScores(definition: Definition, complete: Answers): ScoredIndicator[] {
  return definition.indicators.map((indicator) => {
    if (!canBeScored(definition, indicator)) return { indicator, score: { state: 'missing', reason: 'unfinished' } };
    const codes = indicator.items.map(({ item }) => {
      const code = complete[item];
      return typeof code === 'number' ? code : SPECIAL.missing;
    });
    return { indicator, score: respondentScoreFrom(indicatorScoringFrom(definition, indicator), codes) };
  });
}

/** A draft may name items that are gone, are no scales, or have a scale with less than two steps. */
function canBeScored(definition: Definition, { items }: Indicator): boolean {
  const asked = definition.sections.flatMap((section) => section.items);
  return (
    items.length > 0 &&
    items.every(({ item: id }) => {
      const item = asked.find((candidate) => candidate.id === id);
      const scale = item?.type === 'scale' ? definition.scales.find((candidate) => candidate.id === item.scale) : undefined;
      return new Set(scale?.options.map(({ code }) => code)).size > 1;
    })
  );
}
