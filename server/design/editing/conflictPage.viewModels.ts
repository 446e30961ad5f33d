import type { Definition } from '../../../survey-definitions/contract/index.js';
import type { FormValues } from '../../accounts/index.js';
import type { PageModel } from '../../http/views.js';
import { textsIn, type Language } from '../../i18n/index.js';
import { draftAddress } from '../places.js';
import type { DraftRevision } from '../questionnaires/draft.js';
import { differenceInWords } from '../versions/differenceInWords.js';
import { differencesBetween } from '../versions/differencesBetween.js';

export type ConflictPage = PageModel & {
  heading: string;
  explanation: string;
  columns: { heading: string; sentences: string[] }[];
  action: string;
  hidden: { name: string; value: string }[];
  /** Null where the place of the change is gone. */
  applyLabel: string | null;
  drop: { label: string; href: string };
};

declare module '../../http/views.js' {
  interface Views {
    'design/conflict': ConflictPage;
  }
}

interface Conflict {
  language: Language;
  /** The newest state. */
  draft: DraftRevision;
  /** The state on which the form was made; null where it is no longer kept. */
  base: DraftRevision | null;
  /** What the form made of it; null where it has faults. */
  mine: Definition | null;
  isPlaceGone: boolean;
  action: string;
  values: FormValues;
}

export function buildConflictPage(conflict: Conflict): Omit<ConflictPage, 'layout'> {
  const { language, draft, base, mine, isPlaceGone, action, values } = conflict;
  const t = textsIn(language);
  const sentences = (before: Definition | null, after: Definition | null): string[] => {
    if (before === null || after === null) return [t('design.conflict_gone')];
    const words = differencesBetween(before, after).map((difference) => differenceInWords(difference, language));
    return words.length > 0 ? words : [t('design.conflict_no_difference')];
  };
  const posted = Object.entries(values)
    .filter(([name]) => !['_csrf', '_revision', '_base'].includes(name))
    .flatMap(([name, value]) => [value].flat().map((single) => ({ name, value: single })));
  return {
    heading: t('design.conflict_title'),
    explanation: t('design.conflict_explanation'),
    columns: [
      { heading: t('design.conflict_theirs'), sentences: sentences(base?.definition ?? null, draft.definition) },
      { heading: t('design.conflict_mine'), sentences: sentences(base?.definition ?? null, mine) },
    ],
    action,
    hidden: [
      ...posted,
      { name: '_revision', value: String(draft.revision) },
      ...(base === null ? [] : [{ name: '_base', value: String(base.revision) }]),
    ],
    applyLabel: isPlaceGone ? null : t('design.conflict_apply'),
    drop: { label: t('design.conflict_drop'), href: draftAddress(draft.questionnaire) },
  };
}
