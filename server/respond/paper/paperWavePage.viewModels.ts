import type { Town } from '../../../survey-definitions/contract/index.js';
import { cell, column, type TableModel } from '../../accounts/index.js';
import type { PageModel } from '../../http/views.js';
import { formatDate, textsIn, type Language, type Texts } from '../../i18n/index.js';
import { lastDayBefore } from '../calendarDay.js';
import { differencesBetween } from './paperDifferences.js';
import type { PaperForm } from './paperForm.js';
import type { Definition } from '../../../survey-definitions/contract/index.js';

/** What has just been done, said once above the list. */
export const PAPER_NOTICES = ['first_kept', 'stored', 'ended', 'erased', 'gone'] as const;
export type PaperNotice = (typeof PAPER_NOTICES)[number];

export interface PaperWavePage extends PageModel {
  heading: string;
  subtitle: string;
  back: { label: string; href: string };
  notice: string | null;
  intro: string;
  /** Null while no forms are taken. */
  next: { label: string; href: string } | null;
  notOpen: string;
  blanks: { label: string; href: string }[];
  table: TableModel;
}

declare module '../../http/views.js' {
  interface Views {
    'respond/paper': PaperWavePage;
  }
}

export interface PaperWaveMaterial {
  language: Language;
  waveName: string;
  slug: string;
  definition: Definition;
  takesPaper: boolean;
  /** Towns of the wave that the reader may use. */
  towns: readonly Town[];
  forms: readonly PaperForm[];
  notice: PaperNotice | null;
}

export function paperAddress(slug: string): string {
  return `/respond/paper/${slug}`;
}

export function buildPaperWavePage(material: PaperWaveMaterial): Omit<PaperWavePage, 'layout'> {
  const { language, waveName, slug, takesPaper, towns, notice } = material;
  const t = textsIn(language);
  const address = paperAddress(slug);
  return {
    heading: t('paper.entry_heading'),
    subtitle: waveName,
    back: { label: t('paper.back_to_the_wave'), href: `/fieldwork/waves/${slug}` },
    notice: notice === null ? null : t(`paper.${notice}`),
    intro: t('paper.entry_intro'),
    next: takesPaper ? { label: t('paper.type_next'), href: `${address}/form` } : null,
    notOpen: t('paper.not_open'),
    blanks: [
      { label: t('paper.blank_form'), href: `${address}/blank` },
      ...(towns.length > 1
        ? towns.map(({ id, name }) => ({
            label: t('paper.blank_form_of', { town: name[language] }),
            href: `${address}/blank?town=${id}`,
          }))
        : []),
    ],
    table: formTable(material, address, t),
  };
}

function formTable({ forms, towns, language, definition, takesPaper }: PaperWaveMaterial, address: string, t: Texts): TableModel {
  return {
    id: 'forms',
    heading: t('paper.waiting'),
    columns: [
      column(t('paper.column_number')),
      column(t('paper.column_next')),
      ...(towns.length > 1 ? [column(t('paper.column_town'))] : []),
      column(t('paper.column_typed')),
      column(t('paper.column_until')),
      column(t('paper.column_erase')),
    ],
    rows: forms.map((form) => [
      cell(form.number),
      takesPaper ? nextCell(form, definition, address, t) : cell('–'),
      ...(towns.length > 1 ? [cell(towns.find(({ id }) => id === form.townId)?.name[language] ?? form.townId)] : []),
      cell(typedBy(form, t)),
      cell(formatDate(lastDayBefore(form.expires), language)),
      cell('', {
        deed: {
          action: `${address}/forms/${form._id}/erase`,
          label: t('paper.erase'),
          spokenLabel: t('paper.erase_spoken', { number: form.number }),
        },
      }),
    ]),
    empty: t('paper.waiting_none'),
  };
}

function nextCell({ _id, number, first, second, resolved }: PaperForm, definition: Definition, address: string, t: Texts) {
  const form = `${address}/forms/${_id}`;
  if (resolved) {
    const label = t('paper.state_sending');
    return cell('', { deed: { action: `${form}/send`, label, spokenLabel: `${label}: ${number}` } });
  }
  if (!second) return cell(t('paper.state_first'), { href: `${form}/second` });
  const count = differencesBetween(definition, first, second).length;
  return cell(t('paper.state_differing', { count }), { href: `${form}/differences` });
}

function typedBy({ first, second }: PaperForm, t: Texts): string {
  if (!second) return first.by;
  return first.by === second.by ? t('paper.typed_by_one', { name: first.by }) : `${first.by}, ${second.by}`;
}
