import type { DevelopmentDirection, Directions } from '../../../survey-definitions/contract/index.js';
import type { Language, Texts } from '../../i18n/index.js';

/** A direction as it is quoted, and where it stands. */
export interface Quotation {
  text: string;
  /** The English wording that the text translates; null for who reads it anyway. */
  english: string | null;
  origin: string;
  /** The citation of its source further down the page. */
  href: string;
}

/** Publications with the directions that they name. */
export interface QuotedSource {
  id: string;
  label: string;
  citation: string;
  quotations: Quotation[];
}

export function quotationOf(direction: DevelopmentDirection, language: Language, t: Texts): Quotation {
  const { source, kind, number } = direction;
  return {
    text: wordingOf(direction, language),
    english: language === 'en' ? null : wordingOf(direction, 'en'),
    origin: t(`actions.origin_${kind}`, { source: labelOf(source), number: number ?? '' }),
    href: `#${anchorOf(source)}`,
  };
}

export function quotedSourcesOf({ sources, directions }: Directions, language: Language, t: Texts): QuotedSource[] {
  return sources.map(({ id, citation, place }) => ({
    id: anchorOf(id),
    label: `[${labelOf(id)}]`,
    citation: t('actions.source', { citation: citation[language], place: place[language] }),
    quotations: directions.filter(({ source }) => source === id).map((direction) => quotationOf(direction, language, t)),
  }));
}

function wordingOf({ heading, text }: DevelopmentDirection, language: Language): string {
  return [...(heading ? [heading[language]] : []), text[language]].join(': ');
}

function labelOf(source: string): string {
  return source.toUpperCase();
}

function anchorOf(source: string): string {
  return `source-${source}`;
}
