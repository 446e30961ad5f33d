import { expect, test } from 'vitest';
import { m25, printedInputsOf } from '../../../../test/support/scenarioTowns.js';
import type { Language } from '../../../i18n/index.js';
import { scenarioPictureFrom } from '../scenarioPicture.js';
import { marksViewFrom } from './marksTable.viewModels.js';

const picture = scenarioPictureFrom(m25, printedInputsOf('balkhash'));
if (picture.state === 'refused') throw picture.error;
const mixIn = (language: Language, shares: Record<string, number>): string | undefined => {
  const parts = Object.entries(shares).map(([scenario, share]) => ({ scenario, share }));
  return marksViewFrom({ ...picture, mix: { state: 'mixed', shares: parts } }, null, language).mix[0]?.replaceAll('\u00a0', ' ');
};

test('a recommended mix is a sentence in every language; scenarios with the same share stand together', () => {
  const three = { diversification: 40, innovative: 40, balanced: 20 };
  expect(mixIn('en', three)).toBe(
    'Recommended mix of scenarios: diversification (40 %) and innovative (40 %) as the basis, complemented by balanced (20 %).',
  );
  expect(mixIn('ru', three)).toContain('основа — диверсификационный (40 %) и инновационный (40 %); дополняют сбалансированный');
  expect(mixIn('kk', three)).toContain('негізі — әртараптандыру (40 %) және инновациялық (40 %);');
  expect(mixIn('en', { balanced: 50, inertial: 50 })).toBe(
    'Recommended mix of scenarios in equal parts: balanced (50 %) and inertial (50 %).',
  );
  expect(mixIn('en', { balanced: 100 })).toBe('Recommended scenario: balanced (100 %).');
});
