import { describe, expect, it } from 'vitest';
import { researchers, residents } from '../../../test/definitions/builtIn.js';
import { words } from '../../../test/definitions/smallDefinition.js';
import { textsIn } from '../../i18n/index.js';
import { paragraphsShown, readSettings, settingsValues } from './settingsForm.js';

const t = textsIn('en');

describe('general texts and settings', () => {
  it.each([residents, researchers])('come back from the form as they were', (definition) => {
    expect(readSettings(settingsValues(definition), definition, t)).toEqual({ definition });
  });

  it('offer one empty paragraph of consent more than there are, and take one that is written', () => {
    const values = settingsValues(residents);
    expect(paragraphsShown(values)).toBe(residents.consent.length + 1);
    const more = { ...values, 'consent.1.kk': 'сөз', 'consent.1.ru': 'слово', 'consent.1.en': 'More' };
    expect(readSettings(more, residents, t)).toMatchObject({ definition: { consent: [...residents.consent, words('More')] } });
  });

  it('drop a paragraph that is cleared in all languages, but never the last one', () => {
    const two = { ...residents, consent: [...residents.consent, words('More')] };
    const cleared = { 'consent.0.kk': '', 'consent.0.ru': ' ', 'consent.0.en': '' };
    expect(readSettings({ ...settingsValues(two), ...cleared }, two, t)).toMatchObject({
      definition: { consent: [words('More')] },
    });
    expect(readSettings({ ...settingsValues(residents), ...cleared }, residents, t)).toMatchObject({
      faults: [{ field: 'consent.0.kk' }],
    });
  });

  it('may be unfinished in a language, but name whole minutes', () => {
    const values = settingsValues(residents);
    expect(readSettings({ ...values, 'title.en': '' }, residents, t)).toMatchObject({ definition: { title: { en: '' } } });
    for (const minutes of ['', '0', '1.5', 'ten'])
      expect(readSettings({ ...values, minutes }, residents, t)).toMatchObject({ faults: [{ field: 'minutes' }] });
  });

  it('list Latin words once each', () => {
    const values = { ...settingsValues(residents), latinWords: 'PhD, QR PhD;IT' };
    expect(readSettings(values, residents, t)).toMatchObject({ definition: { latinWords: ['PhD', 'QR', 'IT'] } });
  });
});
