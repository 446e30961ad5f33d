import type { RawInput, Town } from '../../../survey-definitions/contract/index.js';
import { fieldsOf, summaryOf, type ErrorSummary, type FormField, type FormModel } from '../../accounts/index.js';
import type { FieldFault } from '../../http/fieldFault.js';
import type { Layout } from '../../http/layout.js';
import type { PageModel } from '../../http/views.js';
import { textsIn, type Language, type TextKey, type Texts } from '../../i18n/index.js';
import { AreaLevelSchema, ObservationStatusSchema, type Observation } from '../observation.js';
import type { RawEntry } from '../rawEntry.js';
import { figureText, statusText } from './figureWords.js';

/** Entering or correcting one figure. */
export interface EntryFormPage extends PageModel {
  heading: string;
  backLink: { label: string; href: string };
  correcting: string | null;
  summary: ErrorSummary | null;
  form: FormModel;
}

declare module '../../http/views.js' {
  interface Views {
    'official/enter': EntryFormPage;
  }
}

export interface EntryFormMaterial {
  layout: Layout;
  language: Language;
  town: Town;
  inputs: readonly RawInput[];
  regions: readonly Town['region'][];
  typed: RawEntry;
  /** The figure that would be corrected. */
  current: Observation | null;
  faults: FieldFault[];
}

export function entryFormHeading(current: Observation | null): TextKey {
  return current ? 'official.correct_title' : 'official.enter_title';
}

export function buildEntryFormPage(material: EntryFormMaterial): EntryFormPage {
  const { layout, language, town, current, faults } = material;
  const t = textsIn(language);
  const summary = summaryOf(faults, t);
  return {
    layout,
    heading: `${town.name[language]}. ${t(entryFormHeading(current))}`,
    backLink: { label: t('official.back_to_town', { town: town.name[language] }), href: `/official/${town.id}` },
    correcting: current && correctionText(current, material, t),
    summary,
    form: {
      action: `/official/${town.id}/enter`,
      hidden: [],
      fields: formFields(material, t),
      submitLabel: t(current ? 'official.save_correction' : 'official.save'),
      summary,
    },
  };
}

function correctionText(current: Observation, { language, inputs }: EntryFormMaterial, t: Texts): string {
  const unit = inputs.find(({ id }) => id === current.input)?.unit[language] ?? current.unit;
  return t('official.correct_intro', { value: figureText(current.value, language), unit, source: current.source });
}

function formFields({ typed, faults, inputs, regions, town, language, current }: EntryFormMaterial, t: Texts): FormField[] {
  const fields = fieldsOf(typed, faults);
  const none = { value: '', label: t('official.choose') };
  const otherRegions = regions.filter(({ id }) => id !== town.region.id);
  const text = (name: 'year' | 'value' | 'source' | 'date' | 'note' | 'reason', inputmode = 'text', short = false): FormField =>
    fields.text(name, t(`official.field_${name}`), { hint: t(`official.hint_${name}`), inputmode, short });
  return [
    fields.select('input', t('official.field_input'), [
      none,
      ...inputs.map(({ id, name, unit }) => ({ value: id, label: `${name[language]}, ${unit[language]}` })),
    ]),
    text('year', 'numeric', true),
    text('value', 'decimal', true),
    text('source'),
    text('date', 'text', true),
    fields.select('status', t('official.field_status'), [
      none,
      ...ObservationStatusSchema.options.map((status) => ({ value: status, label: statusText(status, t) })),
    ]),
    fields.select('area_level', t('official.field_area_level'), [
      { value: '', label: t('official.area_as_catalogue') },
      ...AreaLevelSchema.options.map((level) => ({ value: level, label: t(`official.area_${level}`) })),
    ]),
    fields.select('area', t('official.field_region'), [
      { value: '', label: t('official.area_own', { region: town.region.name[language] }) },
      ...otherRegions.map(({ id, name }) => ({ value: id, label: name[language] })),
    ]),
    fields.choices('proxy', t('official.field_proxy'), [{ value: 'yes', label: t('official.proxy_yes') }], { type: 'checkbox' }),
    text('note'),
    ...(current ? [text('reason')] : []),
  ];
}
