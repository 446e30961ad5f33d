import type { DevelopmentDirection, Directions } from '../../../survey-definitions/contract/index.js';
import type { Language, Texts } from '../../i18n/index.js';

/** A direction as it is quoted, and where it stands. */
export interface Quotation {
  text: string;
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

export function quotationOf(
  { source, kind, number, heading, text }: DevelopmentDirection,
  language: Language,
  t: Texts,
): Quotation {
  return {
    text: [...(heading ? [heading[language]] : []), text[language]].join(': '),
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

function labelOf(source: string): string {
  return source.toUpperCase();
}

function anchorOf(source: string): string {
  return `source-${source}`;
}
