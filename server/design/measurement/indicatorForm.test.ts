import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IndicatorCodeSchema, type Definition, type Indicator } from '../../../survey-definitions/contract/index.js';
import { researchers, residents } from '../../../test/definitions/builtIn.js';
import { definitionWith, rating, words } from '../../../test/definitions/smallDefinition.js';
import type { FormValues } from '../../accounts/index.js';
import { LANGUAGES, textsIn } from '../../i18n/index.js';
import { withMoved } from './collections.js';
import { nextFreeCode } from './indicatorCodes.js';
import { indicatorValues, readIndicator } from './indicatorForm.js';
import { buildIndicatorsPage } from './indicatorsPage.viewModels.js';
import { scoreInWords } from './scoreInWords.js';

const t = textsIn('en');

function indicator(changes: Partial<Indicator> = {}): Indicator {
  const items: Indicator['items'] = [{ item: 'mood', direction: '+' }];
  return {
    id: 'one',
    code: 'E1',
    name: words('One'),
    shortName: words('One'),
    items,
    minValid: 1,
    construct: 'formative',
    ...changes,
  };
}

const small = definitionWith([rating('pace')], { indicators: [indicator()] });

function read(changes: FormValues, definition: Definition = small, member: Indicator | null = null) {
  return readIndicator({ ...indicatorValues(definition, member), ...changes }, { definition, member, t });
}

describe('the form of an indicator', () => {
  it.each([residents, researchers])('gives back every indicator of a built-in questionnaire unchanged', (definition) => {
    for (const member of definition.indicators) expect(read({}, definition, member)).toEqual({ member });
  });

  it('proposes a code of its own and an id made from the name', () => {
    expect(read({ 'name.en': 'Pace of life', 'direction.pace': '-' })).toEqual({
      member: {
        id: 'pace_life',
        code: 'E2',
        name: { kk: '', ru: '', en: 'Pace of life' },
        shortName: { kk: '', ru: '', en: '' },
        items: [{ item: 'pace', direction: '-' }],
        minValid: 1,
        construct: 'formative',
      },
    });
  });

  it('refuses a code or an id that another indicator has, and more answers than there are questions', () => {
    const fieldsOf = (changes: FormValues) => {
      const reading = read({ 'name.en': 'Pace', 'direction.pace': '+', ...changes });
      return 'faults' in reading ? reading.faults.map(({ field }) => field) : [];
    };
    expect(fieldsOf({ code: 'e1' })).toEqual(['code']);
    expect(fieldsOf({ code: 'first' })).toEqual(['code']);
    expect(fieldsOf({ id: 'one' })).toEqual(['id']);
    expect(fieldsOf({ minValid: '2' })).toEqual(['minValid']);
    expect(fieldsOf({ minValid: '0' })).toEqual(['minValid']);
    expect(fieldsOf({ minValid: '3', 'direction.pace': '' })).toEqual([]);
  });

  it('may be saved unfinished, without questions and names', () => {
    expect(read({ id: 'later' })).toMatchObject({ member: { id: 'later', items: [] } });
  });
});

describe('the code of a new indicator', () => {
  it('is valid and free, whatever codes there are', () => {
    const code = fc
      .tuple(fc.constantFrom('A', 'D', 'E', 'F'), fc.integer({ min: 1, max: 99 }))
      .map(([letter, n]) => `${letter}${n}`);
    fc.assert(
      fc.property(fc.uniqueArray(code, { maxLength: 60 }), (codes) => {
        const next = nextFreeCode({ indicators: codes.map((each) => indicator({ code: each })) });
        expect(IndicatorCodeSchema.safeParse(next).success).toBe(true);
        expect(codes).not.toContain(next);
        expect(next >= 'E').toBe(true);
      }),
    );
  });
});

describe('moving in a list', () => {
  it('keeps every member, and up undoes down', () => {
    const at = fc.integer({ min: 0, max: residents.indicators.length - 1 });
    fc.assert(
      fc.property(at, (place) => {
        const moved = withMoved(residents, 'indicators', place, 1);
        expect(new Set(moved.indicators)).toEqual(new Set(residents.indicators));
        const last = place === residents.indicators.length - 1;
        expect(last ? moved : withMoved(moved, 'indicators', place + 1, -1)).toEqual(residents);
      }),
    );
  });
});

describe('a score in words', () => {
  it('names the ends of each scale, the minimum, and an example with its result', () => {
    const c4 = residents.indicators.find(({ code }) => code === 'C4');
    expect(c4 && scoreInWords(residents, c4, 'en')).toEqual([
      'c4_poverty_widespread: “Very widespread” is 0 points, “Very rare” is 100, with equal steps between.',
      'c4_poverty_acute: “A very acute problem” is 0 points, “There is no such problem” is 100, with equal steps between.',
      'Special answers and questions that were not asked are missing, not 0 points.',
      'The score is the mean of the answered questions if at least 1 of 2 are answered; else there is none.',
      'For example: c4_poverty_widespread “Fairly widespread” → 33.3; c4_poverty_acute “Hard to say” → not counted. The indicator’s score: 33.3.',
    ]);
  });

  it('waits until every question can be scored', () => {
    for (const items of [[], [{ item: 'gone', direction: '+' as const }], [{ item: 'filter', direction: '+' as const }]])
      for (const language of LANGUAGES)
        expect(scoreInWords(small, indicator({ items }), language)).toEqual([
          textsIn(language)('designMeasurement.score_unfinished'),
        ]);
  });
});

describe('the list of indicators', () => {
  it('names the questions with a scale that feed none', () => {
    const draft = {
      questionnaire: 'small',
      definition: small,
      revision: 1,
      statuses: [],
      basedOn: null,
      deed: { key: '' },
      by: '',
      at: new Date(0),
      undoTo: null,
      redoTo: null,
    };
    expect(buildIndicatorsPage('en', draft).unused.items.map(({ id }) => id)).toEqual(['pace']);
  });
});
