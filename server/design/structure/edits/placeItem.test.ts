import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  crossReferenceFaults,
  itemsInOrder,
  itemsOf,
  parseDraft,
  type Definition,
} from '../../../../survey-definitions/contract/index.js';
import { residents, researchers } from '../../../../test/definitions/builtIn.js';
import { findItem } from './items.js';
import { placeItem, stepItem } from './placeItem.js';

const idsOf = (definition: Definition): string[] => itemsInOrder(definition).map(({ id }) => id);
const outline = (definition: Definition): string =>
  definition.sections.map(({ id, items }) => `${id}: ${items.map((item) => item.id).join(' ')}`).join('\n');
const groupsOf = (definition: Definition, section: string) => definition.sections.find(({ id }) => id === section)?.randomised;

/** Whether every condition looks at items that stand before it. */
function keepsOrder(definition: Definition): boolean {
  const order = idsOf(definition);
  return itemsInOrder(definition).every(
    ({ id, when }) => !when || itemsOf(when).every((looked) => order.indexOf(looked) < order.indexOf(id)),
  );
}

const anyDefinition = fc.constantFrom(residents, researchers);
const anyMoves = fc.array(
  fc.record({
    item: fc.nat(100),
    way: fc.oneof(
      fc.constantFrom('up' as const, 'down' as const),
      fc.record({ section: fc.nat(20), before: fc.option(fc.nat(100)) }),
    ),
  }),
  { minLength: 1, maxLength: 12 },
);

function afterMoves(
  definition: Definition,
  moves: typeof anyMoves extends fc.Arbitrary<infer Moves> ? Moves : never,
): Definition {
  return moves.reduce((moved, { item, way }) => {
    const ids = idsOf(moved);
    const id = ids[item % ids.length] ?? '';
    if (typeof way === 'string') return stepItem(moved, id, way);
    const section = moved.sections[way.section % moved.sections.length];
    const before = way.before === null ? null : (section?.items[way.before % Math.max(1, section.items.length)]?.id ?? null);
    return placeItem(moved, id, { section: section?.id ?? '', before });
  }, definition);
}

describe('moving items', () => {
  it('keeps every item once, whatever is moved where, and leaves a draft that can be read', () => {
    fc.assert(
      fc.property(anyDefinition, anyMoves, (definition, moves) => {
        const moved = afterMoves(definition, moves);
        expect(idsOf(moved).toSorted()).toEqual(idsOf(definition).toSorted());
        expect(() => parseDraft(moved)).not.toThrow();
      }),
      { numRuns: 60 },
    );
  });

  it('makes no fault as long as no condition comes to look at a later item', () => {
    let legal = 0;
    fc.assert(
      fc.property(anyDefinition, anyMoves, (definition, moves) => {
        const moved = afterMoves(definition, moves);
        // An emptied section is a gap of the draft, not of the move.
        if (!keepsOrder(moved)) return;
        legal += 1;
        expect(crossReferenceFaults(moved)).toEqual([]);
      }),
      { numRuns: 60 },
    );
    expect(legal).toBeGreaterThan(5);
  });

  it('goes one place down and back up again', () => {
    const down = stepItem(residents, 'hh_size', 'down');
    expect(outline(down)).not.toBe(outline(residents));
    expect(outline(stepItem(down, 'hh_size', 'up'))).toBe(outline(residents));
  });

  it('leaves the section at its edge for the end or the beginning of the neighbouring one', () => {
    const [first] = residents.sections[4]?.items ?? [];
    const moved = stepItem(residents, first?.id ?? '', 'up');
    expect(findItem(moved, first?.id ?? '')?.section.id).toBe('sec_town');
    expect(moved.sections[3]?.items.at(-1)?.id).toBe(first?.id);
    expect(stepItem(residents, 'consent', 'up')).toEqual(residents);
  });

  it('passes a randomised group as a whole', () => {
    const moved = stepItem(residents, 'd6_climate', 'down');
    expect(moved.sections.find(({ id }) => id === 'sec_environment')?.items.map(({ id }) => id)).toEqual([
      'd7_air',
      'd7_water',
      'd7_cleanliness',
      'd6_climate',
    ]);
    expect(groupsOf(moved, 'sec_environment')).toEqual([['d7_air', 'd7_water', 'd7_cleanliness']]);
  });

  it('puts what is dropped between members of a group behind the group', () => {
    const moved = placeItem(residents, 'sex', { section: 'sec_environment', before: 'd7_water' });
    expect(moved.sections.find(({ id }) => id === 'sec_environment')?.items.at(-1)?.id).toBe('sex');
  });

  it('takes a member that leaves out of its group, and dissolves a group of one', () => {
    const two = placeItem(residents, 'd7_air', { section: 'sec_work', before: null });
    expect(groupsOf(two, 'sec_environment')).toEqual([['d7_water', 'd7_cleanliness']]);
    expect(groupsOf(placeItem(two, 'd7_water', { section: 'sec_work', before: null }), 'sec_environment')).toEqual([]);
  });

  it('reorders a group when a member changes its place inside', () => {
    expect(groupsOf(stepItem(residents, 'd7_water', 'up'), 'sec_environment')).toEqual([
      ['d7_water', 'd7_air', 'd7_cleanliness'],
    ]);
  });
});
