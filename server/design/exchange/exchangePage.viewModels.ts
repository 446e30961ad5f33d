import type { Definition } from '../../../survey-definitions/contract/index.js';
import type { PageModel } from '../../http/views.js';
import { textsIn, type Language } from '../../i18n/index.js';
import { titleIn, type DraftFrame } from '../editing/draftFrame.viewModels.js';
import { draftAddress } from '../places.js';
import { plainNotes } from './xlsform/plainNotes.js';

export type ExchangePage = PageModel & {
  /** Null for a published version. */
  frame: DraftFrame | null;
  back: { label: string; href: string };
  heading: string;
  subtitle: string;
  explanation: string;
  files: { label: string; href: string; hint: string }[];
  /** The same questionnaire as something to read and to print. */
  printed: { label: string; href: string; hint: string }[];
  plain: { heading: string; explanation: string; sentences: string[] };
};

declare module '../../http/views.js' {
  interface Views {
    'design/exchange': ExchangePage;
  }
}

/** `address` is that of the draft or version. */
export function buildExchangePage(
  language: Language,
  definition: Definition,
  address: string,
): Omit<ExchangePage, 'layout' | 'frame'> {
  const t = textsIn(language);
  return {
    back: { label: titleIn(definition, language), href: address },
    heading: t('designExchange.export_title'),
    subtitle: `${definition.id} · ${t('design.version_n', { version: definition.version })}`,
    explanation: t('designExchange.export_explanation'),
    files: [
      { label: t('designExchange.export_xlsx'), href: `${address}/export.xlsx`, hint: t('designExchange.export_xlsx_hint') },
      { label: t('designExchange.export_json'), href: `${address}/export.json`, hint: t('designExchange.export_json_hint') },
    ],
    printed: [
      { label: t('design.file_paper'), href: `${address}/paper`, hint: t('design.file_paper_hint') },
      { label: t('design.file_codebook'), href: codebookOf(definition, address), hint: t('design.file_codebook_hint') },
    ],
    plain: {
      heading: t('designExchange.plain_heading'),
      explanation: t('designExchange.plain_explanation'),
      sentences: plainNotes(definition).map(({ kind, values }) => t(`designExchange.${kind}`, values)),
    },
  };
}

function codebookOf({ id, version }: Definition, address: string): string {
  return `/export/codebooks/${id}/${address === draftAddress(id) ? 'draft' : version}`;
}
