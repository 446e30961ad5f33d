import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crossReferenceFaults, itemsInOrder, parseDraft, textsOf } from '../../../../survey-definitions/contract/index.js';
import { residents, researchers } from '../../../../test/definitions/builtIn.js';
import { findItem } from './items.js';
import { referencesByItem } from './references.js';
import { renamedStatuses } from './renamedStatuses.js';
import { renameItem } from './renameItem.js';

const anyRenaming = fc
  .constantFrom(residents, researchers)
  .chain((definition) =>
    fc.record({ definition: fc.constant(definition), from: fc.constantFrom(...itemsInOrder(definition).map(({ id }) => id)) }),
  );

describe('renaming an item', () => {
  it('leaves nothing that speaks of the old id, makes no fault, and can be undone by renaming it back', () => {
    fc.assert(
      fc.property(anyRenaming, ({ definition, from }) => {
        const renamed = renameItem(definition, { from, to: 'another_name', published: null });
        expect(referencesByItem(renamed).has(from)).toBe(false);
        expect(referencesByItem(renamed).get('another_name')?.length).toBe(referencesByItem(definition).get(from)?.length);
        expect(crossReferenceFaults(renamed)).toEqual([]);
        expect(() => parseDraft(renamed)).not.toThrow();
        expect(renameItem(renamed, { from: 'another_name', to: from, published: null })).toEqual(definition);
      }),
      { numRuns: 40 },
    );
  });

  it('remembers the id under which the published version stores its data, and only that', () => {
    const once = renameItem(residents, { from: 'sex', to: 'gender', published: residents });
    const twice = renameItem(once, { from: 'gender', to: 'sex_at_birth', published: residents });
    expect(findItem(twice, 'sex_at_birth')?.item.formerIds).toEqual(['sex']);
    expect(renameItem(twice, { from: 'sex_at_birth', to: 'sex', published: residents })).toEqual(residents);
    expect(
      findItem(renameItem(residents, { from: 'sex', to: 'gender', published: null }), 'gender')?.item.formerIds,
    ).toBeUndefined();
  });

  it('takes the states of translation along', () => {
    const statuses = textsOf(residents).map(({ key }) => ({ key, language: 'ru' as const, status: 'reviewed' as const }));
    const renamed = renameItem(residents, { from: 'sex', to: 'gender', published: null });
    const keys = renamedStatuses(statuses, 'item', 'sex', 'gender').map(({ key }) => key);
    expect(keys).toEqual(textsOf(renamed).map(({ key }) => key));
  });
});
