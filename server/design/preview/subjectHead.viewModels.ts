import { textsIn, type Language } from '../../i18n/index.js';
import { titleIn } from '../editing/draftFrame.viewModels.js';
import type { PreviewSubject } from './subject.js';

/** What stands above a page on a questionnaire that is tried out; a published version leads back to its page. */
export interface SubjectHead {
  heading: string;
  back: { label: string; href: string } | null;
}

export function subjectHead({ written, draft }: PreviewSubject, heading: string, language: Language): SubjectHead {
  if (draft !== null) return { heading, back: null };
  const t = textsIn(language);
  const label = `${titleIn(written, language)} · ${t('design.version_n', { version: written.version })}`;
  return { heading, back: { label, href: `/design/${written.id}/versions/${written.version}` } };
}
