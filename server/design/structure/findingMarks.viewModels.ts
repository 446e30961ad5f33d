import type { Texts } from '../../i18n/index.js';
import type { Finding } from '../lint/finding.js';
import { draftAddress, type Place } from '../places.js';

/** How many things the checks say of one place, in words, with the weight of the gravest. */
export interface FindingMark {
  words: string;
  tone: 'bad' | 'care' | 'plain';
  href: string;
}

const TONES = { error: 'bad', warning: 'care', hint: 'plain' } as const;

/** Counts the findings of sections, items and answer lists, those on their texts included. */
export function findingMarks(findings: readonly Finding[], questionnaire: string, t: Texts) {
  const byPlace = new Map<string, Finding[]>();
  for (const finding of findings) byPlace.set(keyOf(finding.place), [...(byPlace.get(keyOf(finding.place)) ?? []), finding]);
  return (part: Place['part'], id: string): FindingMark | null => {
    const found = byPlace.get(`${part} ${id}`) ?? [];
    const gravest = (['error', 'warning', 'hint'] as const).find((severity) => found.some((each) => each.severity === severity));
    if (gravest === undefined) return null;
    const words = t(`designStructure.found_${gravest}`, { count: found.length });
    return { words, tone: TONES[gravest], href: `${draftAddress(questionnaire)}/checks` };
  };
}

/** A text belongs to the part in whose key it stands: `item.sex.text`. */
function keyOf(place: Place): string {
  if (place.part !== 'text') return `${place.part} ${'id' in place ? place.id : ''}`;
  const [part = '', id = ''] = place.key.split('.');
  return `${part} ${id}`;
}
