import type { Town } from '../../survey-definitions/contract/index.js';
import type { TableCell } from '../accounts/index.js';
import { formatDate, type Language, type Texts } from '../i18n/index.js';
import type { FieldworkService, Study, Wave } from './wave.js';

export type Entry = ReturnType<FieldworkService['entryOf']>;

/** A wave with what pages say about it beside. */
export interface ShownWave {
  wave: Wave;
  study: Study;
  entry: Entry;
}

/** Study, population and year: a wave has no name of its own. */
export function waveTitle({ wave, study }: Pick<ShownWave, 'wave' | 'study'>, language: Language, t: Texts): string {
  const population = t(`fieldwork.population_${wave.population}`);
  return t('fieldwork.wave_title', { study: study.names[language], population, year: String(wave.referenceYear) });
}

/** The state in one or two words; an open wave outside its dates takes no new answers and says so. */
export function stateWords({ wave, entry }: ShownWave, t: Texts): { text: string; tone: NonNullable<TableCell['tone']> } {
  if (wave.state === 'open' && entry === 'not-yet') return { text: t('fieldwork.state_waiting'), tone: 'plain' };
  if (wave.state === 'open' && entry === 'closed') return { text: t('fieldwork.state_overdue'), tone: 'care' };
  const tone = wave.state === 'open' ? 'good' : wave.state === 'paused' ? 'care' : 'plain';
  return { text: t(`fieldwork.state_${wave.state}`), tone };
}

export function datesOf(wave: Wave, language: Language): string {
  return `${formatDate(wave.opens, language)} – ${formatDate(wave.closes, language)}`;
}

export function townName(townId: string, towns: readonly Town[], language: Language): string {
  return towns.find(({ id }) => id === townId)?.name[language] ?? townId;
}

export function townList(wave: Wave, towns: readonly Town[], language: Language): string {
  return wave.towns.map(({ townId }) => townName(townId, towns, language)).join(', ');
}
