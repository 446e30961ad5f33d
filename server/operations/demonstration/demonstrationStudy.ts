import type { Study, Wave } from '../../fieldwork/index.js';
import type { Outlook } from './syntheticAnswers.js';

export const DEMONSTRATION_YEAR = 2019;
export const DEMONSTRATION_SEED = 2019_27;

export const demonstrationStudy: Study = {
  slug: 'demonstration',
  names: {
    kk: 'Жезқазған (демонстрация)',
    ru: 'Жезказган (демонстрация)',
    en: 'Zhezkazgan (demonstration)',
  },
  demonstration: true,
  retentionYears: 3,
  kMin: { residents: 10, researchers: 5 },
};

type Details = Pick<Wave, 'slug' | 'population' | 'definitionId' | 'minutes' | 'thresholds' | 'towns' | 'live'>;

function waveOf(details: Details, today: string): Wave {
  const year = Number(today.slice(0, 4));
  return {
    ...details,
    study: demonstrationStudy.slug,
    definitionVersion: 1,
    referenceYear: DEMONSTRATION_YEAR,
    opens: today,
    closes: `${year + 10}-12-31`,
    timeZone: 'Asia/Almaty',
    state: 'planned',
    access: 'open-link',
    pilot: false,
    organiserName: { kk: 'Әлеует (демонстрация)', ru: 'Әлеует (демонстрация)', en: 'Äleuet (demonstration)' },
    organiserContact: 'demonstration@example.org',
  };
}

/** How many synthetic people answer in a town, and how they tend to see it. */
export interface SyntheticTown {
  wave: Wave;
  townId: string;
  count: number;
  outlook: Outlook;
}

const thresholds = { speederSecondsPerItem: 2, highMissingShare: 0.5 };
const ZHEZKAZGAN = { townId: 'zhezkazgan' };
const OTHERS = [{ townId: 'satpayev' }, { townId: 'balkhash' }];

/** The four waves of the demonstration: Zhezkazgan live and alone, two synthetic neighbours for comparison. */
export function demonstrationWaves(
  today: string,
): Record<'residents' | 'researchers' | 'otherResidents' | 'otherResearchers', Wave> {
  const residents = { population: 'residents', definitionId: 'residents', minutes: 12, thresholds, live: true } as const;
  const researchers = { population: 'researchers', definitionId: 'researchers', minutes: 15, thresholds, live: true } as const;
  return {
    residents: waveOf({ slug: 'residents-demo', ...residents, towns: [ZHEZKAZGAN] }, today),
    researchers: waveOf({ slug: 'researchers-demo', ...researchers, towns: [ZHEZKAZGAN] }, today),
    otherResidents: waveOf({ slug: 'residents-demo-neighbours', ...residents, towns: OTHERS }, today),
    otherResearchers: waveOf({ slug: 'researchers-demo-neighbours', ...researchers, towns: OTHERS }, today),
  };
}

const OUTLOOKS: Record<string, Outlook> = {
  zhezkazgan: {
    levels: {
      C1: 0.45,
      C2: 0.44,
      C3: 0.4,
      C4: 0.42,
      D1: 0.58,
      D2: 0.43,
      D3: 0.55,
      D4: 0.42,
      D5: 0.36,
      D6: 0.38,
      D7: 0.27,
      D8: 0.44,
      D9: 0.52,
      D10: 0.53,
      D11: 0.5,
      D12: 0.52,
    },
    otherwise: 0.5,
  },
  satpayev: {
    levels: {
      C1: 0.5,
      C2: 0.5,
      C3: 0.47,
      C4: 0.5,
      D1: 0.6,
      D2: 0.46,
      D3: 0.56,
      D4: 0.43,
      D5: 0.38,
      D6: 0.4,
      D7: 0.35,
      D8: 0.48,
      D9: 0.53,
      D10: 0.45,
      D11: 0.48,
      D12: 0.54,
    },
    otherwise: 0.5,
  },
  balkhash: {
    levels: {
      C1: 0.48,
      C2: 0.47,
      C3: 0.46,
      C4: 0.47,
      D1: 0.62,
      D2: 0.52,
      D3: 0.56,
      D4: 0.47,
      D5: 0.42,
      D6: 0.58,
      D7: 0.33,
      D8: 0.5,
      D9: 0.55,
      D10: 0.54,
      D11: 0.56,
      D12: 0.53,
    },
    otherwise: 0.5,
  },
};

export function demonstrationTowns(waves: ReturnType<typeof demonstrationWaves>): SyntheticTown[] {
  const outlookOf = (townId: string): Outlook => OUTLOOKS[townId] ?? { levels: {}, otherwise: 0.5 };
  const town = (wave: Wave, townId: string, count: number): SyntheticTown => ({
    wave,
    townId,
    count,
    outlook: outlookOf(townId),
  });
  return [
    town(waves.residents, 'zhezkazgan', 420),
    town(waves.researchers, 'zhezkazgan', 26),
    town(waves.otherResidents, 'satpayev', 160),
    town(waves.otherResidents, 'balkhash', 180),
    town(waves.otherResearchers, 'satpayev', 14),
    town(waves.otherResearchers, 'balkhash', 22),
  ];
}
