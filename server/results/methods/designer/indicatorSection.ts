import { blockOfIndicator } from '../../../../scoring/index.js';
import type { Method, MethodIndicator } from '../../../../survey-definitions/contract/index.js';
import type { FormField, FormValues } from '../../../accounts/index.js';
import { offerKeyOf, scorableForms } from '../offers.js';
import type { PublishedTowns } from '../publishedTowns.js';
import type { FormReader } from './formReader.js';
import {
  directionIn,
  normalisationFields,
  normalisationIn,
  normalisationValues,
  placeAmongTowns,
  surveyNormalisationFields,
} from './normalisationForm.js';
import { comparedTable } from './comparedTable.js';
import type { DraftSection, FieldMaker, Scene } from './section.js';

type Statistical = Extract<MethodIndicator, { source: 'statistics' }>;
type Surveyed = Extract<MethodIndicator, { source: 'survey' }>;

/** How one indicator enters the score: its form, its block, its direction, and how it becomes a score of 0–100. */
export function indicatorSection(scene: Scene, indicator: MethodIndicator): DraftSection {
  const { method, language, names, offers, t } = scene;
  const { code } = indicator;
  const offer = offers.find((candidate) => candidate.code === code && candidate.key === offerKeyOf(indicator));
  const isStatistic = indicator.source === 'statistics';
  return {
    heading: names.indicator(code),
    intro: [
      ...(offer ? [offer.name[language]] : []),
      isStatistic ? t('methods.from_statistics') : t(`methods.from_${indicator.population}`),
    ],
    tables: comparedTable(indicator.normalisation, scene),
    values: { ...formValues(indicator), ...normalisationValues(indicator.normalisation, language), ...directionValue(indicator) },
    fields: (make) => [
      ...(isStatistic ? formField(make, indicator, scene) : []),
      blockField(make, scene),
      ...(isStatistic ? normalisationFields(make, scene, indicator.unit[language]) : surveyNormalisationFields(make, scene)),
    ],
    change: async (read, townsOf) => {
      const placed = withBlock(indicator, read.text('block'), method);
      const changed =
        placed.source === 'statistics'
          ? await statisticIn(read, scene, placed, townsOf)
          : await surveyIn(read, scene, placed, townsOf);
      return { ...method, indicators: method.indicators.map((each) => (each === indicator ? changed : each)) };
    },
    computedField: 'normalisation',
  };
}

function formValues(indicator: MethodIndicator): FormValues {
  return {
    block: blockOfIndicator(indicator),
    ...(indicator.source === 'statistics' && { form: indicator.scored }),
  };
}

/** A survey indicator that stands as it is keeps its direction beside the normalisation. */
function directionValue(indicator: MethodIndicator): FormValues {
  if (indicator.source === 'statistics' || indicator.normalisation) return {};
  return { direction: indicator.direction ?? 'benefit' };
}

function formField(make: FieldMaker, { code }: Statistical, { statistics, language, t }: Scene): FormField[] {
  const forms = scorableForms(statistics, code);
  if (forms.length < 2) return [];
  return [
    make.choices(
      'form',
      t('methods.field_form'),
      forms.map(({ id, unit, formula }) => ({ value: id, label: unit[language], hint: formula[language] })),
    ),
  ];
}

function blockField(make: FieldMaker, { method, names, t }: Scene): FormField {
  const options = method.blocks.map(({ id }) => ({ value: id, label: names.step(id) }));
  return make.select('block', t('methods.field_block'), [{ value: '', label: t('methods.choose') }, ...options]);
}

/** A code of A–D belongs to the block of its letter unless another is chosen. */
function withBlock(indicator: MethodIndicator, chosen: string, { blocks }: Method): MethodIndicator {
  const block = blocks.find(({ id }) => id === chosen)?.id;
  const placed = { ...indicator };
  delete placed.block;
  return block === undefined || block === indicator.code.slice(0, 1) ? placed : { ...placed, block };
}

async function statisticIn(
  read: FormReader,
  scene: Scene,
  indicator: Statistical,
  townsOf: PublishedTowns,
): Promise<Statistical> {
  const forms = scorableForms(scene.statistics, indicator.code);
  const form = forms.find(({ id }) => id === read.text('form')) ?? forms.find(({ id }) => id === indicator.scored);
  const inForm = form ? { ...indicator, scored: form.id, unit: form.unit } : indicator;
  const among = await placeAmongTowns(read, replaced(scene.method, inForm), indicator.code, townsOf);
  const normalisation = among === undefined ? normalisationIn(read) : among;
  return normalisation ? { ...inForm, normalisation } : inForm;
}

function replaced(method: Method, indicator: MethodIndicator): Method {
  return { ...method, indicators: method.indicators.map((each) => (each.code === indicator.code ? indicator : each)) };
}

async function surveyIn(read: FormReader, { method }: Scene, indicator: Surveyed, townsOf: PublishedTowns): Promise<Surveyed> {
  const bare = { ...indicator };
  delete bare.normalisation;
  delete bare.direction;
  const among = await placeAmongTowns(read, method, indicator.code, townsOf);
  if (among) return { ...bare, normalisation: among };
  return directionIn(read) === 'cost' ? { ...bare, direction: 'cost' } : bare;
}
