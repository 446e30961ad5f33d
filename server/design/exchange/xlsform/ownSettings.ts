import type { Definition } from '../../../../survey-definitions/contract/index.js';
import { nameOfLanguage } from './columns.js';
import type { FormRow } from './formTable.js';
import { wordsIn } from './ownSheets.js';

/** The form that own files have; a file without it comes from another program. */
export const OWN_FORMAT = '1';
/** The language of what a form can say in one language only. */
export const FORM_LANGUAGE = 'kk';

export const SETTINGS_COLUMNS = [
  'form_title',
  'form_id',
  'version',
  'default_language',
  'aleuet::format',
  'aleuet::population',
  'aleuet::minutes',
  'aleuet::latin_words',
  'aleuet::weighting_variables',
  'aleuet::speeder_seconds_per_item',
  'aleuet::high_missing_share',
];

export type OwnSettings = Pick<
  Definition,
  'id' | 'version' | 'population' | 'minutes' | 'latinWords' | 'weightingVariables' | 'thresholds'
>;

export function settingsRow(definition: Definition): Record<string, string> {
  const { id, version, population, minutes, title, latinWords, weightingVariables, thresholds } = definition;
  return {
    form_title: title[FORM_LANGUAGE] || title.ru || title.en || id,
    form_id: id,
    version: String(version),
    default_language: nameOfLanguage(FORM_LANGUAGE),
    'aleuet::format': OWN_FORMAT,
    'aleuet::population': population,
    'aleuet::minutes': String(minutes),
    'aleuet::latin_words': JSON.stringify(latinWords),
    'aleuet::weighting_variables': weightingVariables.join(' '),
    'aleuet::speeder_seconds_per_item': String(thresholds.speederSecondsPerItem),
    'aleuet::high_missing_share': String(thresholds.highMissingShare),
  };
}

export function ownSettings(row: FormRow): OwnSettings {
  return {
    id: row.cell('form_id'),
    version: Number(row.cell('version')),
    population: row.cell('aleuet::population') as 'residents',
    minutes: Number(row.cell('aleuet::minutes')),
    latinWords: wordList(row.written('aleuet::latin_words')),
    weightingVariables: wordsIn(row, 'aleuet::weighting_variables'),
    thresholds: {
      speederSecondsPerItem: Number(row.cell('aleuet::speeder_seconds_per_item')),
      highMissingShare: Number(row.cell('aleuet::high_missing_share')),
    },
  };
}

function wordList(written: string): string[] {
  try {
    const words: unknown = JSON.parse(written);
    return Array.isArray(words) ? words.map(String) : [];
  } catch {
    return [];
  }
}
