import type { Definition, Town } from '../../survey-definitions/contract/index.js';
import { formatInteger, formatNumber, languageNames, LANGUAGES, type Language, type TextKey, type Texts } from '../i18n/index.js';
import { samplingOf } from './wave.js';
import { datesOf, townName, type ShownWave } from './waveWords.viewModels.js';

export interface Fact {
  label: string;
  value: string;
}

interface FactsMaterial extends Omit<ShownWave, 'entry'> {
  t: Texts;
  language: Language;
  definition: Definition;
  towns: readonly Town[];
}

/** All that was decided about a wave, label and value. */
export function waveFacts(material: FactsMaterial): Fact[] {
  const { t, language, wave, study, definition, towns } = material;
  const fact = (key: TextKey, value: string) => ({
    label: t(key),
    value: value.trim() === '' ? t('fieldwork.still_empty') : value,
  });
  const perItem = formatNumber(wave.thresholds.speederSecondsPerItem, language);
  const share = formatInteger(wave.thresholds.highMissingShare * 100, language);
  return [
    fact('fieldwork.study', study.names[language]),
    fact(
      'fieldwork.questionnaire',
      t('fieldwork.questionnaire_version', { title: definition.title[language], version: definition.version }),
    ),
    fact('fieldwork.dates', datesOf(wave, language)),
    fact('fieldwork.reference_year', String(wave.referenceYear)),
    ...LANGUAGES.map((each) => ({
      label: t('fieldwork.organiser_in', { language: languageNames[each] }),
      value: fact('fieldwork.organiser', wave.organiserName[each]).value,
    })),
    fact('fieldwork.contact', wave.organiserContact),
    fact('fieldwork.minutes', formatInteger(wave.minutes, language)),
    fact('fieldwork.access', t(`fieldwork.access_${wave.access}`)),
    fact('fieldwork.sampling', t(`fieldwork.sampling_${samplingOf(wave)}`)),
    fact('fieldwork.thresholds', t('fieldwork.thresholds_value', { seconds: perItem, share })),
    ...wave.towns.map(({ townId, enterpriseName }) => ({
      label: t('fieldwork.enterprise_of', { town: townName(townId, towns, language) }),
      value: enterpriseName?.[language] ?? t('fieldwork.no_enterprise'),
    })),
  ];
}
