import type { Section } from '../../../../survey-definitions/contract/index.js';
import { difference, type Difference } from '../difference.js';
import { sameContent } from '../sameContent.js';
import type { States } from './conditions.js';
import { partDifferences } from './parts.js';
import { wordingDifferences } from './wording.js';

/** What became of the sections, but for their items. */
export function sectionDifferences({ before, after }: States): Difference[] {
  const bare = (section: Section) => ({ ...section, items: [] });
  return partDifferences('section', before.sections.map(bare), after.sections.map(bare), (was, is, place) => {
    const groups = ({ randomised }: Section) => randomised.map((group) => group.join(', ')).join('; ') || '–';
    return [
      ...(['title', 'hint'] as const).flatMap((field) =>
        wordingDifferences(place, { textKey: `section.${is.id}.${field}` }, was[field], is[field]),
      ),
      ...(sameContent(was.randomised, is.randomised)
        ? []
        : [difference(place, 'randomised', { before: groups(was), after: groups(is) })]),
    ];
  });
}
