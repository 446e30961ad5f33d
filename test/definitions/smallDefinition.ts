import type { Definition, Item, LocalizedText } from '../../survey-definitions/contract/index.js';

export const words = (en: string, kk = 'сөз', ru = 'слово'): LocalizedText => ({ kk, ru, en });

type ItemOf<Type extends Item['type']> = Extract<Item, { type: Type }>;
const item = <Type extends Item['type']>(type: Type, rest: Omit<ItemOf<Type>, 'type' | 'text'>): ItemOf<Type> =>
  ({ type, text: words('question'), ...rest }) as unknown as ItemOf<Type>;

export const yesNo = (id: string, rest: Partial<ItemOf<'single'>> = {}) =>
  item('single', { id, list: 'yesno', special: [-2], ...rest });
export const rating = (id: string, rest: Partial<ItemOf<'scale'>> = {}) =>
  item('scale', { id, scale: 'three', special: [-1, -2], ...rest });
export const whole = (id: string, rest: Partial<ItemOf<'integer'>> = {}) =>
  item('integer', { id, min: 1, max: 20, special: [-2], ...rest });
export const several = (id: string, rest: Partial<ItemOf<'multiple'>> = {}) =>
  item('multiple', { id, list: 'fruit', special: [-1], ...rest });
export const ordered = (id: string, rest: Partial<ItemOf<'ranking'>> = {}) =>
  item('ranking', { id, list: 'fruit', special: [-1], ...rest });
export const decimal = (id: string, rest: Partial<ItemOf<'decimal'>> = {}) =>
  item('decimal', { id, min: 0, max: 10, decimals: 1, special: [-1], ...rest });
export const free = (id: string, rest: Partial<ItemOf<'text'>> = {}) =>
  item('text', { id, maxLength: 5, special: [-2], ...rest });
export const day = (id: string, rest: Partial<ItemOf<'date'>> = {}) =>
  item('date', { id, min: '2020-01-01', max: '2025-12-31', special: [-2], ...rest });
export const note = (id: string) => item('note', { id });

const option = (code: number) => ({ code, label: words(`option ${code}`) });

/** A valid questionnaire of two questions; a test states what it adds or changes. */
export function definitionWith(items: Item[] = [], changes: Partial<Definition> = {}): Definition {
  return {
    id: 'small',
    version: 1,
    population: 'residents',
    minutes: 1,
    title: words('title'),
    introduction: words('introduction'),
    consent: [words('consent')],
    declined: words('declined'),
    screenedOut: words('screened out'),
    thanks: words('thanks'),
    townQuestion: words('town'),
    specialCodes: [
      { code: -1, id: 'dk', label: words('hard to say') },
      { code: -2, id: 'refused', label: words('refused') },
      { code: -3, id: 'not_applicable', label: words('not applicable') },
      { code: -4, id: 'not_asked', label: words('not asked') },
      { code: -5, id: 'missing', label: words('missing') },
    ],
    latinWords: [],
    scales: [{ id: 'three', layout: 'list', options: [option(1), option(2), option(3)], topCodes: [3] }],
    lists: [
      { id: 'yesno', options: [option(1), option(0)] },
      { id: 'fruit', options: [option(1), option(2), { ...option(3), text: true }] },
    ],
    sections: [{ id: 'sec_one', title: words('one'), items: [yesNo('filter'), rating('mood'), ...items], randomised: [] }],
    endings: [],
    derived: [],
    weightingVariables: [],
    straightlineSets: [],
    thresholds: { speederSecondsPerItem: 2, highMissingShare: 0.5 },
    indicators: [],
    analysisPopulations: [{ id: 'all', name: words('all'), rule: { item: 'filter', op: 'in', values: [0, 1] } }],
    ...changes,
  };
}
