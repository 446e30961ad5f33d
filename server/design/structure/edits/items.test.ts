import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  crossReferenceFaults,
  itemsInOrder,
  parseDraft,
  type Definition,
} from '../../../../survey-definitions/contract/index.js';
import { residents, researchers } from '../../../../test/definitions/builtIn.js';
import { everyItemType } from '../../../../test/support/everyItemType.js';
import { addItem, duplicateItem, findItem, removeItem } from './items.js';
import { isFirm, referencesTo } from './references.js';
import { ITEM_TYPES, retypeItem } from './retypeItem.js';
import { duplicateSection, removeSection, stepSection } from './sections.js';
import { withdrawItems } from './withdrawItems.js';

const idsOf = (definition: Definition): string[] => itemsInOrder(definition).map(({ id }) => id);
const anyItem = fc
  .constantFrom(residents, researchers)
  .chain((definition) => fc.record({ definition: fc.constant(definition), id: fc.constantFrom(...idsOf(definition)) }));

describe('items of a draft', () => {
  it('are copied as new variables right behind the original, or behind its randomised group', () => {
    fc.assert(
      fc.property(anyItem, ({ definition, id }) => {
        const done = duplicateItem(definition, id);
        expect(done?.copy).toBe(`${id}_2`);
        expect(crossReferenceFaults(done?.definition ?? definition)).toEqual([]);
        expect(idsOf(done?.definition ?? definition)).toHaveLength(idsOf(definition).length + 1);
      }),
      { numRuns: 40 },
    );
  });

  it('leave no fault behind once nothing that has to be changed first speaks of them', () => {
    fc.assert(
      fc.property(anyItem, ({ definition, id }) => {
        if (referencesTo(definition, [id]).some(isFirm)) return;
        const left = withdrawItems(removeItem(definition, id), [id]);
        expect(referencesTo(left, [id])).toEqual([]);
        // An indicator may have lost too many items: that is for the designer to see.
        const faults = crossReferenceFaults(left).filter(({ path }) => path[2] !== 'minValid');
        expect(faults).toEqual([]);
        expect(() => parseDraft(left)).not.toThrow();
      }),
      { numRuns: 40 },
    );
  });

  it('are spoken of by conditions, populations, indicators and weighting', () => {
    const kinds = (id: string) => [...new Set(referencesTo(residents, [id]).map(({ kind }) => kind))].toSorted();
    expect(kinds('consent')).toEqual(['ending', 'population']);
    expect(kinds('sex')).toEqual(['weighting']);
    expect(kinds('d7_air')).toEqual(['indicator', 'straightline']);
    expect(referencesTo(residents, ['hh_college']).map(({ place }) => place)).toContainEqual({ part: 'item', id: 'd10_college' });
    expect(referencesTo(residents, ['hh_college', 'd10_college']).filter(({ kind }) => kind === 'condition')).toEqual([]);
  });

  it('keep wording, special answers and what both types know when their type changes', () => {
    const every = everyItemType();
    const answers = { list: 'goals', scale: 'agree' };
    for (const item of itemsInOrder(every))
      for (const type of ITEM_TYPES) {
        const changed = retypeItem(item, type, answers);
        expect(changed).toMatchObject({ id: item.id, type, text: item.text });
        const sections = every.sections.map((section) => ({
          ...section,
          items: section.items.map((each) => (each.id === item.id ? changed : each)),
        }));
        expect(() => parseDraft({ ...every, sections })).not.toThrow();
      }
    const way = findItem(every, 'way')?.item;
    expect(way && retypeItem(way, 'multiple', answers)).toMatchObject({ list: 'ways', special: [-1, -2] });
    const rooms = findItem(every, 'rooms')?.item;
    expect(rooms && retypeItem(rooms, 'decimal', answers)).toMatchObject({ min: 1, max: 20, decimals: 1 });
  });

  it('stand where they are added', () => {
    const note = { type: 'note' as const, id: 'pause', text: { kk: '', ru: '', en: '' } };
    const added = addItem(residents, note, { section: 'sec_town', before: 'd2_satisfied_living_here' });
    expect(findItem(added, 'pause')?.at).toBe(findItem(residents, 'd2_satisfied_living_here')?.at ?? 0);
  });
});

describe('sections of a draft', () => {
  it('are copied with all their items, whose conditions speak of the copies', () => {
    for (const { id, items } of residents.sections) {
      const done = duplicateSection(residents, id);
      const copy = done?.definition.sections.find((section) => section.id === done.copy);
      expect(copy?.items).toHaveLength(items.length);
      expect(crossReferenceFaults(done?.definition ?? residents)).toEqual([]);
    }
    const household = duplicateSection(residents, 'sec_household')?.definition;
    expect(household && findItem(household, 'hh_child_1_6_2')?.item.when).toBeDefined();
  });

  it('move up and down and back, and go with their items', () => {
    const ids = (definition: Definition) => definition.sections.map(({ id }) => id);
    const up = stepSection(residents, 'sec_town', 'up');
    expect(ids(up)).not.toEqual(ids(residents));
    expect(ids(stepSection(up, 'sec_town', 'down'))).toEqual(ids(residents));
    expect(stepSection(residents, 'sec_consent', 'up')).toEqual(residents);
    expect(idsOf(removeSection(residents, 'sec_town'))).not.toContain('d2_satisfied_living_here');
  });
});
