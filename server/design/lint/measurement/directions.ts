import type { Indicator, Scale } from '../../../../survey-definitions/contract/index.js';
import { hint, warning, type Finding } from '../finding.js';
import type { Check, Reading } from '../reading.js';

interface ScoredItem {
  item: string;
  scale: Scale;
  sign: 1 | -1;
}

/**
 * Whether the items of an indicator run the same way. The codes counted as "satisfied" tell at which end of a scale the good
 * answers are; multiplied with the item's direction they say whether a high score is a good one. A scale without such codes
 * tells only that its own items should have one direction. Scales of different length are a hint: all are brought to 0–100.
 */
export const directionFindings: Check = (reading) =>
  reading.draft.indicators.flatMap((indicator) => ofIndicator(indicator, reading));

function ofIndicator(indicator: Indicator, { draft, byId }: Reading): Finding[] {
  const place = { part: 'indicator', id: indicator.id } as const;
  const scored = indicator.items.flatMap(({ item: id, direction }): ScoredItem[] => {
    const item = byId.get(id);
    const scale = item?.type === 'scale' ? draft.scales.find((each) => each.id === item.scale) : undefined;
    return scale ? [{ item: id, scale, sign: direction === '+' ? 1 : -1 }] : [];
  });
  const findings: Finding[] = [];
  const against = runningAgainst(scored);
  if (against.length > 0) {
    const say = indicator.construct === 'reflective' ? warning : hint;
    findings.push(say('direction_mixed', place, { items: against.join(', ') }));
  } else if (isReversed(scored)) {
    findings.push(hint('direction_reversed', place));
  }
  const lengths = [...new Set(scored.map(({ scale }) => scale.options.length))];
  if (indicator.construct === 'reflective' && lengths.length > 1)
    findings.push(hint('steps_differ', place, { steps: lengths.sort((one, other) => one - other).join(', ') }));
  return findings;
}

/** Every scale that says where its good end is gives few points there. */
function isReversed(scored: readonly ScoredItem[]): boolean {
  const ways = scored.map(({ scale, sign }) => goodEndOf(scale) * sign);
  return ways.some((way) => way < 0) && ways.every((way) => way <= 0);
}

/** The items of the rarer way; none where all run the same way. */
function runningAgainst(scored: readonly ScoredItem[]): string[] {
  const told = scored.filter(({ scale }) => goodEndOf(scale) !== 0);
  const untold = new Map<string, ScoredItem[]>();
  for (const each of scored)
    if (goodEndOf(each.scale) === 0) untold.set(each.scale.id, [...(untold.get(each.scale.id) ?? []), each]);
  return [told, ...untold.values()].flatMap((group) => {
    const way = ({ scale, sign }: ScoredItem) => (goodEndOf(scale) || 1) * sign;
    const [up, down] = [group.filter((each) => way(each) > 0), group.filter((each) => way(each) < 0)];
    return (down.length <= up.length ? (up.length > 0 ? down : []) : up).map(({ item }) => item);
  });
}

/** 1 where the highest steps are the good ones, −1 where the lowest are, 0 where the scale does not say. */
function goodEndOf({ options, topCodes }: Scale): 1 | 0 | -1 {
  const codes = options.map(({ code }) => code);
  const middle = (Math.min(...codes) + Math.max(...codes)) / 2;
  if (topCodes.length === 0 || codes.length === 0) return 0;
  const mean = topCodes.reduce((sum, code) => sum + code, 0) / topCodes.length;
  return mean > middle ? 1 : mean < middle ? -1 : 0;
}
