import { fieldsOf, type FormField, type FormValues } from '../../accounts/index.js';
import { textsIn } from '../../i18n/index.js';
import { questionWords } from '../conditions/answerWords.js';
import type { MemberContent } from '../measurement/memberPage.viewModels.js';
import type { MemberMaterial } from '../measurement/memberPages.routes.js';
import { boxesOf, scaleItems } from './straightlineForm.js';

export function buildStraightlineSet(material: MemberMaterial<'straightlineSets'>): MemberContent {
  const { definition, member, faults, language } = material;
  const t = textsIn(language);
  const items = scaleItems(definition);
  const scales = [...new Set(items.map(({ scale }) => scale))];
  const own = (scale: string) => items.filter((item) => item.scale === scale);
  const ticked = Object.fromEntries(
    scales.map((scale) => [boxesOf(scale), own(scale).flatMap(({ id }) => (member?.items.includes(id) ? [id] : []))]),
  );
  const shown: FormValues = material.values ?? { id: member?.id ?? '', ...ticked };
  const { choices, text } = fieldsOf(shown, [...faults]);
  const boxes = scales
    .filter((scale) => own(scale).length >= 2)
    .map((scale): FormField => {
      const options = own(scale).map((item) => ({ value: item.id, label: questionWords(item, language), hint: item.id }));
      return choices(boxesOf(scale), t('designMeasurement.straightline_scale', { scale }), options, { type: 'checkbox' });
    });
  return {
    heading: t(member ? 'designMeasurement.straightline_heading' : 'designMeasurement.straightline_new'),
    explanation: [t('designMeasurement.straightline_explanation'), t('designMeasurement.straightline_rule')],
    blocks: [
      {
        kind: 'fields',
        fields: [...boxes, text('id', t('designMeasurement.id'), { hint: t('designMeasurement.straightline_id_hint') })],
      },
    ],
    removal: member && t('designMeasurement.straightline_remove'),
  };
}
