import { greatestMark } from '../../../scoring/index.js';
import {
  SCENARIO_LEVELS,
  type Scenario,
  type ScenarioIndicator,
  type ScenarioLevel,
  type ScenarioMethod,
  type ScenarioTerm,
} from '../../../survey-definitions/contract/index.js';
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
    terms: likeTerms(scenario, method).map(({ indicators, points }) =>
      t('scenario.term', { indicators: namesOf(indicators, language), points: pointsInWords(points, language) }),
    ),
  }));
}

/** Indicators that give the same points in every band that they share. */
interface LikeTerms {
  indicators: ScenarioIndicator[];
  points: ScenarioTerm['points'];
}

function likeTerms({ terms }: Scenario, method: ScenarioMethod): LikeTerms[] {
  const groups: LikeTerms[] = [];
  for (const { indicator: id, points } of terms) {
    const indicator = method.indicators.find((candidate) => candidate.id === id);
    if (!indicator) continue;
    const like = groups.find((group) => indicator.bands.every(({ level }) => givesSame(group, level, points[level] ?? 0)));
    if (like) {
      like.indicators.push(indicator);
      like.points = { ...like.points, ...points };
    } else groups.push({ indicators: [indicator], points });
  }
  return groups;
}

function givesSame({ indicators, points }: LikeTerms, level: ScenarioLevel, given: number): boolean {
  const isShared = indicators.some(({ bands }) => bands.some((band) => band.level === level));
  return !isShared || (points[level] ?? 0) === given;
}

/** Bands with the same points together, the lowest first: "very low, low – 1". */
function pointsInWords(points: ScenarioTerm['points'], language: Language): string {
  const t = textsIn(language);
  const groups = new Map<number, Set<string>>();
  for (const level of SCENARIO_LEVELS) {
    const value = points[level];
    if (value !== undefined) groups.set(value, (groups.get(value) ?? new Set()).add(levelText(level, t)));
  }
  return [...groups]
    .map(([value, levels]) =>
      t('scenario.points_of_level', { level: [...levels].join(', '), points: formatNumber(value, language, 0) }),
    )
    .join('; ');
}

/** Names in a row: only the first begins with a capital letter. */
function namesOf(indicators: readonly ScenarioIndicator[], language: Language): string {
  return indicators
    .map(({ name }, at) => (at === 0 ? name[language] : name[language].charAt(0).toLowerCase() + name[language].slice(1)))
    .join(', ');
}
