import type { ImportNote } from './importResult.js';

/** How large a questionnaire from outside may be: far beyond what a person answers, far below what a page cannot show. */
export const QUESTIONNAIRE_LIMITS = { items: 1_000, sections: 300, options: 9_000 } as const;

interface Counted {
  sections: readonly { items: readonly unknown[] }[];
  scales: readonly { options: readonly unknown[] }[];
  lists: readonly { options: readonly unknown[] }[];
}

/** What a questionnaire has too many of; null if nothing. */
export function excessOf({ sections, scales, lists }: Counted): ImportNote | null {
  const { items: mostItems, sections: mostSections, options: mostOptions } = QUESTIONNAIRE_LIMITS;
  const items = sum(sections.map((section) => section.items.length));
  const options = sum([...scales, ...lists].map((list) => list.options.length));
  const place = { in: 'file' } as const;
  if (items > mostItems) return { place, kind: 'json_too_many_items', values: { n: items, most: mostItems } };
  if (sections.length > mostSections)
    return { place, kind: 'json_too_many_sections', values: { n: sections.length, most: mostSections } };
  return options > mostOptions ? { place, kind: 'json_too_many_options', values: { n: options, most: mostOptions } } : null;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
