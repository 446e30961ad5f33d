import type { TableModel } from '../accounts/index.js';
import type { Town } from '../../survey-definitions/contract/index.js';
import type { PageModel } from '../http/views.js';
import type { Language, Texts } from '../i18n/index.js';
import type { Study } from './wave.js';
import { buildWaveTable, type CountedWave } from './waveTable.viewModels.js';

export interface WaveListPage extends PageModel {
  heading: string;
  /** Null while there is no study a wave could belong to. */
  newWave: { label: string; href: string } | null;
  newStudy: { label: string; href: string };
  table: TableModel;
  studiesHeading: string;
  studies: string[];
  noStudies: string;
}

declare module '../http/views.js' {
  interface Views {
    'fieldwork/waves': WaveListPage;
  }
}

interface WaveListMaterial {
  t: Texts;
  language: Language;
  towns: readonly Town[];
  waves: readonly CountedWave[];
  studies: readonly Study[];
}

export function buildWaveListPage(material: WaveListMaterial): Omit<WaveListPage, 'layout'> {
  const { t, language, studies } = material;
  return {
    heading: t('fieldwork.waves'),
    newWave: studies.length > 0 ? { label: t('fieldwork.new_wave'), href: '/fieldwork/new' } : null,
    newStudy: { label: t('fieldwork.new_study'), href: '/fieldwork/studies/new' },
    table: buildWaveTable(material),
    studiesHeading: t('fieldwork.studies'),
    studies: studies.map((study) => study.names[language]),
    noStudies: t('fieldwork.no_studies'),
  };
}
