import { z } from 'zod';
import { EXCEL_WITH_COMMA, EXCEL_WITH_DOT, MACHINE, type Dialect } from '../../csv/index.js';
import type { Language } from '../../i18n/index.js';

/** For whom a file is made: a program, or a spreadsheet that is set to one of the languages. */
export const ProfileSchema = z.enum(['machine', 'excel-kk', 'excel-ru', 'excel-en']);
export type Profile = z.infer<typeof ProfileSchema>;
export const PROFILES = ProfileSchema.options;

export const LabelsSchema = z.enum(['codes', 'text']);
export type Labels = z.infer<typeof LabelsSchema>;
export const LABELS = LabelsSchema.options;

/** A profile with the choices that it leaves open. */
export interface FileFormat {
  profile: Profile;
  language: Language;
  labels: Labels;
}

const DIALECTS: Readonly<Record<Profile, Dialect>> = {
  machine: MACHINE,
  'excel-kk': EXCEL_WITH_COMMA,
  'excel-ru': EXCEL_WITH_COMMA,
  'excel-en': EXCEL_WITH_DOT,
};

const LANGUAGES_OF_PROFILES: Readonly<Record<Profile, Language | null>> = {
  machine: null,
  'excel-kk': 'kk',
  'excel-ru': 'ru',
  'excel-en': 'en',
};

export function dialectOf(profile: Profile): Dialect {
  return DIALECTS[profile];
}

/**
 * The format of a file: programs get codes and people get words unless they ask otherwise. A spreadsheet profile brings
 * its language; a program names one if it asks for words.
 */
export function fileFormatFrom(
  profile: Profile,
  choices: { labels?: Labels | undefined; language?: Language | undefined },
): FileFormat {
  return {
    profile,
    labels: choices.labels ?? (profile === 'machine' ? 'codes' : 'text'),
    language: LANGUAGES_OF_PROFILES[profile] ?? choices.language ?? 'en',
  };
}
