import type { Direction, Method, Normalisation } from '../../../../survey-definitions/contract/index.js';
import type { FormField, FormValues } from '../../../accounts/index.js';
import type { PublishedTowns } from '../publishedTowns.js';
import { comparedValuesFrom } from '../townFigures.js';
import { typedNumber, type FormReader } from './formReader.js';
import { languageFields, languageValues } from './languageFields.js';
import type { FieldMaker, Scene } from './section.js';

const OVER_TOWNS = ['minmax', 'zscore', 'rank'] as const;
type OverTowns = (typeof OVER_TOWNS)[number];

type Reference = NonNullable<Extract<Normalisation, { type: 'goalposts' }>['reference']>;

/** How the value of an indicator becomes a score, as a form. */
export function normalisationFields(make: FieldMaker, { t }: Scene, unit: string): FormField[] {
  const written = { short: true, inputmode: 'decimal' };
  return [
    make.choices('normalisation', t('methods.normalisation'), [
      { value: 'goalposts', label: t('methods.by_goalposts'), hint: t('methods.by_goalposts_hint') },
      { value: 'reference', label: t('methods.by_reference'), hint: t('methods.by_reference_hint') },
      ...townChoices(t),
      { value: 'awaitingReference', label: t('methods.by_nothing'), hint: t('methods.by_nothing_hint') },
    ]),
    directionField(make, t),
    make.text('lo', t('methods.field_lo', { unit }), {
      ...written,
      hint: t('methods.only_for', { way: t('methods.by_goalposts') }),
    }),
    make.text('hi', t('methods.field_hi', { unit }), written),
    make.text('reference', t('methods.field_reference', { unit }), { ...written, hint: t('methods.reference_hint') }),
    make.text('referenceYear', t('methods.field_reference_year'), { short: true, inputmode: 'numeric' }),
    languageFields(make, 'referenceSource', t('methods.field_reference_source')),
    make.choices('provisional', t('methods.field_provisional'), [{ value: 'yes', label: t('methods.provisional_yes') }], {
      type: 'checkbox',
    }),
    yearField(make, t),
  ];
}

/** The same for an indicator of a survey, which is 0–100 already. */
export function surveyNormalisationFields(make: FieldMaker, { t }: Scene): FormField[] {
  return [
    make.choices('normalisation', t('methods.normalisation'), [
      { value: 'asIs', label: t('methods.by_itself'), hint: t('methods.by_itself_hint') },
      ...townChoices(t),
    ]),
    directionField(make, t),
    yearField(make, t),
  ];
}

function townChoices(t: Scene['t']): { value: string; label: string; hint: string }[] {
  return OVER_TOWNS.map((way) => ({ value: way, label: t(`methods.by_${way}`), hint: t(`methods.by_${way}_hint`) }));
}

function directionField(make: FieldMaker, t: Scene['t']): FormField {
  return make.choices('direction', t('methods.direction'), [
    { value: 'benefit', label: t('methods.direction_benefit') },
    { value: 'cost', label: t('methods.direction_cost') },
  ]);
}

function yearField(make: FieldMaker, t: Scene['t']): FormField {
  return make.text('year', t('methods.field_year'), { short: true, inputmode: 'numeric', hint: t('methods.year_hint') });
}

/** What the form shows of a normalisation. */
export function normalisationValues(normalisation: Normalisation | undefined, language: Scene['language']): FormValues {
  if (normalisation === undefined) return { normalisation: 'asIs' };
  const { type } = normalisation;
  if (type === 'awaitingReference') return { normalisation: type, direction: 'benefit' };
  const direction = normalisation.direction ?? 'benefit';
  if ('compared' in normalisation) return { normalisation: type, direction, year: String(normalisation.compared.year) };
  const goalposts =
    type === 'goalposts' ? { lo: typedNumber(normalisation.lo, language), hi: typedNumber(normalisation.hi, language) } : {};
  return { normalisation: type, direction, ...goalposts, ...referenceValues(normalisation.reference, language) };
}

function referenceValues(reference: Reference | undefined, language: Scene['language']): FormValues {
  if (!reference) return languageValues('referenceSource', undefined);
  return {
    reference: typedNumber(reference.value, language),
    referenceYear: String(reference.year),
    ...languageValues('referenceSource', reference.source),
    provisional: reference.provisional ? ['yes'] : [],
  };
}

export const directionIn = (read: FormReader): Direction => (read.text('direction') === 'cost' ? 'cost' : 'benefit');

/** The normalisation that a form asks for; null with a fault in the form. */
export function normalisationIn(read: FormReader): Exclude<Normalisation, { type: OverTowns }> | null {
  const direction = directionIn(read);
  switch (read.text('normalisation')) {
    case 'goalposts':
      return goalpostsIn(read, direction);
    case 'reference': {
      const reference = referenceIn(read);
      return reference && { type: 'reference', direction, reference };
    }
    case 'awaitingReference':
      return { type: 'awaitingReference' };
    default:
      read.refuse('normalisation', 'methods.error_choose');
      return null;
  }
}

function goalpostsIn(read: FormReader, direction: Direction): Extract<Normalisation, { type: 'goalposts' }> | null {
  const lo = read.number('lo');
  const hi = read.number('hi');
  if (lo === null || hi === null) return null;
  if (lo >= hi) {
    read.refuse('hi', 'methods.check_goalposts');
    return null;
  }
  const reference = read.text('reference') === '' ? undefined : referenceIn(read);
  return { type: 'goalposts', lo, hi, ...(direction === 'cost' && { direction }), ...(reference && { reference }) };
}

function referenceIn(read: FormReader): Reference | null {
  const value = read.number('reference', { positive: true });
  const year = read.number('referenceYear', { least: 1990, most: 2100, whole: true });
  if (value === null || year === null) return null;
  return { value, year, source: read.texts('referenceSource'), provisional: read.text('provisional') === 'yes' };
}

/** The place among towns that a form asks for, with the values of the towns; undefined where it asks for another way. */
export async function placeAmongTowns(
  read: FormReader,
  method: Method,
  code: string,
  townsOf: PublishedTowns,
): Promise<Extract<Normalisation, { type: OverTowns }> | null | undefined> {
  const type = OVER_TOWNS.find((way) => way === read.text('normalisation'));
  if (!type) return undefined;
  const year = read.text('year') === '' ? undefined : read.number('year', { least: 1990, most: 2100, whole: true });
  if (year === null) return null;
  const towns = await townsOf(method, year);
  if (towns === null) {
    read.refuse('year', 'methods.error_no_towns');
    return null;
  }
  return { type, direction: directionIn(read), compared: comparedValuesFrom(method, code, towns) };
}
