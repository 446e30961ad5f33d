import type { Town } from '../../survey-definitions/contract/index.js';
import { cell, column, type TableModel } from '../accounts/index.js';
import { formatDate, formatInteger, type Language, type Texts } from '../i18n/index.js';
import { stateWords, townList, waveTitle, type ShownWave } from './waveWords.viewModels.js';

export interface CountedWave extends ShownWave {
  /** Responses in the towns that the reader may see; null where nobody counts them. */
  responses: number | null;
}

interface WaveTableMaterial {
  t: Texts;
  language: Language;
  towns: readonly Town[];
  waves: readonly CountedWave[];
}

export function buildWaveTable({ t, language, towns, waves }: WaveTableMaterial): TableModel {
  return {
    id: 'waves',
    heading: t('fieldwork.waves'),
    columns: [
      column(t('fieldwork.wave')),
      column(t('fieldwork.towns')),
      column(t('fieldwork.state')),
      column(t('fieldwork.responses'), { figure: true }),
      column(t('fieldwork.opens')),
      column(t('fieldwork.closes')),
    ],
    rows: waves.map((shown) => {
      const state = stateWords(shown, t);
      return [
        cell(waveTitle(shown, language, t), { href: `/fieldwork/waves/${shown.wave.slug}`, note: shown.wave.slug }),
        cell(townList(shown.wave, towns, language)),
        cell(state.text, { tone: state.tone }),
        cell(shown.responses === null ? '–' : formatInteger(shown.responses, language), { figure: true }),
        cell(formatDate(shown.wave.opens, language)),
        cell(formatDate(shown.wave.closes, language)),
      ];
    }),
    empty: t('fieldwork.no_waves'),
  };
}
