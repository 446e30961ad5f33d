import type { Definition, Town } from '../../survey-definitions/contract/index.js';
import { fieldsOf, summaryOf, type FormField, type FormModel, type FormValues } from '../accounts/index.js';
import type { FieldFault } from '../http/fieldFault.js';
import type { PageModel } from '../http/views.js';
import { languageNames, LANGUAGES, type Language, type Texts } from '../i18n/index.js';
import { samplingOf, SamplingSchema, type Study, type Wave } from './wave.js';
import { questionnaireValue } from './waveForm.js';

/** A page of fieldwork that is one form. */
export interface FieldworkFormPage extends PageModel {
  heading: string;
  explanation: string;
  back: { label: string; href: string };
  form: FormModel;
}

declare module '../http/views.js' {
  interface Views {
    'fieldwork/form': FieldworkFormPage;
  }
}

export interface FormMaterial {
  t: Texts;
  language: Language;
  values: FormValues;
  faults: FieldFault[];
}

export interface WaveFormMaterial extends FormMaterial {
  /** Null for a new wave; the address of a wave never changes. */
  slug: string | null;
  studies: readonly Study[];
  definitions: readonly Definition[];
  /** Only those that the person may use. */
  towns: readonly Town[];
}

export function buildWaveFormPage(material: WaveFormMaterial): Omit<FieldworkFormPage, 'layout'> {
  const { t, slug, faults } = material;
  const back = slug === null ? '/fieldwork' : `/fieldwork/waves/${slug}`;
  return {
    heading: slug === null ? t('fieldwork.new_wave') : t('fieldwork.edit_wave'),
    explanation: t('fieldwork.wave_form_explanation'),
    back: { label: slug === null ? t('fieldwork.waves') : t('fieldwork.back_to_wave'), href: back },
    form: {
      action: slug === null ? '/fieldwork/waves' : `/fieldwork/waves/${slug}/edit`,
      hidden: slug === null ? [] : [{ name: 'slug', value: slug }],
      fields: waveFields(material),
      submitLabel: slug === null ? t('fieldwork.save_and_towns') : t('accounts.save'),
      summary: summaryOf(faults, t),
    },
  };
}

function waveFields(material: WaveFormMaterial): FormField[] {
  const { t, language, values, faults, slug, studies, definitions, towns } = material;
  const fields = fieldsOf(values, faults);
  const choose = { value: '', label: t('fieldwork.choose') };
  return [
    fields.select('study', t('fieldwork.study'), [
      choose,
      ...studies.map((study) => ({ value: study.slug, label: study.names[language] })),
    ]),
    fields.select('questionnaire', t('fieldwork.questionnaire'), [
      choose,
      ...definitions.map((definition) => ({
        value: questionnaireValue(definition),
        label: t('fieldwork.questionnaire_version', { title: definition.title[language], version: definition.version }),
      })),
    ]),
    fields.choices(
      'townIds',
      t('fieldwork.towns'),
      towns
        .map(({ id, name }) => ({ value: id, label: name[language] }))
        .toSorted((a, b) => a.label.localeCompare(b.label, language)),
      { type: 'checkbox', dense: true },
    ),
    {
      kind: 'group',
      label: t('fieldwork.dates'),
      hint: t('fieldwork.dates_hint'),
      fields: [
        fields.text('opens', t('fieldwork.opens'), { type: 'date' }),
        fields.text('closes', t('fieldwork.closes'), { type: 'date' }),
      ],
    },
    fields.text('referenceYear', t('fieldwork.reference_year'), {
      hint: t('fieldwork.reference_year_hint'),
      inputmode: 'numeric',
      short: true,
    }),
    {
      kind: 'group',
      label: t('fieldwork.organiser'),
      hint: t('fieldwork.organiser_hint'),
      fields: LANGUAGES.map((each) => fields.text(`organiserName.${each}`, languageNames[each])),
    },
    fields.text('organiserContact', t('fieldwork.contact'), { hint: t('fieldwork.contact_hint') }),
    fields.text('minutes', t('fieldwork.minutes'), { hint: t('fieldwork.minutes_hint'), inputmode: 'numeric', short: true }),
    {
      kind: 'group',
      label: t('fieldwork.thresholds'),
      hint: t('fieldwork.thresholds_hint'),
      fields: [
        fields.text('speederSeconds', t('fieldwork.threshold_seconds'), { inputmode: 'decimal', short: true }),
        fields.text('missingPercent', t('fieldwork.threshold_missing'), { inputmode: 'numeric', short: true }),
      ],
    },
    ...(slug === null ? [fields.text('slug', t('fieldwork.slug'), { hint: t('fieldwork.slug_hint') })] : []),
    fields.choices('access', t('fieldwork.access'), [
      { value: 'open-link', label: t('fieldwork.access_open-link'), hint: t('fieldwork.access_open-link_hint') },
      { value: 'token-only', label: t('fieldwork.access_token-only'), hint: t('fieldwork.access_token-only_hint') },
    ]),
    fields.choices(
      'sampling',
      t('fieldwork.sampling'),
      SamplingSchema.options.map((sampling) => ({
        value: sampling,
        label: t(`fieldwork.sampling_${sampling}`),
        hint: t(`fieldwork.sampling_${sampling}_hint`),
      })),
      { hint: t('fieldwork.sampling_hint') },
    ),
    fields.choices('pilot', t('fieldwork.pilot_question'), [{ value: 'yes', label: t('fieldwork.pilot_yes') }], {
      type: 'checkbox',
      hint: t('fieldwork.pilot_hint'),
    }),
    ...(studies.some((study) => study.demonstration)
      ? [
          fields.choices('live', t('fieldwork.live_question'), [{ value: 'yes', label: t('fieldwork.live_yes') }], {
            type: 'checkbox',
            hint: t('fieldwork.live_hint'),
          }),
        ]
      : []),
  ];
}

/** A planned wave as its form shows it. */
export function waveValues(wave: Wave): FormValues {
  return {
    slug: wave.slug,
    study: wave.study,
    questionnaire: questionnaireValue({ id: wave.definitionId, version: wave.definitionVersion }),
    townIds: wave.towns.map(({ townId }) => townId),
    opens: wave.opens,
    closes: wave.closes,
    referenceYear: String(wave.referenceYear),
    ...Object.fromEntries(LANGUAGES.map((language) => [`organiserName.${language}`, wave.organiserName[language]])),
    organiserContact: wave.organiserContact,
    minutes: String(wave.minutes),
    speederSeconds: String(wave.thresholds.speederSecondsPerItem),
    missingPercent: String(Math.round(100 * wave.thresholds.highMissingShare)),
    access: wave.access,
    sampling: samplingOf(wave),
    ...(wave.pilot ? { pilot: 'yes' } : {}),
    ...(wave.live ? { live: 'yes' } : {}),
  };
}
