import { summaryOf, type ErrorSummary } from '../../accounts/index.js';
import type { FieldFault } from '../../http/fieldFault.js';
import type { PageModel } from '../../http/views.js';
import { textsIn, type Language } from '../../i18n/index.js';
import type { DraftFrame } from '../editing/draftFrame.viewModels.js';
import { draftAddress } from '../places.js';
import type { DraftRevision } from '../questionnaires/draft.js';
import { isFirm, type Reference } from './edits/references.js';
import { referenceLink } from './referenceWords.viewModels.js';

interface ReferenceList {
  words: string;
  links: { label: string; href: string }[];
}

export type RemovalPage = PageModel & {
  frame: DraftFrame;
  heading: string;
  object: string;
  summary: ErrorSummary | null;
  /** What stands in the way. */
  firm: ReferenceList | null;
  /** What goes with it. */
  loose: ReferenceList | null;
  action: string;
  submit: { label: string; hint: string } | null;
  cancel: { label: string; href: string };
};

declare module '../../http/views.js' {
  interface Views {
    'design/removal': RemovalPage;
  }
}

interface RemovalMaterial {
  draft: DraftRevision;
  part: 'item' | 'section';
  /** Wording of the item, or name of the section. */
  name: string;
  references: Reference[];
  faults: FieldFault[];
  action: string;
}

export function buildRemovalPage(
  language: Language,
  { draft, part, name, references, faults, action }: RemovalMaterial,
): Omit<RemovalPage, 'layout' | 'frame'> {
  const t = textsIn(language);
  const links = (chosen: Reference[]) => chosen.map((reference) => referenceLink(reference, draft.questionnaire, language));
  const firm = references.filter(isFirm);
  const loose = references.filter((reference) => !isFirm(reference));
  return {
    heading: t(`designStructure.remove_${part}_title`),
    object: name,
    summary: summaryOf(faults, t),
    firm: firm.length === 0 ? null : { words: t(`designStructure.remove_${part}_firm`), links: links(firm) },
    loose: loose.length === 0 ? null : { words: t(`designStructure.remove_${part}_loose`), links: links(loose) },
    action,
    submit:
      firm.length > 0 ? null : { label: t(`designStructure.remove_${part}_submit`), hint: t('designStructure.remove_undo') },
    cancel: { label: t('designStructure.back_to_outline'), href: draftAddress(draft.questionnaire) },
  };
}
