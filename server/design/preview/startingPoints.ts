import { pagesOf, type Answers, type Definition, type LocalizedText } from '../../../survey-definitions/contract/index.js';
import { sampleAnswers } from './sampleAnswers.js';
import type { Walk } from './walk.js';

/** A page at which one may begin to try out, with the answers that lead there. */
export interface StartingPoint {
  name: 'opening' | 'town' | 'check' | 'thanks' | 'declined' | 'screened_out' | LocalizedText;
  /** Behind the address of the walk. */
  step: string;
  walk: Walk | null;
}

/** The fixed pages, and the first page of every part that the sample answers lead to. */
export function startingPoints(definition: Definition): StartingPoint[] {
  const sample = sampleAnswers(definition);
  const pages = pagesOf(definition, sample);
  const parts = pages.flatMap((page, at) => {
    const startsPart = at > 0 && pages[at - 1]?.section !== page.section;
    if (!startsPart || page.section.title === undefined) return [];
    const before = new Set(pages.slice(0, at).flatMap(({ items }) => items.map(({ id }) => id)));
    return [{ name: page.section.title, step: `/q/${page.id}`, walk: walkOf(answersTo(before, sample)) }];
  });
  return [
    { name: 'opening', step: '', walk: null },
    { name: 'town', step: '/town', walk: null },
    ...parts,
    { name: 'check', step: '/check', walk: walkOf(sample) },
    { name: 'thanks', step: '/thanks', walk: null },
    { name: 'declined', step: '/declined', walk: null },
    { name: 'screened_out', step: '/screened-out', walk: null },
  ];
}

function walkOf(answers: Answers): Walk {
  return { answers, facetOrder: [] };
}

function answersTo(items: ReadonlySet<string>, answers: Answers): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([field]) => items.has(field.replace(/__text$/, ''))));
}
