import type { Definition, Indicator } from '../../survey-definitions/contract/index.js';
import { ScoringError } from '../scoringError.js';
import type { ItemScoring } from './itemScore.js';

/** How a survey indicator is scored: its items with their scales, and how many must be valid. */
export interface IndicatorScoring {
  readonly code: string;
  readonly items: readonly ItemScoring[];
  readonly minValid: number;
}

/**
 * The scoring of a survey indicator, read from a questionnaire: the ends of each item's scale are its smallest and
 * largest code.
 *
 * @param definition the pinned questionnaire version
 * @param indicator one of its indicators
 * @throws ScoringError `unknown-item`, `unknown-scale`
 * @example indicatorScoringFrom(residents, c4).items[0] // { item: 'c4_poverty_widespread', lo: 1, hi: 4, direction: '-' }
 */
export function indicatorScoringFrom(definition: Definition, indicator: Indicator): IndicatorScoring {
  const items = indicator.items.map(({ item: id, direction }) => {
    const item = definition.sections.flatMap((section) => section.items).find((candidate) => candidate.id === id);
    if (item?.type !== 'scale') throw new ScoringError('unknown-item', { item: id });
    const codes = definition.scales.find((scale) => scale.id === item.scale)?.options.map((option) => option.code);
    if (codes === undefined) throw new ScoringError('unknown-scale', { item: id, scale: item.scale });
    return { item: id, lo: Math.min(...codes), hi: Math.max(...codes), direction };
  });
  return { code: indicator.code, items, minValid: indicator.minValid };
}
