import { expect, it } from 'vitest';
import { completeAnswers, type Answers, type Definition, type Item } from '../../../survey-definitions/contract/index.js';
import { everyItemType } from '../../../test/support/everyItemType.js';
import type { StoredResponse } from '../../respond/index.js';
import { fileFormatFrom } from '../files/profile.js';
import { acrossCells, acrossColumnsOf } from './acrossColumns.js';
import { idsInOlderVersion } from './itemLineage.js';

const first = everyItemType();

function nextVersion(before: Definition, change: (items: Item[]) => Item[]): Definition {
  const sections = before.sections.map((section) => ({ ...section, items: change(section.items) }));
  return { ...before, version: before.version + 1, sections };
}

const renamed = (from: string, to: string) => (items: Item[]) =>
  items.map((item) => (item.id === from ? { ...item, id: to, formerIds: [...(item.formerIds ?? []), from] } : item));

function aResponse(definition: Definition, answers: Answers): StoredResponse {
  return {
    _id: '0'.repeat(32),
    wave: `wave-${definition.version}`,
    townId: 'balkhash',
    definitionId: definition.id,
    definitionVersion: definition.version,
    language: 'kk',
    answers: completeAnswers(definition, answers),
    analysisPopulations: [],
    derived: {},
    flags: { speeder: false, straightliner: false, highMissing: false, duplicate: false },
    date: '2026-06-15',
    origin: 'respondent',
    status: 'valid',
    folded: true,
  };
}

/** The values of a response by column. */
function rowOf(versions: Definition[], response: StoredResponse, published = versions): Record<string, unknown> {
  const columns = acrossColumnsOf(versions, published, new Map());
  const cells = acrossCells(columns, response, fileFormatFrom('machine', {}));
  return Object.fromEntries(columns.map(({ name }, at) => [name, cells[at]]));
}

it('keeps a renamed question in one column, whatever shape its answers have', () => {
  const second = nextVersion(nextVersion(first, renamed('rooms', 'room_count')), renamed('used', 'ways_used'));
  const old = rowOf([first, second], aResponse(first, { rooms: 3, used: [1, 9], used__text: 'horse' }));
  expect(old).toMatchObject({ room_count: 3, ways_used__1: 1, ways_used__2: 0, ways_used__9: 1, ways_used__text: 'horse' });
  expect(Object.keys(old).filter((name) => /^(rooms|used)/.test(name))).toEqual([]);
  expect(rowOf([first, second], aResponse(second, { room_count: 4 }))).toMatchObject({ room_count: 4 });
});

it('says "not asked" for what a version did not have, in both directions', () => {
  const second = nextVersion(first, (items) => [
    ...items.filter(({ id }) => id !== 'area'),
    { type: 'integer', id: 'floors', text: { kk: 'f', ru: 'f', en: 'f' }, special: [], min: 1, max: 9 },
  ]);
  expect(rowOf([first, second], aResponse(first, { area: 41.5 }))).toMatchObject({ area: 41.5, floors: -4 });
  const row = rowOf([first, second], aResponse(second, { floors: 2 }));
  expect(row).toMatchObject({ area: -4, floors: 2 });
  expect(Object.keys(row).at(-1), 'what is no longer asked stands last').toBe('area');
});

it('gives a question whose kind of answer changed a column for each kind', () => {
  const second = nextVersion(
    first,
    (items) => items.map((item) => (item.id === 'way' ? { ...item, type: 'integer', min: 0, max: 99 } : item)) as Item[],
  );
  expect(rowOf([first, second], aResponse(first, { way: 2 }))).toMatchObject({ way: -4, way__v1: 2 });
  expect(rowOf([first, second], aResponse(second, { way: 50 }))).toMatchObject({ way: 50, way__v1: -4 });
});

it('follows names through versions that nobody was asked', () => {
  const second = nextVersion(first, renamed('rooms', 'room_count'));
  const third = nextVersion(second, (items) =>
    items.map((item) => (item.id === 'room_count' ? { ...item, id: 'n_rooms', formerIds: ['room_count'] } : item)),
  );
  expect(rowOf([first, third], aResponse(first, { rooms: 5 }), [first, second, third])).toMatchObject({ n_rooms: 5 });
});

it('does not take an id that a renamed question left for the same question', () => {
  const second = nextVersion(first, (items) => [
    ...renamed('rooms', 'room_count')(items),
    { type: 'integer', id: 'rooms', text: { kk: 'w', ru: 'w', en: 'w' }, special: [], min: 0, max: 50 },
  ]);
  expect(idsInOlderVersion(second, first, []).get('room_count')).toBe('rooms');
  expect(idsInOlderVersion(second, first, []).has('rooms')).toBe(false);
  expect(rowOf([first, second], aResponse(first, { rooms: 3 }))).toMatchObject({ room_count: 3, rooms: -4 });
});

it('reads labels in the words of the version that was asked', () => {
  const second = { ...first, version: 2, lists: first.lists.map((list) => ({ ...list, options: list.options.map(relabelled) })) };
  const columns = acrossColumnsOf([first, second], [first, second], new Map());
  const format = fileFormatFrom('excel-en', {});
  const wayOf = (response: StoredResponse): unknown =>
    acrossCells(columns, response, format)[columns.findIndex(({ name }) => name === 'way')];
  expect(wayOf(aResponse(first, { way: 1 }))).toBe('On foot');
  expect(wayOf(aResponse(second, { way: 1 }))).toBe('Walking');
});

function relabelled<Option extends { code: number; label: { kk: string; ru: string; en: string } }>(option: Option): Option {
  return option.code === 1 ? { ...option, label: { kk: 'Жаяу', ru: 'Пешком', en: 'Walking' } } : option;
}
