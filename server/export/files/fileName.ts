import type { FileFormat } from './profile.js';

/** What a file is about, for its name. */
export interface FileSubject {
  /** Slug of a study, or id of a method or catalogue where a file goes across studies. */
  study: string;
  /** Of the questionnaire, method or catalogue. */
  version: number;
  /** Slug of a wave, or what stands in its place. */
  wave: string;
  what: string;
}

/**
 * `<study>_v<version>_<wave>_<what>_<profile>_<language>_<UTC stamp>.csv`; no part holds an underscore of its own.
 *
 * @example fileNameFrom(subject, format, new Date('2026-11-05T10:15:30Z')) // 'towns_v1_residents-2026_indicators_machine_en_20261105T101530Z.csv'
 */
export function fileNameFrom({ study, version, wave, what }: FileSubject, { profile, language }: FileFormat, at: Date): string {
  const stamp = at.toISOString().replace(/[-:]|\.\d+/g, '');
  return `${[study, `v${version}`, wave, what, profile, language].map(plainPart).join('_')}_${stamp}.csv`;
}

function plainPart(part: string): string {
  return part.replace(/[^a-zA-Z0-9-]+/g, '-');
}
