import { describe, expect, it } from 'vitest';
import { itemsInOrder, type Definition, type Item } from '../../../survey-definitions/contract/index.js';
import { residents, researchers } from '../../../test/definitions/builtIn.js';
import { everyItemType } from '../../../test/support/everyItemType.js';
import { textsIn } from '../../i18n/index.js';
import type { FormValues } from '../../accounts/index.js';
import type { DraftRevision } from '../questionnaires/draft.js';
import { findItem, replaceItem } from './edits/items.js';
import { addNewItem, changeItem } from './itemEdits.js';
import { itemValues } from './itemForm.js';
import { readSection, sectionValues } from './sectionForm.js';

const t = textsIn('en');
const every = everyItemType();

function draftOf(definition: Definition): DraftRevision {
  const trace = {
    revision: 1,
    statuses: [],
    basedOn: null,
    deed: { key: '' },
    by: '',
    at: new Date(0),
    undoTo: null,
    redoTo: null,
  };
  return { questionnaire: definition.id, definition, ...trace };
}

/** A condition that the form leaves as it is. */
const shown = (item: Item): FormValues => ({ ...itemValues(item), 'when.keep': '1' });

function changed(definition: Definition, id: string, values: FormValues, published = definition) {
  const item = findItem(definition, id)?.item;
  if (!item) throw new Error(`no item ${id}`);
  const edit = changeItem(draftOf(definition), item, { ...shown(item), ...values }, published, t);
  if ('faults' in edit) throw new Error(edit.faults.map(({ field, message }) => `${field}: ${message}`).join());
  return edit;
}

function faultsOf(definition: Definition, id: string, values: FormValues): string[] {
  const item = findItem(definition, id)?.item;
  const edit = item && changeItem(draftOf(definition), item, { ...shown(item), ...values }, null, t);
  return edit && 'faults' in edit ? edit.faults.map(({ field }) => field) : [];
}

describe('the form of an item', () => {
  it('changes nothing when it is saved as it was shown, for every item of every type', () => {
    for (const definition of [residents, researchers, every])
      for (const item of itemsInOrder(definition)) expect(changed(definition, item.id, {}).definition).toBe(definition);
  });

  it('keeps the name that an item has in the files of other programs, also as an item of another type', () => {
    const way = findItem(every, 'way')?.item;
    if (!way) throw new Error('no item way');
    const named = replaceItem(every, 'way', () => ({ ...way, name: 'Q7.way' }));
    expect(changed(named, 'way', {}).definition).toBe(named);
    const { definition } = changed(named, 'way', { type: 'text' });
    expect(findItem(definition, 'way')?.item).toMatchObject({ type: 'text', name: 'Q7.way' });
  });

  it('writes texts as one paragraph, and leaves out a hint that is empty in every language', () => {
    const { definition } = changed(every, 'way', { 'text.en': ' Which way\r\n do you go? ', 'hint.ru': 'Один ответ' });
    expect(findItem(definition, 'way')?.item).toMatchObject({
      text: { en: 'Which way do you go?' },
      hint: { kk: '', ru: 'Один ответ', en: '' },
    });
    expect(findItem(definition, 'way')?.item).not.toHaveProperty('lead');
  });

  it('reads numbers with a comma, bounds, special answers and limits', () => {
    const area = changed(every, 'area', { min: '0,5', max: '99,5', decimals: '2', special: ['-3'] }).definition;
    expect(findItem(area, 'area')?.item).toMatchObject({ min: 0.5, max: 99.5, decimals: 2, special: [-3] });
    const used = changed(every, 'used', { maxChoices: '' }).definition;
    expect(findItem(used, 'used')?.item).not.toHaveProperty('maxChoices');
  });

  it('says what cannot be used, and where', () => {
    expect(faultsOf(every, 'rooms', { min: '-1' })).toEqual(['min']);
    expect(faultsOf(every, 'rooms', { min: '30' })).toEqual(['min']);
    expect(faultsOf(every, 'rooms', { max: '2.5' })).toEqual(['max']);
    expect(faultsOf(every, 'area', { decimals: '7' })).toEqual(['decimals']);
    expect(faultsOf(every, 'moved', { min: '31.12.2020' })).toEqual(['min']);
    expect(faultsOf(every, 'way', { list: 'nothing' })).toEqual(['list']);
    expect(faultsOf(every, 'way', { id: 'rooms' })).toEqual(['id']);
    expect(faultsOf(every, 'way', { id: 'Дорога' })).toEqual(['id']);
  });

  it('refuses the id under which another item stored its data', () => {
    const renamed = changed(residents, 'sex', { id: 'gender' }).definition;
    expect(findItem(renamed, 'gender')?.item.formerIds).toEqual(['sex']);
    expect(faultsOf(renamed, 'age_group', { id: 'sex' })).toEqual(['id']);
    expect(changed(renamed, 'gender', { id: 'sex' }, residents).definition).toEqual(residents);
  });

  it('gives another type its own fields and a list of its own, which goes again if nothing was written into it', () => {
    const single = changed(every, 'rooms', { type: 'single' });
    expect(single.next).toBe('/design/every_type/draft/items/rooms');
    expect(single.definition.lists.map(({ id }) => id)).toContain('rooms');
    const back = changed(single.definition, 'rooms', { list: 'ways' }).definition;
    expect(back.lists.map(({ id }) => id)).not.toContain('rooms');
    expect(changed(every, 'way', { type: 'multiple' }).definition.lists).toEqual(every.lists);
  });

  it('adds a new item at the end of its section, with a new list to be filled in next', () => {
    const edit = addNewItem(draftOf(every), 'single', 'all', { 'text.en': 'Which bus do you take?', list: '+' }, t);
    if ('faults' in edit) throw new Error('the form has faults');
    expect(edit.definition.sections[0]?.items.at(-1)).toMatchObject({ id: 'bus_take', type: 'single', list: 'bus_take' });
    expect(edit.next).toBe('/design/every_type/draft/lists/bus_take?item=bus_take');
  });
});

describe('the form of a section', () => {
  const environment = residents.sections.find(({ id }) => id === 'sec_environment');
  const read = (values: FormValues) =>
    environment && readSection({ ...sectionValues(environment), ...values }, environment, residents, t);

  it('changes nothing when it is saved as it was shown', () => {
    for (const section of residents.sections)
      expect(readSection(sectionValues(section), section, residents, t)).toEqual({ section });
  });

  it('takes ticked neighbours as a randomised group and says why others are none', () => {
    expect(read({ 'group.0': ['d6_climate', 'd7_air'], 'group.1': ['d7_water', 'd7_cleanliness'] })).toMatchObject({
      section: {
        randomised: [
          ['d6_climate', 'd7_air'],
          ['d7_water', 'd7_cleanliness'],
        ],
      },
    });
    expect(read({ 'group.0': [] })).toMatchObject({ section: { randomised: [] } });
    expect(read({ 'group.0': ['d7_air'] })).toMatchObject({ faults: [{ field: 'group.0' }] });
    expect(read({ 'group.0': ['d6_climate', 'd7_water'] })).toMatchObject({ faults: [{ field: 'group.0' }] });
    expect(read({ 'group.1': ['d6_climate', 'd7_air'] })).toMatchObject({ faults: [{ field: 'group.0' }, { field: 'group.1' }] });
  });
});
