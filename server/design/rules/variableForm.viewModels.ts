import { questionsInOrder, type Definition, type DerivedVariable } from '../../../survey-definitions/contract/index.js';
import { fieldsOf, type FormField, type FormValues } from '../../accounts/index.js';
import { textsIn, type Language } from '../../i18n/index.js';
import { answerLabel, itemOf, questionWords } from '../conditions/answerWords.js';
import { comparabilityOf, comparableQuestions } from '../conditions/comparable.js';
import { conditionFields } from '../conditions/conditionFields.viewModels.js';
import type { FormBlock, MemberContent } from '../measurement/memberPage.viewModels.js';
import type { MemberMaterial } from '../measurement/memberPages.routes.js';
import { valueIn } from '../structure/formTexts.js';
import { dependentVariables } from './dependentVariables.js';
import { codesToNumber, numberField, variableTypeFrom, variableValues, type VariableType } from './variableForm.js';

type Material = MemberMaterial<'derived'>;

export function buildVariable(material: Material): MemberContent {
  const { definition, member, query, language } = material;
  const t = textsIn(language);
  const type = member?.type ?? variableTypeFrom(material.values ? valueIn(material.values, 'type') : query.type);
  const shown = material.values ?? (member ? variableValues(member) : { type });
  const { text } = fieldsOf(shown, [...material.faults]);
  const id = text('id', t('designMeasurement.variable_id'), { hint: t('designMeasurement.variable_id_hint') });
  return {
    heading: member ? t('designMeasurement.variable_heading', { id: member.id }) : t(`designMeasurement.variable_new_${type}`),
    explanation: [t(`designMeasurement.variable_${type}_explanation`)],
    hidden: [{ name: 'type', value: type }],
    blocks: [{ kind: 'fields', fields: [id] }, ...blocksOf(type, material, shown)],
    removal: member && removalOf(definition, member, language),
  };
}

function removalOf(definition: Definition, { id }: DerivedVariable, language: Language): string {
  const t = textsIn(language);
  const along = dependentVariables(definition, id);
  if (along.length > 0) return t('designMeasurement.variable_remove_with', { ids: along.join(', ') });
  const weighs = definition.weightingVariables.includes(id);
  return t(weighs ? 'designMeasurement.variable_remove_weighting' : 'designMeasurement.variable_remove');
}

function blocksOf(type: VariableType, material: Material, shown: FormValues): FormBlock[] {
  if (type === 'condition') return conditionBlocks(material);
  if (type === 'ratio') return [{ kind: 'fields', fields: ratioFields(material, shown) }];
  return codedBlocks(type, material, shown);
}

function conditionBlocks({ definition, member, values, faults, language }: Material): FormBlock[] {
  const t = textsIn(language);
  const current = member?.type === 'condition' ? member : undefined;
  return (['when', 'zeroWhen'] as const).map((prefix) => ({
    kind: 'condition',
    condition: conditionFields({
      prefix,
      heading: t(`designMeasurement.variable_${prefix}`),
      hint: t(`designMeasurement.variable_${prefix}_hint`),
      condition: current?.[prefix],
      values,
      faults,
      definition,
      offered: comparableQuestions(definition),
      moment: 'stored',
      language,
    }),
  }));
}

function ratioFields({ definition, member, faults, language }: Material, shown: FormValues): FormField[] {
  const t = textsIn(language);
  const { select } = fieldsOf(shown, [...faults]);
  const before = member ? definition.derived.indexOf(member) : definition.derived.length;
  const numbers = comparableQuestions(definition).filter((item) => comparabilityOf(item) === 'number');
  const options = [
    { value: '', label: t('designMeasurement.choose') },
    ...numbers.map((item) => ({
      value: item.id,
      label: t('designMeasurement.item_named', { id: item.id, question: questionWords(item, language) }),
    })),
    ...definition.derived.slice(0, before).map(({ id }) => ({ value: id, label: id })),
  ];
  const names = new Set(options.map(({ value }) => value));
  return (['numerator', 'denominator'] as const).map((name) => {
    const chosen = valueIn(shown, name);
    const stray = names.has(chosen) ? [] : [{ value: chosen, label: chosen }];
    return select(name, t(`designMeasurement.${name}`), [...options, ...stray]);
  });
}

/** A question with answers, and then a number for each answer. */
function codedBlocks(
  type: 'recode' | 'midpoint',
  { definition, member, faults, language }: Material,
  shown: FormValues,
): FormBlock[] {
  const t = textsIn(language);
  const { select, text } = fieldsOf(shown, [...faults]);
  const chosen = valueIn(shown, 'item');
  const coded = questionsInOrder(definition).filter((item) => comparabilityOf(item) === 'coded' || item.id === chosen);
  const stray = chosen !== '' && !coded.some(({ id }) => id === chosen) ? [{ value: chosen, label: chosen }] : [];
  const options = coded.map((item) => ({
    value: item.id,
    label: t('designMeasurement.item_named', { id: item.id, question: questionWords(item, language) }),
  }));
  const source = select('item', t('designMeasurement.variable_item'), [
    { value: '', label: t('designMeasurement.choose') },
    ...options,
    ...stray,
  ]);
  const year =
    type === 'midpoint'
      ? [
          text('validFrom', t('designMeasurement.valid_from'), {
            short: true,
            inputmode: 'numeric',
            hint: t('designMeasurement.valid_from_hint'),
          }),
        ]
      : [];
  const codes = codesToNumber(definition, member, chosen).map((code) =>
    text(
      numberField(chosen, code),
      t('designMeasurement.answer_coded', { code, label: answerLabel(definition, itemOf(definition, chosen), code, language) }),
      {
        short: true,
        inputmode: type === 'recode' ? 'numeric' : 'decimal',
      },
    ),
  );
  const numbers: FormField = {
    kind: 'group',
    label: t(`designMeasurement.${type}_numbers`),
    hint: t(`designMeasurement.${type}_numbers_hint`),
    fields: codes,
  };
  return [
    { kind: 'fields', fields: [source] },
    { kind: 'redraw', label: t('designMeasurement.cond_do_show') },
    { kind: 'fields', fields: codes.length === 0 ? year : [numbers, ...year] },
  ];
}
