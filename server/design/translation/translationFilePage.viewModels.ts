import { fieldsOf, type FormField, type TableModel } from '../../accounts/index.js';
import type { PageModel } from '../../http/views.js';
import { formatInteger, textsIn, type Language } from '../../i18n/index.js';
import type { DraftFrame } from '../editing/draftFrame.viewModels.js';
import type { DraftRevision } from '../questionnaires/draft.js';
import { fileAddress, translationAddress } from './addresses.js';
import { conflictTable, faultTable } from './fileReport.viewModels.js';
import type { FileFault } from './files/fileFault.js';
import type { FileConflict } from './files/merge.js';
import { CONFLICT_WAYS, type FileDone } from './translation.requests.js';

const BYTES_PER_MEGABYTE = 1_000_000;

/** What became of a file; nothing yet where the page is only opened. */
export type FileReport = { done: FileDone | null } | { faults: FileFault[] } | { conflicts: FileConflict[] };

export type TranslationFilePage = PageModel & {
  frame: DraftFrame;
  back: { label: string; href: string };
  heading: string;
  explanation: string;
  done: string | null;
  faults: { heading: string; explanation: string; table: TableModel; more: string | null } | null;
  out: { heading: string; explanation: string; links: { label: string; href: string }[]; rules: string[] };
  upload: {
    heading: string;
    action: string;
    label: string;
    hint: string;
    rules: string[];
    conflicts: FormField;
    submitLabel: string;
  };
};

declare module '../../http/views.js' {
  interface Views {
    'design/translationFile': TranslationFilePage;
  }
}

interface FilePageMaterial {
  language: Language;
  draft: DraftRevision;
  report: FileReport;
  uploadBytes: number;
}

export function buildTranslationFilePage(material: FilePageMaterial): Omit<TranslationFilePage, 'layout' | 'frame'> {
  const { language, draft, report } = material;
  const t = textsIn(language);
  const address = `${translationAddress(draft.questionnaire)}/texts`;
  return {
    back: { label: t('designTranslation.file_back'), href: translationAddress(draft.questionnaire) },
    heading: t('designTranslation.file_title'),
    explanation: t('designTranslation.file_explanation'),
    done: 'done' in report && report.done !== null ? doneInWords(report.done, language) : null,
    faults: refusalOf(report, draft, language),
    out: {
      heading: t('designTranslation.out_heading'),
      explanation: t('designTranslation.out_explanation'),
      links: [
        { label: t('designTranslation.out_xlsx'), href: `${address}.xlsx` },
        { label: t('designTranslation.out_csv'), href: `${address}.csv` },
      ],
      rules: [t('designTranslation.rule_columns'), t('designTranslation.rule_status'), t('designTranslation.rule_quote')],
    },
    upload: uploadOf(material),
  };
}

function uploadOf({ language, draft, report, uploadBytes }: FilePageMaterial): TranslationFilePage['upload'] {
  const t = textsIn(language);
  const { choices } = fieldsOf({ conflicts: CONFLICT_WAYS[0] }, []);
  const megabytes = formatInteger(uploadBytes / BYTES_PER_MEGABYTE, language);
  const ways = CONFLICT_WAYS.map((value) => ({ value, label: t(`designTranslation.conflicts_${value}`) }));
  return {
    heading: t('designTranslation.in_heading'),
    action: fileAddress(draft.questionnaire),
    label: t('designTranslation.in_file'),
    hint: t('conflicts' in report ? 'designTranslation.in_file_again' : 'designTranslation.in_file_hint', { megabytes }),
    rules: [t('designTranslation.rule_empty'), t('designTranslation.rule_whole'), t('designTranslation.rule_blanks')],
    conflicts: choices('conflicts', t('designTranslation.conflicts'), ways),
    submitLabel: t('designTranslation.in_submit'),
  };
}

function doneInWords({ texts, states, left }: FileDone, language: Language): string {
  const t = textsIn(language);
  if (texts + states === 0) return t('designTranslation.done_nothing', { left });
  return t('designTranslation.done', { texts, states, left });
}

function refusalOf(report: FileReport, draft: DraftRevision, language: Language): TranslationFilePage['faults'] {
  const t = textsIn(language);
  if ('conflicts' in report)
    return {
      heading: t('designTranslation.conflicts_heading', { count: report.conflicts.length }),
      explanation: t('designTranslation.conflicts_explanation'),
      ...conflictTable(report.conflicts, draft, language),
    };
  if ('faults' in report)
    return {
      heading: t('designTranslation.faults_heading', { count: report.faults.length }),
      explanation: t('designTranslation.faults_explanation'),
      ...faultTable(report.faults, language),
    };
  return null;
}
