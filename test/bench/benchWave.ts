import type { Wave } from '../../server/fieldwork/index.js';

/** An open-link wave in one town that never ends during a measurement. */
export function benchWave(definitionId: string): Wave {
  return {
    slug: `bench-${definitionId.replaceAll('_', '-')}`,
    study: 'bench',
    population: 'residents',
    definitionId,
    definitionVersion: 1,
    referenceYear: 2026,
    opens: '2020-01-01',
    closes: '2099-12-31',
    timeZone: 'Asia/Almaty',
    state: 'planned',
    access: 'open-link',
    live: false,
    pilot: false,
    organiserName: { kk: 'Өлшеу', ru: 'Измерение', en: 'Measurement' },
    organiserContact: 'bench@example.org',
    minutes: 10,
    thresholds: { speederSecondsPerItem: 2, highMissingShare: 0.5 },
    towns: [{ townId: 'zhezkazgan' }],
  };
}
