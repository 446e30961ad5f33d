import { summaryOf, type ErrorSummary, type FormField } from '../../accounts/index.js';
import type { FieldFault } from '../../http/fieldFault.js';
import type { PageModel } from '../../http/views.js';
import { textsIn, type Language } from '../../i18n/index.js';
import type { ConditionFields } from '../conditions/conditionFields.viewModels.js';
import type { DraftFrame } from '../editing/draftFrame.viewModels.js';
import { draftAddress } from '../places.js';
import type { DraftRevision } from '../questionnaires/draft.js';
import { autosaveWords, type AutosaveWords } from '../structure/autosaveWords.viewModels.js';

interface HiddenField {
  name: string;
  value: string;
}

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
    hidden: HiddenField[];
    blocks: FormBlock[];
    submitLabel: string;
    autosave: AutosaveWords | null;
  } | null;
  /** What the member means as it stands, in sentences. */
  words: { heading: string; sentences: string[] } | null;
  removal: { heading: string; explanation: string; action: string; hidden: HiddenField[]; label: string } | null;
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
  /** Sent with the form and with the button that deletes. */
  hidden?: HiddenField[];
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
  /** Not a new member, and none that is found by its place alone. */
  savesItself: boolean;
}

export function buildMemberPage(
  language: Language,
  content: MemberContent,
  { draft, faults, list, path, savesItself }: MemberFrame,
): Omit<MemberPage, 'layout' | 'frame'> {
  const t = textsIn(language);
  const action = `${draftAddress(draft.questionnaire)}${path}`;
  const { heading, explanation, blocks, hidden = [], words = null, removal } = content;
  const sent = [{ name: '_revision', value: String(draft.revision) }, ...hidden];
  return {
    back: { label: t(`designMeasurement.back_to_${list}`), href: `${draftAddress(draft.questionnaire)}/${list}` },
    summary: summaryOf(faults, t),
    heading,
    explanation,
    form: blocks && {
      action,
      hidden: sent,
      blocks,
      submitLabel: t('designMeasurement.save'),
      autosave: savesItself ? autosaveWords(t) : null,
    },
    words,
    removal:
      removal === null
        ? null
        : {
            heading: t('designMeasurement.remove_heading'),
            explanation: removal,
            action,
            hidden: sent,
            label: t('designMeasurement.remove'),
          },
  };
}
