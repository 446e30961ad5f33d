import type { Texts } from '../../i18n/index.js';
import type { Finding } from '../lint/finding.js';
import { ownerOfText } from '../ownerOfText.js';
import { draftAddress, type Place } from '../places.js';

/** How many things the checks say of one place, in words, with the weight of the gravest. */
export interface FindingMark {
  words: string;
  tone: 'bad' | 'care' | 'plain';
  href: string;
}

const TONES = { error: 'bad', warning: 'care', hint: 'plain' } as const;

/** What the checks say of one part of a questionnaire, its texts included. */
export function findingsOfPart(findings: readonly Finding[], part: Place['part'], id: string): Finding[] {
  return findings.filter(({ place }) => keyOf(place) === `${part} ${id}`);
}

/** Counts the findings of sections and items. */
export function findingMarks(findings: readonly Finding[], questionnaire: string, t: Texts) {
  const byPart = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = keyOf(finding.place);
    byPart.set(key, [...(byPart.get(key) ?? []), finding]);
  }
  return (part: Place['part'], id: string): FindingMark | null => {
    const found = byPart.get(`${part} ${id}`) ?? [];
    const gravest = (['error', 'warning', 'hint'] as const).find((severity) => found.some((each) => each.severity === severity));
    if (gravest === undefined) return null;
    const words = t(`designStructure.found_${gravest}`, { count: found.length });
    return { words, tone: TONES[gravest], href: `${draftAddress(questionnaire)}/checks` };
  };
}

function keyOf(place: Place): string {
  const part = place.part === 'text' ? ownerOfText(place.key) : place;
  return `${part.part} ${'id' in part ? part.id : ''}`;
}
