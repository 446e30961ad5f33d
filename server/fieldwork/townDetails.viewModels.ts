import type { Town } from '../../survey-definitions/contract/index.js';
import { fieldsOf, summaryOf, type FormValues } from '../accounts/index.js';
import { languageNames, LANGUAGES } from '../i18n/index.js';
import type { Wave } from './wave.js';
import type { FieldworkFormPage, FormMaterial } from './waveForm.viewModels.js';
import { townName } from './waveWords.viewModels.js';

interface TownDetailsMaterial extends FormMaterial {
  wave: Wave;
  towns: readonly Town[];
}

export function buildTownDetailsPage(material: TownDetailsMaterial): Omit<FieldworkFormPage, 'layout'> {
  const { t, language, values, faults, wave, towns } = material;
  const { text } = fieldsOf(values, faults);
  const address = `/fieldwork/waves/${wave.slug}`;
  return {
    heading: t('fieldwork.town_details'),
    explanation: t('fieldwork.town_details_explanation'),
    back: { label: t('fieldwork.back_to_wave'), href: address },
    form: {
      action: `${address}/towns`,
      hidden: [],
      fields: wave.towns.map(({ townId }) => ({
        kind: 'group' as const,
        label: townName(townId, towns, language),
        hint: null,
        fields: [
          ...LANGUAGES.map((each) =>
            text(`enterprise.${townId}.${each}`, t('fieldwork.enterprise_in', { language: languageNames[each] })),
          ),
          text(`size.${townId}`, t('fieldwork.population_size'), { inputmode: 'numeric', short: true }),
          text(`invited.${townId}`, t('fieldwork.invited'), {
            hint: t('fieldwork.invited_hint'),
            inputmode: 'numeric',
            short: true,
          }),
        ],
      })),
      submitLabel: t('accounts.save'),
      summary: summaryOf(faults, t),
    },
  };
}

export function townDetailValues(wave: Wave): FormValues {
  return Object.fromEntries(
    wave.towns.flatMap(({ townId, populationSize, invited, enterpriseName }): [string, string][] => [
      [`size.${townId}`, populationSize === undefined ? '' : String(populationSize)],
      [`invited.${townId}`, invited === undefined ? '' : String(invited)],
      ...LANGUAGES.map((language): [string, string] => [`enterprise.${townId}.${language}`, enterpriseName?.[language] ?? '']),
    ]),
  );
}
