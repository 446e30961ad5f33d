import type { Method } from '../../../../survey-definitions/contract/index.js';
import { cell, column, type TableCell, type TableModel } from '../../../accounts/index.js';
import type { Layout } from '../../../http/layout.js';
import type { PageModel } from '../../../http/views.js';
import { formatDate, textsIn, type Language, type Texts } from '../../../i18n/index.js';
import { writtenIn } from '../methodNames.js';
import type { MethodDraft } from '../methods.repository.js';
import { draftAddress } from './section.js';

export interface MethodListPage extends PageModel {
  heading: string;
  intro: string[];
  done: string | null;
  tables: TableModel[];
}

declare module '../../../http/views.js' {
  interface Views {
    'results/methodList': MethodListPage;
  }
}

export interface MethodListMaterial {
  layout: Layout;
  language: Language;
  /** All published versions, the newest of a method first. */
  published: readonly { method: Method; isBuiltIn: boolean; isRetired: boolean; isNewest: boolean }[];
  drafts: readonly MethodDraft[];
  done: 'published' | 'discarded' | null;
}

export function buildMethodListPage({ layout, language, published, drafts, done }: MethodListMaterial): MethodListPage {
  const t = textsIn(language);
  const isWritten = (id: string): boolean => drafts.some(({ method }) => method.id === id);
  return {
    layout,
    heading: t('methods.list_heading'),
    intro: [t('methods.list_intro')],
    done: done && t(`methods.done_${done}`),
    tables: [
      {
        id: 'drafts',
        heading: t('methods.list_drafts'),
        columns: [column(t('methods.col_name')), column(t('methods.col_version')), column(t('methods.col_changed'))],
        rows: drafts.map((draft) => draftRow(draft, language, t)),
        empty: t('methods.no_drafts'),
      },
      {
        id: 'published',
        heading: t('methods.list_published'),
        columns: [
          column(t('methods.col_name')),
          column(t('methods.col_version')),
          column(t('methods.col_state')),
          column(t('methods.col_copy')),
          column(t('methods.col_next')),
          column(t('methods.col_use')),
        ],
        rows: published.map((entry) => publishedRow(entry, isWritten(entry.method.id), language, t)),
        empty: '',
      },
    ],
  };
}

function draftRow({ method, changedAt }: MethodDraft, language: Language, t: Texts): TableCell[] {
  const name = writtenIn(method.name, language) || method.id;
  return [
    cell(name, { href: draftAddress(method.id), note: method.id }),
    cell(t('methods.version', { version: method.version })),
    cell(formatDate(changedAt.toISOString().slice(0, 10), language)),
  ];
}

function publishedRow(
  { method, isBuiltIn, isRetired, isNewest }: MethodListMaterial['published'][number],
  isWritten: boolean,
  language: Language,
  t: Texts,
): TableCell[] {
  const { id, version } = method;
  const name = method.name[language];
  const state = isRetired ? 'retired' : isNewest ? 'used' : 'older';
  const own = !isBuiltIn && isNewest;
  const next = own && !isWritten ? [{ action: `/results/methods/${id}/next`, label: t('methods.next_begin') }] : [];
  const use = own
    ? [
        isRetired
          ? { action: `/results/methods/${id}/bring-back`, label: t('methods.bring_back') }
          : { action: `/results/methods/${id}/retire`, label: t('methods.retire') },
      ]
    : [];
  return [
    cell(name, { href: `/method/${id}?version=${version}`, note: id }),
    cell(t('methods.version', { version }), { note: isBuiltIn ? t('methods.built_in') : t('methods.own') }),
    cell(t(`methods.state_${state}`), { tone: state === 'used' ? 'good' : 'plain' }),
    cell(t('methods.copy_begin'), { href: `/results/methods/new?from=${id}/${version}` }),
    deedCell(next[0], name),
    deedCell(use[0], name),
  ];
}

function deedCell(deed: { action: string; label: string } | undefined, name: string): TableCell {
  return deed ? cell('', { deed: { ...deed, spokenLabel: `${deed.label}: ${name}` } }) : cell('–');
}
