import { LANGUAGES, type Definition, type LocalizedText } from '../../../survey-definitions/contract/index.js';
import { formatDate, textsIn, type Language } from '../../i18n/index.js';
import type { Finding } from '../lint/finding.js';
import { draftAddress } from '../places.js';
import type { DraftRevision } from '../questionnaires/draft.js';

/** The parts of a draft, in the order in which one works on them. */
export const DRAFT_TABS = {
  structure: '',
  answers: '/answers',
  rules: '/rules',
  measurement: '/indicators',
  settings: '/settings',
  translation: '/translation',
  checks: '/checks',
  preview: '/preview',
  files: '/export',
  publish: '/publish',
  history: '/history',
} as const;
export type DraftTab = keyof typeof DRAFT_TABS;

/** What stands above every page of a draft: its name, its parts, how far it is, undo and redo. */
export interface DraftFrame {
  title: string;
  subtitle: string;
  back: { label: string; href: string };
  saved: string;
  tabsLabel: string;
  tabs: { label: string; href: string; current: boolean }[];
  state: { words: string; tone: 'good' | 'care' | 'bad'; href: string };
  revision: number;
  undo: { label: string; action: string } | null;
  redo: { label: string; action: string } | null;
}

export function buildDraftFrame(
  { questionnaire, definition, revision, at, by, undoTo, redoTo }: DraftRevision,
  { tab, language, findings }: { tab: DraftTab; language: Language; findings: readonly Finding[] },
): DraftFrame {
  const t = textsIn(language);
  const address = draftAddress(questionnaire);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  const state =
    errors > 0
      ? { words: t('design.errors_found', { n: errors }), tone: 'bad' as const }
      : warnings > 0
        ? { words: t('design.warnings_found', { n: warnings }), tone: 'care' as const }
        : { words: t('design.nothing_found'), tone: 'good' as const };
  return {
    title: titleIn(definition, language),
    subtitle: `${questionnaire} · ${t('design.draft_of_version', { version: definition.version })}`,
    back: { label: t('design.back_to_list'), href: '/design' },
    saved: t('design.saved_by', { date: formatDate(at.toISOString().slice(0, 10), language), name: by }),
    tabsLabel: t('design.tabs'),
    tabs: (Object.keys(DRAFT_TABS) as DraftTab[]).map((name) => ({
      label: t(`design.tab_${name}`),
      href: `${address}${DRAFT_TABS[name]}`,
      current: name === tab,
    })),
    state: { ...state, href: `${address}/checks` },
    revision,
    undo: undoTo === null ? null : { label: t('design.undo'), action: `${address}/undo` },
    redo: redoTo === null ? null : { label: t('design.redo'), action: `${address}/redo` },
  };
}

export function titleIn(definition: Definition, language: Language): string {
  return textIn(definition.title, language) || textsIn(language)('design.untitled');
}

/** A text that may not be written yet in this language: then in another one; empty if in none. */
export function textIn(text: LocalizedText, language: Language): string {
  return [language, ...LANGUAGES].map((code) => text[code]).find((words) => words.trim() !== '') ?? '';
}
