import type { Town } from '../../../survey-definitions/contract/index.js';
import { fieldsOf, summaryOf, type FieldGroup, type FormModel, type FormValues, type TextField } from '../../accounts/index.js';
import type { Wave } from '../../fieldwork/index.js';
import type { FieldFault } from '../../http/fieldFault.js';
import type { Layout } from '../../http/layout.js';
import type { PageModel } from '../../http/views.js';
import { textsIn, type Language } from '../../i18n/index.js';
import { categoryField } from './marginForm.js';
import { categoriesOfMargin, nameOfMargin, type MarginVariable } from './marginVariables.js';
import { weightsAddress } from './weightsAddress.js';

/** Entering what is known of a population by one variable, or by the cells of several. */
export interface MarginPage extends PageModel {
  heading: string;
  intro: string;
  back: { label: string; href: string };
  form: FormModel;
}

declare module '../../http/views.js' {
  interface Views {
    'results/weightsMargin': MarginPage;
  }
}

export interface MarginPageMaterial {
  layout: Layout;
  language: Language;
  wave: Wave;
  town: Town;
  variables: readonly MarginVariable[];
  /** Variables of the margin. */
  ids: readonly string[];
  shown: FormValues;
  faults: FieldFault[];
}

export function buildMarginPage(material: MarginPageMaterial): MarginPage {
  const { layout, language, wave, town, variables, ids, shown, faults } = material;
  const t = textsIn(language);
  const address = weightsAddress({ wave: wave.slug, townId: town.id });
  const fields = fieldsOf({ unit: 'count', ...shown }, faults);
  return {
    layout,
    heading: t('weighting.margin_heading', { margin: nameOfMargin(variables, ids)[language], town: town.name[language] }),
    intro: t('weighting.margin_intro'),
    back: { label: t('weighting.margin_back'), href: address.page() },
    form: {
      action: address.ofMargin('margin', ids),
      hidden: [],
      fields: [
        fields.choices('unit', t('weighting.unit'), [
          { value: 'count', label: t('weighting.unit_count'), hint: t('weighting.unit_count_hint') },
          { value: 'percent', label: t('weighting.unit_percent'), hint: t('weighting.unit_percent_hint') },
        ]),
        ...groupsOf(material, (codes, label) => fields.text(categoryField(codes), label, { short: true, inputmode: 'decimal' })),
        fields.text('source', t('weighting.source'), { hint: t('weighting.source_hint') }),
        fields.text('year', t('weighting.year'), { short: true, inputmode: 'numeric', hint: t('weighting.year_hint') }),
      ],
      submitLabel: t('weighting.margin_button'),
      summary: summaryOf(faults, t),
    },
  };
}

/** The categories of the last variable side by side, once for each category of those before it. */
function groupsOf(
  { variables, ids, language }: MarginPageMaterial,
  field: (codes: readonly number[], label: string) => TextField,
): FieldGroup[] {
  const last = categoriesOfMargin(variables, ids.slice(-1));
  const before =
    ids.length > 1 ? categoriesOfMargin(variables, ids.slice(0, -1)) : [{ codes: [], label: nameOfMargin(variables, ids) }];
  return before.map((group) => ({
    kind: 'group',
    label: group.label[language],
    hint: null,
    fields: last.map(({ codes, label }) => field([...group.codes, ...codes], label[language])),
  }));
}
