import {
  itemsInOrder,
  itemsOf,
  type Definition,
  type Indicator,
  type LocalizedText,
} from '../../../survey-definitions/contract/index.js';
import type { Difference, DifferenceKind } from './difference.js';
import { differencesBetween } from './differencesBetween.js';
import { inLaterNames } from './laterNames.js';

export type ComparabilityLevel = 'comparable' | 'comparableWithCare' | 'notComparable';

export interface IndicatorComparability {
  id: string;
  code: string;
  name: LocalizedText;
  level: ComparabilityLevel;
  /** The differences that decide, the gravest first. */
  reasons: Difference[];
}

/** What a part is to an indicator. */
type Role = 'indicator' | 'measured' | 'filter' | 'headline' | 'surrounding';

const OTHER_ANSWERS: readonly DifferenceKind[] = [
  'type',
  'answers',
  'option_added',
  'option_removed',
  'option_recoded',
  'added',
  'removed',
  'changed',
];
const OTHER_RULE: readonly DifferenceKind[] = ['condition', 'condition_added', 'condition_removed'];
const BREAKING: Readonly<Record<Role, readonly DifferenceKind[]>> = {
  indicator: ['added', 'removed', 'changed', 'member_added', 'member_removed', 'direction', 'minimum'],
  measured: [...OTHER_ANSWERS, ...OTHER_RULE],
  filter: [...OTHER_ANSWERS, ...OTHER_RULE, 'setting'],
  headline: [...OTHER_RULE, 'added', 'removed'],
  surrounding: [],
};
const HARMLESS: Readonly<Record<Role, readonly DifferenceKind[]>> = {
  indicator: ['moved', 'moved_first', 'members_reordered', 'comparator'],
  measured: ['renamed', 'source', 'former_names', 'setting'],
  filter: ['renamed', 'source', 'former_names', 'layout', 'top_codes', 'moved', 'moved_first', 'moved_section'],
  headline: ['moved', 'moved_first', 'wording', 'translation_added', 'translation_removed'],
  surrounding: ['moved', 'moved_first', 'wording', 'translation_added', 'translation_removed', 'text_added', 'text_removed'],
};

/**
 * Which indicators may be compared between answers to two versions of a questionnaire, indicator by indicator.
 *
 * An indicator is known by its id, an item by its id or a former one. It is **not comparable** when it is new or gone; when
 * its items, their directions or the minimum of valid items are others; when an item has another type or scale, or its scale
 * other codes, or an answer another code; when the condition of an item is another, or that of an item which decides whether
 * it is asked (or the answers of such an item): then others are asked; and when the first analysis population, the headline,
 * has another rule. It is **comparable with care** when respondents read or met it differently: the wording of an item, a hint or
 * a label in any language, the order, the layout of the scale, the special answers, the randomised groups, an ending rule,
 * another analysis population; also when its code, its kind of construct or the codes counted as satisfied are others. Names
 * of items, sources, notes about the indicator's own name and everything else leave it **comparable**.
 *
 * `differences` are those between the two, where they are known already.
 *
 * @example comparabilityOf(residents, residents).every(({ level }) => level === 'comparable') // true
 */
export function comparabilityOf(
  before: Definition,
  after: Definition,
  differences: readonly Difference[] = differencesBetween(before, after),
): IndicatorComparability[] {
  const states = [inLaterNames(before, after).definition, after];
  const gone = before.indicators.filter(({ id }) => !after.indicators.some((indicator) => indicator.id === id));
  return [...after.indicators, ...gone].map(({ id, code, name }) => {
    const roleOf = rolesFor(id, states);
    const weighed = differences.map((difference) => ({ difference, weight: weightOf(difference, roleOf(difference)) }));
    const reasons = [2, 1].flatMap((weight) => weighed.filter((each) => each.weight === weight).map((each) => each.difference));
    const worst = Math.max(0, ...weighed.map(({ weight }) => weight));
    return {
      id,
      code,
      name,
      level: (['comparable', 'comparableWithCare', 'notComparable'] as const)[worst] ?? 'notComparable',
      reasons,
    };
  });
}

function weightOf({ kind, place, values }: Difference, role: Role | undefined): 0 | 1 | 2 {
  if (role === undefined || HARMLESS[role].includes(kind)) return 0;
  if ((place.part === 'scale' || place.part === 'list') && (kind === 'moved' || kind === 'moved_first')) return 0;
  if (BREAKING[role].includes(kind)) return 2;
  const field = values.field;
  const aboutItsName = typeof field === 'object' && 'textKey' in field && /\.(name|shortName)$/.test(field.textKey);
  return role === 'indicator' && aboutItsName ? 0 : 1;
}

function rolesFor(indicator: string, states: readonly Definition[]): (difference: Difference) => Role | undefined {
  const measured = new Set<string>();
  const filters = new Set<string>();
  const sections = new Set<string>();
  for (const state of states) {
    const own = state.indicators.find(({ id }) => id === indicator);
    addParts(state, own, { measured, filters, sections });
  }
  const headlines = new Set(states.map(({ analysisPopulations }) => analysisPopulations[0]?.id));
  return ({ place, kind }) => {
    switch (place.part) {
      case 'indicator':
        return place.id === indicator ? 'indicator' : undefined;
      case 'item':
      case 'scale':
      case 'list': {
        const key = `${place.part} ${place.id}`;
        return measured.has(key) ? 'measured' : filters.has(key) ? 'filter' : undefined;
      }
      case 'section':
        return sections.has(place.id) && kind === 'randomised' ? 'surrounding' : undefined;
      case 'population':
        return headlines.has(place.id) ? 'headline' : 'surrounding';
      case 'ending':
        return 'surrounding';
      default:
        return undefined;
    }
  };
}

interface Parts {
  measured: Set<string>;
  filters: Set<string>;
  sections: Set<string>;
}

/** The items of an indicator with their scales, and all items that decide whether these are asked. */
function addParts(state: Definition, indicator: Indicator | undefined, { measured, filters, sections }: Parts): void {
  const items = new Map(itemsInOrder(state).map((item) => [item.id, item]));
  const addItem = (id: string, parts: Set<string>): void => {
    const item = items.get(id);
    if (item === undefined || parts.has(`item ${id}`)) return;
    parts.add(`item ${id}`);
    if (item.type === 'scale') parts.add(`scale ${item.scale}`);
    if ('list' in item) parts.add(`list ${item.list}`);
    for (const other of item.when ? itemsOf(item.when) : []) addItem(other, filters);
  };
  for (const { item } of indicator?.items ?? []) {
    addItem(item, measured);
    const section = state.sections.find((each) => each.items.some(({ id }) => id === item));
    if (section) sections.add(section.id);
  }
}
