import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryAnswers } from '../../../test/definitions/arbitraryAnswers.js';
import { residents } from '../../../test/definitions/builtIn.js';
import { everyItemType } from '../../../test/support/everyItemType.js';
import { AppError } from '../../errors.js';
import { sampleAnswers } from './sampleAnswers.js';
import { walkFromAddress, walkInAddress, type Walk } from './walk.js';

describe('the walk in an address', () => {
  it('comes back as it went in', () => {
    fc.assert(
      fc.property(arbitraryAnswers(residents), fc.array(fc.array(fc.string())), (answers, facetOrder) => {
        const part = walkInAddress({ answers, facetOrder });
        expect(part).toMatch(/^[\w-]+$/);
        expect(walkFromAddress(part, residents)).toEqual({ answers: { ...answers }, facetOrder });
      }),
    );
    const walk: Walk = { answers: sampleAnswers(everyItemType(), { way: 9, way__text: 'By horse' }), facetOrder: [] };
    expect(walkFromAddress(walkInAddress(walk), everyItemType())).toEqual(walk);
    expect(walkFromAddress(walkInAddress(null), residents)).toBeNull();
  });

  it('loses the answers that the questionnaire no longer allows', () => {
    const part = walkInAddress({ answers: { consent: 1, sex: 77, gone: 1, way__text: 'x' }, facetOrder: [] });
    expect(walkFromAddress(part, residents)?.answers).toEqual({ consent: 1 });
  });

  it('is not found where no page has written it, and never unpacks without bound', () => {
    const bomb = walkInAddress({ answers: { consent: '0'.repeat(5_000_000) }, facetOrder: [] });
    expect(bomb.length).toBeLessThan(10_000);
    for (const part of ['x', 'AAAA', '--', bomb, Buffer.from('{}').toString('base64url')])
      expect(() => walkFromAddress(part, residents), part.slice(0, 9)).toThrow(AppError);
  });

  it('fits into an address even with every question answered', () => {
    expect(walkInAddress({ answers: sampleAnswers(residents), facetOrder: [] }).length).toBeLessThan(1_500);
  });
});
