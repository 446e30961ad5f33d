import type { Definition } from '../../../survey-definitions/contract/index.js';
import { textsIn, type Language } from '../../i18n/index.js';
import { placeInWords } from '../inWords.js';
import { comparabilityOf, type IndicatorComparability } from './comparability.js';
import type { Difference } from './difference.js';
import { changeInWords, differenceInWords } from './differenceInWords.js';
import { differencesBetween } from './differencesBetween.js';

/** What changed between two versions, in words, and which indicators may be compared across them. */
export interface ChangeReport {
  /** Said where nothing changed. */
  empty: string | null;
  places: { name: string; changes: string[] }[];
  comparability: {
    id: string;
    heading: string;
    explanation: string;
    rows: ComparabilityRow[];
    empty: string;
  };
}

interface ComparabilityRow {
  code: string;
  name: string;
  level: { words: string; tone: 'good' | 'care' | 'bad' };
  reasons: string[];
  /** How many more reasons there are, or that there is none. */
  rest: string | null;
}

const TONES = { comparable: 'good', comparableWithCare: 'care', notComparable: 'bad' } as const;
/** One change may touch every indicator; the list of changes above holds them all. */
const SHOWN_REASONS = 5;

export function buildChangeReport(language: Language, before: Definition, after: Definition): ChangeReport {
  const t = textsIn(language);
  const differences = differencesBetween(before, after);
  const places = byPlace(differences, language);
  return {
    empty: places.length === 0 ? t('designVersions.no_changes') : null,
    places,
    comparability: {
      id: 'comparability',
      heading: t('designVersions.comparability'),
      explanation: t('designVersions.comparability_explanation'),
      rows: comparabilityOf(before, after, differences).map((indicator) => comparabilityRow(indicator, language)),
      empty: t('designVersions.no_indicators'),
    },
  };
}

function byPlace(differences: readonly Difference[], language: Language): ChangeReport['places'] {
  const places = new Map<string, string[]>();
  for (const difference of differences) {
    const name = placeInWords(difference.place, difference.name, language);
    places.set(name, [...(places.get(name) ?? []), changeInWords(difference, language)]);
  }
  return [...places].map(([name, changes]) => ({ name, changes }));
}

function comparabilityRow({ code, name, level, reasons }: IndicatorComparability, language: Language): ComparabilityRow {
  const t = textsIn(language);
  const left = reasons.length - SHOWN_REASONS;
  const rest = left > 0 ? t('designVersions.reasons_left', { n: left }) : null;
  return {
    code,
    name: name[language],
    level: { words: t(`designVersions.level_${level}`), tone: TONES[level] },
    reasons: reasons.slice(0, SHOWN_REASONS).map((reason) => differenceInWords(reason, language)),
    rest: reasons.length === 0 ? t('designVersions.no_reason') : rest,
  };
}
