import { greatestMark } from '../../../scoring/index.js';
import type { Scenario, ScenarioMethod, ScenarioTerm } from '../../../survey-definitions/contract/index.js';
import { formatNumber, textsIn, type Language } from '../../i18n/index.js';
import { levelText } from '../scenario/pages/scenarioWords.js';

/** A scenario's part of the rule in words. */
export interface ScenarioRule {
  name: string;
  maximum: string;
  /** Indicators that give the same points together, in the order of the method. */
  terms: string[];
}

export function ruleInWords(method: ScenarioMethod, language: Language): ScenarioRule[] {
  const t = textsIn(language);
  return method.rule.scenarios.map((scenario) => ({
    name: scenario.name[language],
    maximum: t('scenario.maximum', { maximum: formatNumber(greatestMark(scenario.terms), language, 0) }),
    terms: [...groupedTerms(scenario, language)].map(([points, indicators]) =>
      t('scenario.term', { points, indicators: indicators.map((id) => nameOf(method, id, language)).join(', ') }),
    ),
  }));
}

/** Ids of indicators by the words for their points. */
function groupedTerms({ terms }: Scenario, language: Language): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const term of terms) {
    const words = pointsInWords(term, language);
    groups.set(words, [...(groups.get(words) ?? []), term.indicator]);
  }
  return groups;
}

function pointsInWords({ points }: ScenarioTerm, language: Language): string {
  const t = textsIn(language);
  const given = Object.entries(points) as [keyof ScenarioTerm['points'], number][];
  return given
    .map(([level, value]) =>
      t('scenario.points_of_level', { level: levelText(level, t), points: formatNumber(value, language, 0) }),
    )
    .join(', ');
}

function nameOf({ indicators }: ScenarioMethod, id: string, language: Language): string {
  return indicators.find((indicator) => indicator.id === id)?.name[language] ?? id;
}
