import type { Answers, Definition, Page } from '../../survey-definitions/contract/index.js';
import type { FormFields, QuestionFault } from './questionForm.js';
import { pageAfter, pageBefore, standingOf } from './questionnaire.js';

/** Where a respondent goes from a page whose valid answers are kept already. */
export type Move =
  | { to: 'faults' }
  | { to: 'stop' }
  /** Without a page everything is answered and can be checked. Whoever changes an answer comes back to the check. */
  | { to: 'page'; page: Page | undefined; changing: boolean };

export function moveAfter(
  definition: Definition,
  { id }: Page,
  answers: Answers,
  { _page: button, _change: change }: FormFields,
  faults: readonly QuestionFault[],
): Move {
  const standing = standingOf(definition, answers);
  const changing = change === '1';
  if (button === 'stop') return { to: 'stop' };
  if (button === 'back') return { to: 'page', page: changing ? undefined : pageBefore(standing, id), changing: false };
  if (faults.length > 0) return { to: 'faults' };
  if (changing) return { to: 'page', page: standing.firstOpen, changing: standing.firstOpen !== undefined };
  return { to: 'page', page: pageAfter(definition, standing, id), changing: false };
}
