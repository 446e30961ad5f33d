import type { Aggregation, Weights } from '../../../../survey-definitions/contract/index.js';
import type { FormField, FormValues } from '../../../accounts/index.js';
import { LANGUAGES } from '../../../i18n/index.js';
import { aggregationText, weightsText } from '../../pages/methodWords.js';
import { withStepRule, type MethodStep } from '../steps.js';
import type { PublishedTowns } from '../publishedTowns.js';
import { TOWN_WEIGHTS, weightsFromTowns, type TownsOfYear } from '../townFigures.js';
import { typedNumber, type FormReader } from './formReader.js';
import { languageFields, languageValues } from './languageFields.js';
import { mayJudgePairs } from './pairsSection.js';
import { draftAddress, type DraftSection, type FieldMaker, type Scene } from './section.js';

const MEANS = ['arithmetic', 'geometric', 'harmonic'] as const;

/** How the members of one step weigh and which mean puts them together. */
export function stepSection(scene: Scene, step: MethodStep): DraftSection {
  const { method, t, names } = scene;
  const { weights, aggregation } = step.rule;
  return {
    heading: names.step(step.id),
    intro: [
      t('methods.step_now', {
        mean: aggregationText(aggregation, scene),
        weights: weightsText(weights, scene),
      }),
    ],
    links: mayJudgePairs(step)
      ? [{ label: t('methods.judge_pairs'), href: draftAddress(method.id, `/steps/${step.id}/pairs`) }]
      : [],
    values: { ...meanValues(scene, step), ...weightValues(scene, step) },
    fields: (make) => [...meanFields(make, scene, step), ...weightFields(make, scene, step)],
    change: async (read, townsOf) => {
      const mean = meanIn(read, step);
      const chosen = await weightsIn(read, scene, step, townsOf);
      return withStepRule(method, step.id, { aggregation: mean, weights: chosen });
    },
    computedField: 'weights',
  };
}

function meanValues({ language }: Scene, { members, rule: { aggregation } }: MethodStep): FormValues {
  if (typeof aggregation === 'string') return { aggregation };
  const { positions } = aggregation;
  const fits = positions.length === members.length;
  return {
    aggregation: 'owa',
    ...Object.fromEntries(positions.map((weight, at) => [`position.${at + 1}`, fits ? typedNumber(weight, language) : ''])),
  };
}

function weightValues({ language }: Scene, { members, rule: { weights } }: MethodStep): FormValues {
  if (weights === 'equal') return { weights };
  const shown = Object.fromEntries(
    members.map((member) => [`weight.${member}`, typedNumber(weights.values[member] ?? 0, language)]),
  );
  if (weights.type === 'expert') return { weights: 'expert', ...shown, ...languageValues('source', weights.source) };
  return { weights: weights.type, ...shown, ...('year' in weights ? { year: String(weights.year) } : {}) };
}

function meanFields(make: FieldMaker, { t }: Scene, { members }: MethodStep): FormField[] {
  return [
    make.choices('aggregation', t('methods.mean'), [
      ...MEANS.map((mean) => ({ value: mean, label: t(`methods.mean_${mean}`), hint: t(`methods.mean_${mean}_hint`) })),
      { value: 'owa', label: t('methods.mean_owa'), hint: t('methods.mean_owa_hint') },
    ]),
    {
      kind: 'group',
      label: t('methods.positions'),
      hint: t('methods.positions_hint'),
      fields: members.map((_, at) =>
        make.text(`position.${at + 1}`, t('methods.position', { n: at + 1 }), { short: true, inputmode: 'decimal' }),
      ),
    },
  ];
}

function weightFields(make: FieldMaker, { t, names }: Scene, { members, rule: { weights } }: MethodStep): FormField[] {
  const isJudged = weights !== 'equal' && weights.type === 'ahp';
  return [
    make.choices('weights', t('methods.weights'), [
      { value: 'equal', label: t('methods.weights_equal') },
      { value: 'expert', label: t('methods.weights_expert'), hint: t('methods.weights_expert_hint') },
      {
        value: 'ahp',
        label: t('methods.weights_ahp'),
        hint: t(isJudged ? 'methods.weights_ahp_kept' : 'methods.weights_ahp_hint'),
      },
      ...TOWN_WEIGHTS.map((kind) => ({
        value: kind,
        label: t(`methods.weights_${kind}`),
        hint: t(`methods.weights_${kind}_hint`),
      })),
    ]),
    {
      kind: 'group',
      label: t('methods.expert_values'),
      hint: t('methods.expert_values_hint'),
      fields: members.map((member) => make.text(`weight.${member}`, names.member(member), { short: true, inputmode: 'decimal' })),
    },
    languageFields(make, 'source', t('methods.expert_source')),
    make.text('year', t('methods.field_weights_year'), { short: true, inputmode: 'numeric', hint: t('methods.year_hint') }),
  ];
}

function meanIn(read: FormReader, { members }: MethodStep): Aggregation {
  const chosen = read.text('aggregation');
  const mean = MEANS.find((each) => each === chosen);
  if (mean) return mean;
  if (chosen !== 'owa') read.refuse('aggregation', 'methods.error_choose');
  const positions = members.map((_, at) => read.number(`position.${at + 1}`, { least: 0 }) ?? 0);
  if (positions.every((weight) => weight === 0)) read.refuse('position.1', 'methods.check_positions');
  return { positions };
}

async function weightsIn(read: FormReader, { method }: Scene, step: MethodStep, townsOf: PublishedTowns): Promise<Weights> {
  const { members, rule } = step;
  const chosen = read.text('weights');
  if (chosen === 'equal') return 'equal';
  if (chosen === 'expert') return expertWeightsIn(read, members);
  const kind = TOWN_WEIGHTS.find((each) => each === chosen);
  if (kind)
    return (
      (await townWeightsIn(
        read,
        (year) => townsOf(method, year),
        (towns) => weightsFromTowns(kind, method, step, towns),
      )) ?? rule.weights
    );
  if (chosen !== 'ahp') read.refuse('weights', 'methods.error_choose');
  else if (rule.weights === 'equal' || rule.weights.type !== 'ahp') read.refuse('weights', 'methods.error_judge_first');
  return rule.weights;
}

function expertWeightsIn(read: FormReader, members: readonly string[]): Weights {
  const values = members.map((member) => [member, read.number(`weight.${member}`, { least: 0 }) ?? 0] as const);
  if (values.every(([, weight]) => weight === 0)) read.refuse(`weight.${members[0] ?? ''}`, 'methods.error_zero_weights');
  const source = read.texts('source');
  const isSaid = LANGUAGES.some((language) => source[language] !== '');
  return { type: 'expert', values: Object.fromEntries(values), ...(isSaid && { source }) };
}

async function townWeightsIn(
  read: FormReader,
  townsIn: (year?: number) => Promise<TownsOfYear | null>,
  weigh: (towns: TownsOfYear) => Weights,
): Promise<Weights | null> {
  const year = read.text('year') === '' ? undefined : read.number('year', { least: 1990, most: 2100, whole: true });
  if (year === null) return null;
  const towns = await townsIn(year);
  if (towns !== null) return weigh(towns);
  read.refuse('year', 'methods.error_no_towns');
  return null;
}
