import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ItemIdSchema } from '../../../../survey-definitions/contract/index.js';
import { freeId } from './freeId.js';
import { idFromText } from './idFromText.js';

describe('the id of a new item', () => {
  it('is made of the telling words of the English text', () => {
    expect(idFromText({ kk: '', ru: '', en: 'How satisfied are you with your housing?' }, 'question', new Set())).toBe(
      'satisfied_housing',
    );
  });

  it('is made of the Russian or Kazakh text in Latin letters where there is no English one', () => {
    expect(idFromText({ kk: '', ru: 'Чем Вы ездите на работу?', en: '' }, 'question', new Set())).toBe('chem_vy_ezdite_na');
    expect(idFromText({ kk: 'Жұмысқа қалай барасыз?', ru: '', en: '' }, 'question', new Set())).toBe('zhumysqa_qalai_barasyz');
  });

  it('counts on where an id is taken, and leaves numbers alone that belong to a name', () => {
    expect(freeId('sex', new Set(['sex', 'sex_2']))).toBe('sex_3');
    expect(freeId('sex_2', new Set(['sex', 'sex_2']))).toBe('sex_3');
    expect(freeId('child_1_6', new Set(['child_1_6']))).toBe('child_1_6_2');
  });

  it('is a free and valid id whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), fc.array(fc.string()), (en, kk, taken) => {
        const known = new Set(taken);
        const id = idFromText({ en, ru: '', kk }, 'question', known);
        expect(ItemIdSchema.safeParse(id).success).toBe(true);
        expect(known.has(id)).toBe(false);
        const next = freeId(id, new Set([id]));
        expect(ItemIdSchema.safeParse(next).success && next !== id).toBe(true);
      }),
    );
  });
});
