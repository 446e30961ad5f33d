import { cell, column, type TableCell, type TableModel } from '../../accounts/index.js';
import type { DevelopmentDirection, Directions } from '../../../survey-definitions/contract/index.js';
import type { Layout } from '../../http/layout.js';
import type { PageModel } from '../../http/views.js';
import { formatDate, textsIn, type Language, type Texts } from '../../i18n/index.js';
import type { EditorialLink } from './directionLinks.service.js';
import type { LinkedIndicator } from './linkedIndicators.js';
import { quotationOf, quotedSourcesOf, type QuotedSource } from './quotation.viewModels.js';

/** All indicators with the directions that are named where they are weak. */
export interface LinkListPage extends PageModel {
  back: { label: string; href: string };
  heading: string;
  intro: string[];
  done: string | null;
  table: TableModel;
  sourcesHeading: string;
  sources: QuotedSource[];
}

declare module '../../http/views.js' {
  interface Views {
    'results/actionsLinks': LinkListPage;
  }
}

export interface LinkListMaterial {
  layout: Layout;
  language: Language;
  indicators: readonly LinkedIndicator[];
  linkOf: (indicator: string) => EditorialLink;
  directions: Directions;
  /** What became of the link that was just sent. */
  done: 'saved' | 'unchanged' | undefined;
}

export function linkAddress(indicator: string): string {
  return `/results/directions/${indicator}`;
}

export function buildLinkListPage(material: LinkListMaterial): LinkListPage {
  const { layout, language, indicators, linkOf, directions, done } = material;
  const t = textsIn(language);
  return {
    layout,
    back: { label: t('results.drafts_title'), href: '/results' },
    heading: t('actions.list_heading'),
    intro: [t('actions.list_intro'), t('actions.who_links'), t('actions.shortened')],
    done: done === undefined ? null : t(`actions.${done}`),
    table: {
      id: 'links',
      heading: t('actions.col_indicator'),
      columns: [
        column(t('actions.col_indicator')),
        column(t('actions.col_directions')),
        column(t('actions.col_reason')),
        column(t('actions.col_changed')),
      ],
      rows: indicators.map((indicator) => [
        cell(`${indicator.code} ${indicator.name}`, { href: linkAddress(indicator.id) }),
        ...linkCells(linkOf(indicator.id), language, t),
      ]),
      empty: '',
    },
    sourcesHeading: t('actions.sources'),
    sources: quotedSourcesOf(directions, language, t),
  };
}

/** Directions, reason, and who changed them. */
export function linkCells({ directions, reason, changed }: EditorialLink, language: Language, t: Texts): TableCell[] {
  const named = directions.map((direction) => shortNameOf(direction, language, t));
  return [
    cell(named.length === 0 ? t('actions.no_link') : named.join('; ')),
    cell(reason?.[language] ?? '–'),
    changed === null
      ? cell(reason === null ? '–' : t('actions.built_in'))
      : cell(formatDate(changed.at.toISOString().slice(0, 10), language), { note: changed.by }),
  ];
}

function shortNameOf(direction: DevelopmentDirection, language: Language, t: Texts): string {
  const { heading, text } = direction;
  return `${(heading ?? text)[language]} ${quotationOf(direction, language, t).origin}`;
}
