import { summaryOf, type ErrorSummary, type FormField } from '../../accounts/index.js';
import type { FieldFault } from '../../http/fieldFault.js';
import type { PageModel } from '../../http/views.js';
import { textsIn, type Language } from '../../i18n/index.js';
import type { ConditionFields } from '../conditions/conditionFields.viewModels.js';
import type { DraftFrame } from '../editing/draftFrame.viewModels.js';
import { draftAddress } from '../places.js';
import type { DraftRevision } from '../questionnaires/draft.js';
import { autosaveWords, type AutosaveWords } from '../structure/autosaveWords.viewModels.js';

/** What follows each other in a form: fields, a condition, fields that are seldom needed. */
export type FormBlock =
  | { kind: 'fields'; fields: FormField[] }
  /** A menu for each question, one under the other. */
  | { kind: 'menus'; fields: FormField[] }
  | { kind: 'condition'; condition: ConditionFields }
  /** A button that draws the form again, for the fields that follow from a choice. */
  | { kind: 'redraw'; label: string }
  | { kind: 'folded'; summary: string; open: boolean; fields: FormField[] };

/** The page of one indicator, rule, population, variable or set. */
export type MemberPage = PageModel & {
  frame: DraftFrame;
  back: { label: string; href: string };
  summary: ErrorSummary | null;
  heading: string;
  explanation: string[];
  /** Null where nothing may be changed. */
  form: {
    action: string;
    revision: number;
    hidden: { name: string; value: string }[];
    blocks: FormBlock[];
    submitLabel: string;
    autosave: AutosaveWords | null;
  } | null;
  /** What the member means as it stands, in sentences. */
  words: { heading: string; sentences: string[] } | null;
  removal: { heading: string; explanation: string; action: string; revision: number; label: string } | null;
};

declare module '../../http/views.js' {
  interface Views {
    'design/member': MemberPage;
  }
}

/** What each kind of member brings to its page. */
export interface MemberContent {
  heading: string;
  explanation: string[];
  blocks: FormBlock[] | null;
  hidden?: { name: string; value: string }[];
  words?: MemberPage['words'];
  /** What goes with it, in words; null where it may not be removed. */
  removal: string | null;
}

interface MemberFrame {
  draft: DraftRevision;
  faults: FieldFault[];
  /** The list's path behind the draft's address, and this page's. */
  list: 'indicators' | 'rules';
  path: string;
  /** Whether the member stands in the draft already; only then does its form save itself. */
  saved: boolean;
}

export function buildMemberPage(
  language: Language,
  content: MemberContent,
  { draft, faults, list, path, saved }: MemberFrame,
): Omit<MemberPage, 'layout' | 'frame'> {
  const t = textsIn(language);
  const action = `${draftAddress(draft.questionnaire)}${path}`;
  const { heading, explanation, blocks, hidden = [], words = null, removal } = content;
  return {
    back: { label: t(`designMeasurement.back_to_${list}`), href: `${draftAddress(draft.questionnaire)}/${list}` },
    summary: summaryOf(faults, t),
    heading,
    explanation,
    form: blocks && {
      action,
      revision: draft.revision,
      hidden,
      blocks,
      submitLabel: t('designMeasurement.save'),
      autosave: saved ? autosaveWords(t) : null,
    },
    words,
    removal:
      removal === null
        ? null
        : {
            heading: t('designMeasurement.remove_heading'),
            explanation: removal,
            action,
            revision: draft.revision,
            label: t('designMeasurement.remove'),
          },
  };
}
