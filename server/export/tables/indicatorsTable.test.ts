import { expect, it } from 'vitest';
import type { PublishedEstimate } from '../../../scoring/index.js';
import { csvFrom } from '../../csv/index.js';
import { dialectOf, fileFormatFrom, type Profile } from '../files/profile.js';
import { indicatorsTableFrom, type IndicatorEntry } from './indicatorsTable.js';

const FIGURE: PublishedEstimate = {
  value: 44.4567,
  standardError: 0.6,
  standardErrorOfPopulation: 0.6,
  interval: { lower: 43.21, upper: 45.71 },
  counts: { precision: 'exact', nValid: 420, nEligible: 420, effectiveN: 419.6, designEffect: 1, dkShare: 0 },
  highDkShare: false,
};
const frame = {
  wave: 'residents-2019',
  townId: 'zhezkazgan',
  year: 2019,
  population: 'residents',
  asOf: '2019-07-01',
  released: '2019-07-02',
  adjustment: 'none',
  synthetic: false,
} as const;
const published = (figure: Partial<PublishedEstimate>, lowReliability = false): IndicatorEntry['cell'] => ({
  state: 'published',
  figure: { ...FIGURE, ...figure },
  lowReliability,
});
const ENTRIES: IndicatorEntry[] = [
  { ...frame, code: 'C1', cell: published({}) },
  { ...frame, code: 'C2', cell: published({ counts: { precision: 'atLeast', nValid: 410 } }) },
  { ...frame, code: 'C3', cell: { state: 'suppressed' } },
  { ...frame, code: 'C4', cell: { state: 'missing', reason: 'too-few-answers' }, synthetic: true },
  {
    ...frame,
    code: 'D1',
    cell: published({ value: 50, interval: { lower: 38.5, upper: 61.5 } }, true),
    released: null,
    adjustment: 'raking',
  },
  {
    ...frame,
    code: 'B4',
    population: 'researchers',
    cell: published({ value: 123_456.7, interval: { lower: 98_765.4, upper: 148_000 } }),
  },
];

async function fileFor(profile: Profile): Promise<string> {
  const words = {
    townNames: new Map([['zhezkazgan', { kk: 'Жезқазған', ru: 'Жезказган', en: 'Zhezkazgan' }]]),
    indicatorNames: new Map([['C1', { kk: 'Тұрмыс', ru: 'Уровень жизни', en: 'Standard of living' }]]),
  };
  let text = '';
  for await (const piece of csvFrom(indicatorsTableFrom(ENTRIES, words, fileFormatFrom(profile, {})), dialectOf(profile)))
    text += piece;
  return text;
}

it('estimates for programs: rounded, with n as far as it may be known, and nothing of what is suppressed', async () => {
  expect(await fileFor('machine')).toBe(
    [
      'wave,town,year,population,indicator,unit,value,lower,upper,n,n_precision,n_eff,flag,reason,as_of,released,weighting,synthetic',
      'residents-2019,zhezkazgan,2019,residents,C1,points,44.5,43.2,45.7,420,exact,420,,,2019-07-01,2019-07-02,unweighted,',
      'residents-2019,zhezkazgan,2019,residents,C2,points,44.5,43,46,410,at-least,,,,2019-07-01,2019-07-02,unweighted,',
      'residents-2019,zhezkazgan,2019,residents,C3,points,,,,,,,c,,2019-07-01,2019-07-02,unweighted,',
      'residents-2019,zhezkazgan,2019,residents,C4,points,,,,,,,m,too-few-answers,2019-07-01,2019-07-02,unweighted,synthetic',
      'residents-2019,zhezkazgan,2019,residents,D1,points,50,38.5,61.5,420,exact,420,u,,2019-07-01,,raking,',
      'residents-2019,zhezkazgan,2019,researchers,B4,tenge,123000,99000,150000,420,exact,420,,,2019-07-01,2019-07-02,unweighted,',
      '',
    ].join('\n'),
  );
});

it('estimates for a Kazakh spreadsheet: the same columns with words', async () => {
  const lines = (await fileFor('excel-kk')).split('\r\n');
  expect(lines[1]).toBe(
    'residents-2019;Жезқазған;2019;Тұрғындар;C1 Тұрмыс;балл, 0–100;44,5;43,2;45,7;420;exact;420;;;2019-07-01;2019-07-02;салмақталмаған;',
  );
  expect(lines[4]).toContain(';m;too-few-answers;2019-07-01;2019-07-02;салмақталмаған;синтетикалық (synthetic)');
});

it('estimates for English and Russian spreadsheets differ in separator, decimal mark and words only', async () => {
  const [english, russian] = [await fileFor('excel-en'), await fileFor('excel-ru')];
  expect(english.split('\r\n')[1]).toBe(
    'residents-2019,Zhezkazgan,2019,Residents,C1 Standard of living,"points, 0–100",44.5,43.2,45.7,420,exact,420,,,2019-07-01,2019-07-02,unweighted,',
  );
  expect(russian.split('\r\n')[1]).toBe(
    'residents-2019;Жезказган;2019;Жители;C1 Уровень жизни;балл, 0–100;44,5;43,2;45,7;420;exact;420;;;2019-07-01;2019-07-02;без взвешивания;',
  );
});
