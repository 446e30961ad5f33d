import { cell, column, fieldsOf, summaryOf, type FormModel, type FormValues, type TableModel } from '../../accounts/index.js';
import type { Directions } from '../../../survey-definitions/contract/index.js';
import type { FieldFault } from '../../http/fieldFault.js';
import type { Layout } from '../../http/layout.js';
import type { PageModel } from '../../http/views.js';
import { LANGUAGES, languageNames, textsIn, type Language } from '../../i18n/index.js';
import type { EditorialLink } from './directionLinks.service.js';
import type { LinkedIndicator } from './linkedIndicators.js';
import { linkAddress, linkCells } from './linkListPage.viewModels.js';
import { quotationOf } from './quotation.viewModels.js';

/** Changing the link of one indicator, with everything that it said before. */
export interface LinkPage extends PageModel {
  back: { label: string; href: string };
  heading: string;
  intro: string;
  form: FormModel;
  history: TableModel;
}

declare module '../../http/views.js' {
  interface Views {
    'results/actionsLink': LinkPage;
  }
}

export interface LinkPageMaterial {
  layout: Layout;
  language: Language;
  indicator: LinkedIndicator;
  directions: Directions;
  /** The newest first. */
  history: readonly EditorialLink[];
  shown: FormValues;
  faults: FieldFault[];
}

export function buildLinkPage({ layout, language, indicator, directions, history, shown, faults }: LinkPageMaterial): LinkPage {
  const t = textsIn(language);
  const fields = fieldsOf(shown, faults);
  const options = directions.directions.map((direction) => {
    const { text, origin } = quotationOf(direction, language, t);
    return { value: direction.id, label: text, hint: origin };
  });
  return {
    layout,
    back: { label: t('actions.back'), href: '/results/directions' },
    heading: t('actions.edit_heading', { code: indicator.code, name: indicator.name }),
    intro: t('actions.edit_intro'),
    form: {
      action: linkAddress(indicator.id),
      hidden: [{ name: '_revision', value: String(history[0]?.revision ?? 0) }],
      fields: [
        fields.choices('directions', t('actions.col_directions'), options, {
          type: 'checkbox',
          hint: t('actions.directions_hint'),
        }),
        {
          kind: 'group',
          label: t('actions.field_reason'),
          hint: t('actions.reason_hint'),
          fields: LANGUAGES.map((each) => fields.text(`reason.${each}`, languageNames[each], { lang: each, rows: 3 })),
        },
      ],
      submitLabel: t('actions.save'),
      summary: summaryOf(faults, t),
    },
    history: {
      id: 'history',
      heading: t('actions.history'),
      columns: [
        column(t('actions.col_revision'), { figure: true }),
        column(t('actions.col_directions')),
        column(t('actions.col_reason')),
        column(t('actions.col_changed')),
      ],
      rows: history.map((link) => [cell(String(link.revision), { figure: true }), ...linkCells(link, language, t)]),
      empty: '',
    },
  };
}
