import { itemsInOrder, type Indicator } from '../../../survey-definitions/contract/index.js';
import { fieldsOf, type FormField, type FormValues } from '../../accounts/index.js';
import { textsIn, type Language } from '../../i18n/index.js';
import { itemOf, questionWords } from '../conditions/answerWords.js';
import { directionField, indicatorValues, itemsToChoose } from './indicatorForm.js';
import { isPaperCode } from './indicatorCodes.js';
import { languageFields } from './languageFields.viewModels.js';
import type { FormBlock, MemberContent } from './memberPage.viewModels.js';
import type { MemberMaterial } from './memberPages.routes.js';
import { scoreInWords } from './scoreInWords.js';

type Material = MemberMaterial<'indicators'>;

export function buildIndicator(material: Material): MemberContent {
  const { definition, member, language } = material;
  const t = textsIn(language);
  const values = material.values ?? indicatorValues(definition, member);
  const paper = member && isPaperCode(member.code);
  return {
    heading: member ? t('designMeasurement.indicator_heading', { code: member.code }) : t('designMeasurement.indicator_new'),
    explanation: [t('designMeasurement.indicator_explanation')],
    blocks: [
      { kind: 'fields', fields: identityFields(material, values) },
      ...itemBlocks(material, values),
      { kind: 'fields', fields: scoringFields(material, values) },
    ],
    words: member && { heading: t('designMeasurement.score_heading'), sentences: scoreInWords(definition, member, language) },
    removal: member && t(paper ? 'designMeasurement.indicator_remove_paper' : 'designMeasurement.indicator_remove'),
  };
}

function identityFields({ language, faults }: Material, values: FormValues): FormField[] {
  const t = textsIn(language);
  const fields = fieldsOf(values, [...faults]);
  return [
    fields.text('code', t('designMeasurement.indicator_code'), { short: true, hint: t('designMeasurement.indicator_code_hint') }),
    languageFields(fields, 'name', t('designMeasurement.indicator_name'), { rows: 3 }),
    languageFields(fields, 'shortName', t('designMeasurement.indicator_short_name'), {
      hint: t('designMeasurement.indicator_short_name_hint'),
    }),
  ];
}

/** The items that it has, then, folded away, those that it could have, by section. */
function itemBlocks({ definition, member, language, faults }: Material, values: FormValues): FormBlock[] {
  const t = textsIn(language);
  const { select } = fieldsOf(values, [...faults]);
  const direction = (id: string) =>
    select(directionField(id), labelOf(id), [
      { value: '', label: t('designMeasurement.direction_none') },
      { value: '+', label: t('designMeasurement.direction_plus') },
      { value: '-', label: t('designMeasurement.direction_minus') },
    ]);
  const labelOf = (id: string): string => {
    const codes = codesFedBy(definition.indicators, id, member);
    const named = t('designMeasurement.item_named', { id, question: questionWords(itemOf(definition, id), language) });
    return codes.length === 0 ? named : `${named} ${t('designMeasurement.also_in', { codes: codes.join(', ') })}`;
  };
  const chosen = itemsToChoose(definition, member).filter((id) => (values[directionField(id)] ?? '') !== '');
  const sections = definition.sections.flatMap((section): FormField[] => {
    const rest = section.items.filter((item) => item.type === 'scale' && !chosen.includes(item.id));
    const label = section.title?.[language] ?? section.id;
    return rest.length === 0 ? [] : [{ kind: 'group', label, hint: null, fields: rest.map(({ id }) => direction(id)) }];
  });
  const own: FormField = {
    kind: 'group',
    label: t('designMeasurement.indicator_items'),
    hint: t(chosen.length === 0 ? 'designMeasurement.indicator_items_none' : 'designMeasurement.indicator_items_hint'),
    fields: chosen.map(direction),
  };
  const folded: FormBlock = {
    kind: 'folded',
    summary: t('designMeasurement.indicator_items_more'),
    open: chosen.length === 0,
    fields: sections,
  };
  return [{ kind: 'menus', fields: [own] }, ...(sections.length === 0 ? [] : [folded])];
}

/** The other indicators that an item feeds, by their codes. */
export function codesFedBy(indicators: readonly Indicator[], id: string, except: Indicator | null = null): string[] {
  return indicators
    .filter((indicator) => indicator !== except && indicator.items.some(({ item }) => item === id))
    .map(({ code }) => code);
}

function scoringFields({ definition, language, faults }: Material, values: FormValues): FormField[] {
  const t = textsIn(language);
  const fields = fieldsOf(values, [...faults]);
  const questions = itemsInOrder(definition)
    .filter(({ type }) => type !== 'note')
    .map((item) => ({
      value: item.id,
      label: t('designMeasurement.item_named', { id: item.id, question: questionWords(item, language) }),
    }));
  return [
    fields.text('minValid', t('designMeasurement.min_valid'), {
      short: true,
      inputmode: 'numeric',
      hint: t('designMeasurement.min_valid_hint'),
    }),
    fields.choices('construct', t('designMeasurement.construct'), constructs(language)),
    languageFields(fields, 'base', t('designMeasurement.base'), { hint: t('designMeasurement.base_hint') }),
    fields.select(
      'comparator',
      t('designMeasurement.comparator'),
      [{ value: '', label: t('designMeasurement.comparator_none') }, ...questions],
      { hint: t('designMeasurement.comparator_hint') },
    ),
    fields.text('id', t('designMeasurement.id'), { hint: t('designMeasurement.id_hint') }),
  ];
}

function constructs(language: Language): { value: string; label: string; hint: string }[] {
  const t = textsIn(language);
  return (['reflective', 'formative'] as const).map((value) => ({
    value,
    label: t(`designMeasurement.construct_${value}`),
    hint: t(`designMeasurement.construct_${value}_hint`),
  }));
}
