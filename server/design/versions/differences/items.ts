import type { LANGUAGES } from '../../../../survey-definitions/contract/index.js';
import { type Definition, type Item, type LocalizedText } from '../../../../survey-definitions/contract/index.js';
import type { Place } from '../../places.js';
import type { Sayable } from '../../sayable.js';
import { difference, type Difference } from '../difference.js';
import { movedMembers } from '../movedMembers.js';
import { sameContent } from '../sameContent.js';
import { conditionDifferences, type States } from './conditions.js';
import { moves, partDifferences } from './parts.js';
import { settingDifferences } from './settings.js';
import { wordingDifferences } from './wording.js';

/** What became of the items: their wordings, answers, conditions, names and places. */
export function itemDifferences(states: States, renamed: ReadonlyMap<string, string>): Difference[] {
  const [was, is] = [itemsWithSections(states.before), itemsWithSections(states.after)];
  const names = [...renamed].map(([id, before]) => difference({ part: 'item', id }, 'renamed', { before }));
  const former = new Map(is.map(({ item }) => [item.id, item.formerIds]));
  const contents = partDifferences(
    'item',
    was.map(({ item }): Item => (renamed.has(item.id) ? { ...item, formerIds: former.get(item.id) } : item)),
    is.map(({ item }) => item),
    (before, after, place) => ofItem(before, after, place, states),
    { ordered: false },
  );
  return [...names, ...contents, ...itemMoves(was, is, states)];
}

function ofItem(was: Item, is: Item, place: Place, states: States): Difference[] {
  const names = (item: Item) => item.formerIds?.join(', ') ?? '–';
  return [
    ...(['lead', 'text', 'hint'] as const).flatMap((field) =>
      wordingDifferences(place, { textKey: `item.${is.id}.${field}` }, was[field], is[field]),
    ),
    ...(was.type === is.type ? ofAnswers(was, is, place, states) : [typeDifference(was, is, place)]),
    ...conditionDifferences(place, was.when, is.when, states),
    ...(was.source === is.source ? [] : [difference(place, 'source', { before: was.source ?? '–', after: is.source ?? '–' })]),
    ...(names(was) === names(is) ? [] : [difference(place, 'former_names', { before: names(was), after: names(is) })]),
  ];
}

function typeDifference(was: Item, is: Item, place: Place): Difference {
  const word = (item: Item): Sayable => ({ word: `designVersions.type_${item.type}` });
  return difference(place, 'type', { before: word(was), after: word(is) });
}

const LIMITS = ['min', 'max', 'decimals', 'maxLength', 'maxChoices'] as const;

function ofAnswers(was: Item, is: Item, place: Place, { before, after }: States): Difference[] {
  const list = (item: Item) => (item.type === 'scale' ? item.scale : 'list' in item ? item.list : '');
  const exchanged = list(was) === list(is) ? [] : [difference(place, 'answers', { before: list(was), after: list(is) })];
  const [offered, offers] = ['special' in was ? was.special : [], 'special' in is ? is.special : []];
  const special = sameContent(offered, offers)
    ? []
    : [difference(place, 'special', { before: specialLabels(before, offered), after: specialLabels(after, offers) })];
  return [...exchanged, ...special, ...settingDifferences(place, was, is, LIMITS)];
}

function specialLabels({ specialCodes }: Definition, codes: readonly number[]): LocalizedText | string {
  if (codes.length === 0) return '–';
  const labels = (language: (typeof LANGUAGES)[number]) =>
    codes.map((code) => specialCodes.find((special) => special.code === code)?.label[language] ?? String(code)).join(', ');
  return { kk: labels('kk'), ru: labels('ru'), en: labels('en') };
}

interface StandingItem {
  item: Item;
  section: string;
}

function itemsWithSections({ sections }: Definition): StandingItem[] {
  return sections.flatMap(({ id, items }) => items.map((item) => ({ item, section: id })));
}

/** An item that came into another section is said to have gone there, wherever it stands in it. */
function itemMoves(was: readonly StandingItem[], is: readonly StandingItem[], { after }: States): Difference[] {
  const sectionBefore = new Map(was.map(({ item, section }) => [item.id, section]));
  const gone = is.filter(({ item, section }) => (sectionBefore.get(item.id) ?? section) !== section);
  const ids = new Set(gone.map(({ item }) => item.id));
  const staying = (items: readonly StandingItem[]) => items.map(({ item }) => item.id).filter((id) => !ids.has(id));
  const toSection = gone.map(({ item, section }) =>
    difference({ part: 'item', id: item.id }, 'moved_section', {
      section: after.sections.find(({ id }) => id === section)?.title ?? section,
    }),
  );
  const [before, now] = [staying(was), staying(is)];
  return [...toSection, ...(movedMembers(before, now).length === 0 ? [] : moves('item', before, now))];
}
