import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { protectedKeysFrom, type Key, type Treatment } from './protectedKeys.js';

function seen(people: readonly (readonly Key[])[], treatments: readonly Treatment[]): string[] {
  return people.map((person) =>
    JSON.stringify(
      person.map((key, at) => {
        const treatment = treatments[at];
        if (treatment?.kind === 'kept') return key;
        return treatment?.kind === 'coarsened' ? treatment.classOf.get(key) : null;
      }),
    ),
  );
}

describe('key variables of microdata', () => {
  it('stay as they are where every combination has k people', () => {
    const people = [
      [1, 1],
      [1, 1],
      [2, 1],
      [2, 1],
      [2, 2],
      [2, 2],
    ];
    expect(protectedKeysFrom(people, 2)).toEqual([{ kind: 'kept' }, { kind: 'kept' }]);
  });

  it('lose the difference between neighbours where one of them is rare', () => {
    expect(protectedKeysFrom([[1], [1], [2], [3]], 2)).toEqual([
      {
        kind: 'coarsened',
        classOf: new Map<number, number[]>([
          [1, [1]],
          [2, [2, 3]],
          [3, [2, 3]],
        ]),
      },
    ]);
  });

  it('are dropped where one class would be left', () => {
    expect(protectedKeysFrom([[1], [1], [1], [2]], 2)).toEqual([{ kind: 'dropped' }]);
  });

  it('give way to the more important ones before them', () => {
    const people = [
      [1, 1],
      [1, 2],
      [2, 1],
      [2, 2],
    ];
    expect(protectedKeysFrom(people, 2)).toEqual([{ kind: 'kept' }, { kind: 'dropped' }]);
  });

  it('count a refusal as a value of its own, next to the last code', () => {
    expect(protectedKeysFrom([[-2], [3], [3], [1], [1]], 2)).toEqual([
      {
        kind: 'coarsened',
        classOf: new Map<number, number[]>([
          [1, [1]],
          [3, [3, -2]],
          [-2, [3, -2]],
        ]),
      },
    ]);
  });

  it('cannot be made safe for fewer than k people', () => {
    expect(protectedKeysFrom([[1], [1]], 3)).toBeNull();
  });

  it('never leave a combination of fewer than k people, however people are', () => {
    const people = fc.integer({ min: 1, max: 5 }).chain((width) =>
      fc.array(fc.array(fc.integer({ min: -2, max: 5 }), { minLength: width, maxLength: width }), {
        minLength: 5,
        maxLength: 60,
      }),
    );
    fc.assert(
      fc.property(people, fc.integer({ min: 2, max: 5 }), (rows, k) => {
        const combinations = seen(rows, protectedKeysFrom(rows, k) ?? []);
        for (const combination of combinations)
          expect(combinations.filter((other) => other === combination).length).toBeGreaterThanOrEqual(k);
      }),
    );
  });
});
