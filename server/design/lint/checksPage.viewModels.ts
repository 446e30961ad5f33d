import type { Definition } from '../../../survey-definitions/contract/index.js';
import type { PageModel } from '../../http/views.js';
import { textsIn, type Language } from '../../i18n/index.js';
import type { DraftFrame } from '../editing/draftFrame.viewModels.js';
import { placeInWords } from '../inWords.js';
import { namesOfPlaces } from '../namesOfPlaces.js';
import { ownerOfText } from '../ownerOfText.js';
import { addressOfPlace, draftAddress, type Place } from '../places.js';
import type { DraftRevision } from '../questionnaires/draft.js';
import type { Finding, Severity } from './finding.js';
import { findingInWords } from './findingInWords.js';
import { minutesToAnswer } from './style/minutesToAnswer.js';

/** The findings of one weight, place by place. */
export interface FindingGroup {
  id: string;
  heading: string;
  about: string;
  tone: 'bad' | 'care' | 'plain';
  count: number;
  places: FindingsOfPlace[];
}

export interface FindingsOfPlace {
  name: string;
  href: string;
  /** What is said of a text has a way to that text in all languages. */
  findings: { sentence: string; text: { label: string; href: string } | null }[];
}

export type ChecksPage = PageModel & {
  frame: DraftFrame;
  heading: string;
  explanation: string;
  minutes: string;
  /** Said where nothing is in the way of publishing. */
  clear: string | null;
  next: { label: string; href: string } | null;
  groups: FindingGroup[];
};

declare module '../../http/views.js' {
  interface Views {
    'design/checks': ChecksPage;
  }
}

const TONES = { error: 'bad', warning: 'care', hint: 'plain' } as const;
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'hint'];

export function buildChecksPage(
  language: Language,
  { draft, findings }: { draft: DraftRevision; findings: readonly Finding[] },
): Omit<ChecksPage, 'layout' | 'frame'> {
  const t = textsIn(language);
  const passes = !findings.some(({ severity }) => severity === 'error');
  return {
    heading: t('designLint.title'),
    explanation: t('designLint.explanation'),
    minutes: t('designLint.minutes', { count: Math.max(1, Math.round(minutesToAnswer(draft.definition))) }),
    clear: passes ? t(findings.length === 0 ? 'designLint.nothing' : 'designLint.no_errors') : null,
    next: passes ? { label: t('designLint.to_publish'), href: `${draftAddress(draft.questionnaire)}/publish` } : null,
    groups: SEVERITIES.flatMap((severity) => {
      const found = findings.filter((finding) => finding.severity === severity);
      if (found.length === 0) return [];
      return [
        {
          id: severity,
          heading: t(`designLint.severity_${severity}`),
          about: t(`designLint.about_${severity}`),
          tone: TONES[severity],
          count: found.length,
          places: findingsByPlace(found, draft, language),
        },
      ];
    }),
  };
}

/** Findings under the names of their places; what is said of a text stands with the part that it belongs to. */
export function findingsByPlace(
  findings: readonly Finding[],
  { questionnaire, definition }: { questionnaire: string; definition: Definition },
  language: Language,
): FindingsOfPlace[] {
  const places = new Map<string, { place: Place; findings: Finding[] }>();
  for (const finding of findings) {
    const place = finding.place.part === 'text' ? ownerOfText(finding.place.key) : finding.place;
    const known = places.get(JSON.stringify(place));
    places.set(JSON.stringify(place), { place, findings: [...(known?.findings ?? []), finding] });
  }
  const nameOf = namesOfPlaces(definition);
  return [...places.values()].map(({ place, findings: found }) => ({
    name: placeInWords(place, nameOf(place), language),
    href: addressOfPlace(questionnaire, place),
    findings: found.map((finding) => ({
      sentence: findingInWords(finding, language),
      text:
        finding.place.part === 'text'
          ? { label: textsIn(language)('designLint.open_text'), href: addressOfPlace(questionnaire, finding.place) }
          : null,
    })),
  }));
}
