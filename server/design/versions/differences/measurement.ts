import type { DerivedVariable, Indicator } from '../../../../survey-definitions/contract/index.js';
import type { Place } from '../../places.js';
import { difference, type Difference } from '../difference.js';
import { movedMembers } from '../movedMembers.js';
import { conditionDifferences, type States } from './conditions.js';
import { memberDifferences } from './members.js';
import { partDifferences } from './parts.js';
import { wordingDifferences } from './wording.js';

/** What became of indicators, analysis populations, derived variables and groups of like items. */
export function measurementDifferences(states: States): Difference[] {
  const { before, after } = states;
  return [
    ...partDifferences('indicator', before.indicators, after.indicators, ofIndicator),
    ...partDifferences('population', before.analysisPopulations, after.analysisPopulations, (was, is, place) => [
      ...wordingDifferences(place, { textKey: `population.${is.id}.name` }, was.name, is.name),
      ...conditionDifferences(place, was.rule, is.rule, states),
    ]),
    ...partDifferences('variable', before.derived, after.derived, (was, is, place) => ofVariable(was, is, place, states)),
    ...partDifferences('straightlineSet', before.straightlineSets, after.straightlineSets, (was, is, place) =>
      memberDifferences(place, was.items, is.items),
    ),
  ];
}

function ofIndicator(was: Indicator, is: Indicator, place: Place): Difference[] {
  const changed = (name: 'minValid' | 'construct' | 'code' | 'comparator') => was[name] !== is[name];
  const construct = ({ construct: kind }: Indicator) => ({ word: `designVersions.construct_${kind}` }) as const;
  const [names, now] = [was.items.map(({ item }) => item), is.items.map(({ item }) => item)];
  return [
    ...memberDifferences(place, names, now),
    ...directionDifferences(was, is, place),
    ...(movedMembers(names, now).length > 0 ? [difference(place, 'members_reordered')] : []),
    ...(changed('minValid') ? [difference(place, 'minimum', { before: was.minValid, after: is.minValid })] : []),
    ...(changed('construct') ? [difference(place, 'construct', { before: construct(was), after: construct(is) })] : []),
    ...(changed('code') ? [difference(place, 'code', { before: was.code, after: is.code })] : []),
    ...(changed('comparator')
      ? [difference(place, 'comparator', { before: was.comparator ?? '–', after: is.comparator ?? '–' })]
      : []),
    ...(['name', 'shortName', 'base'] as const).flatMap((field) =>
      wordingDifferences(place, { textKey: `indicator.${is.id}.${field}` }, was[field], is[field]),
    ),
  ];
}

function directionDifferences(was: Indicator, is: Indicator, place: Place): Difference[] {
  return is.items.flatMap(({ item, direction }) => {
    const before = was.items.find((scored) => scored.item === item)?.direction;
    if (before === undefined || before === direction) return [];
    return [difference(place, 'direction', { item, before: sign(before), after: sign(direction) })];
  });
}

function sign(direction: '+' | '-'): string {
  return direction === '-' ? '−' : '+';
}

function ofVariable(was: DerivedVariable, is: DerivedVariable, place: Place, states: States): Difference[] {
  if (was.type !== 'condition' || is.type !== 'condition') return [];
  return [
    ...conditionDifferences(place, was.when, is.when, states),
    ...conditionDifferences(place, was.zeroWhen, is.zeroWhen, states),
  ];
}
