import { LANGUAGES, type Condition, type Definition, type LocalizedText } from '../../../../survey-definitions/contract/index.js';
import type { Place } from '../../places.js';
import { difference, type Difference } from '../difference.js';
import { sameContent } from '../sameContent.js';
import { conditionInWords } from '../../conditions/conditionInWords.js';

/** Both states that are compared, the earlier one in the names of the later one. */
export interface States {
  before: Definition;
  after: Definition;
}

/** A condition as a sentence in every language. */
export function condition(rule: Condition, definition: Definition): LocalizedText {
  const [kk = '', ru = '', en = ''] = LANGUAGES.map((language) => conditionInWords(rule, definition, language));
  return { kk, ru, en };
}

export function conditionDifferences(
  place: Place,
  was: Condition | undefined,
  is: Condition | undefined,
  states: States,
): Difference[] {
  if (sameContent(was, is)) return [];
  const before = was && condition(was, states.before);
  const after = is && condition(is, states.after);
  if (before && after) return [difference(place, 'condition', { before, after })];
  if (after) return [difference(place, 'condition_added', { after })];
  return before ? [difference(place, 'condition_removed', { before })] : [];
}
