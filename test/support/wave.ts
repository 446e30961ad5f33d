import type { Study, Wave } from '../../server/fieldwork/index.js';

/** A study of a real (not demonstration) town; a test names only what matters to it. */
export function study(changes: Partial<Study> = {}): Study {
  return {
    slug: 'study',
    names: { kk: 'Зерттеу', ru: 'Исследование', en: 'Study' },
    demonstration: false,
    retentionYears: 5,
    kMin: { residents: 10, researchers: 5 },
    ...changes,
  };
}

/** A planned wave of residents of Zhezkazgan, complete enough to be opened. */
export function wave(changes: Partial<Wave> = {}): Wave {
  return {
    slug: 'zhezkazgan-2026',
    study: 'study',
    population: 'residents',
    definitionId: 'residents',
    definitionVersion: 1,
    referenceYear: 2026,
    opens: '2026-03-01',
    closes: '2026-03-31',
    timeZone: 'Asia/Almaty',
    state: 'planned',
    access: 'open-link',
    live: false,
    pilot: false,
    organiserName: { kk: 'Ұйымдастырушы', ru: 'Организатор', en: 'Organiser' },
    organiserContact: 'survey@example.org',
    minutes: 12,
    thresholds: { speederSecondsPerItem: 2, highMissingShare: 0.5 },
    towns: [{ townId: 'zhezkazgan' }],
    ...changes,
  };
}
