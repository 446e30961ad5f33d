import type { FieldworkService, Study, Wave } from '../../server/fieldwork/index.js';

export const STUDY: Study = {
  slug: 'town-life',
  names: { kk: 'Қала өмірі', ru: 'Жизнь города', en: 'Town life' },
  demonstration: false,
  retentionYears: 5,
  kMin: { residents: 10, researchers: 5 },
};

export const RESIDENTS_WAVE: Wave = {
  slug: 'residents-2026',
  study: STUDY.slug,
  population: 'residents',
  definitionId: 'residents',
  definitionVersion: 1,
  referenceYear: 2026,
  opens: '2026-01-01',
  closes: '2026-12-31',
  timeZone: 'Asia/Almaty',
  state: 'planned',
  access: 'open-link',
  live: false,
  pilot: false,
  organiserName: { kk: 'Қала орталығы', ru: 'Городской центр', en: 'Town centre' },
  organiserContact: 'survey@example.org',
  minutes: 12,
  thresholds: { speederSecondsPerItem: 2, highMissingShare: 0.5 },
  towns: [{ townId: 'zhezkazgan' }],
};

/** The day on which the test waves are open. */
export const FIELD_DAY = new Date('2026-06-15T07:00:00Z');

/** Creates the study where it is missing, and an open wave that differs from the usual one only as stated. */
export async function openWave(
  fieldwork: FieldworkService,
  different: Partial<Wave> = {},
  study: Partial<Study> = {},
): Promise<Wave> {
  const studies = await fieldwork.listStudies();
  const wanted = { ...STUDY, ...study };
  if (!studies.some(({ slug }) => slug === wanted.slug)) await fieldwork.createStudy(wanted);
  const wave = { ...RESIDENTS_WAVE, study: wanted.slug, ...different };
  await fieldwork.createWave(wave);
  return fieldwork.changeState(wave.slug, 'open');
}
