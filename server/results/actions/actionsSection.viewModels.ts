import type { WeakIndicator } from '../../../scoring/index.js';
import type { Directions, MethodIndicator } from '../../../survey-definitions/contract/index.js';
import { formatDate, textsIn, type Language, type Texts } from '../../i18n/index.js';
import type { MethodNames } from '../methods/methodNames.js';
import { figuresIn, type Figures } from '../pages/figures.js';
import { intervalBarFrom, shapeOf, type BarTone, type IntervalBar } from '../pages/intervalBar.js';
import type { ScoreContent } from '../scores/scoreContent.js';
import type { EditorialLink } from './directionLinks.service.js';
import { quotationOf, quotedSourcesOf, type Quotation, type QuotedSource } from './quotation.viewModels.js';
import { referenceWords } from './referenceWords.viewModels.js';
import type { WeakPoints } from './weakIndicators.js';

/** The end of a town's page: its weakest indicators, and what publications advise there. */
export interface ActionsSection {
  heading: string;
  intro: string[];
  points: WeakPoint[];
  allHeading: string;
  sourcesHeading: string;
  sources: QuotedSource[];
  notes: string[];
}

interface WeakPoint {
  id: string;
  code: string;
  chipClass: string;
  name: string;
  /** The row of the indicator further up the page. */
  href: string;
  tags: string[];
  facts: string[];
  bar: IntervalBar;
  apart: { label: string; links: { label: string; href: string }[]; why: string } | null;
  doubts: string[];
  directionsHeading: string;
  directions: Quotation[];
  /** Said instead of directions where none is linked. */
  unlinked: string;
  editorial: { label: string; reason: string } | null;
}

export interface ActionsMaterial {
  language: Language;
  score: ScoreContent;
  names: Pick<MethodNames, 'indicator'>;
  weak: WeakPoints;
  directions: Directions;
  linkOf: (indicator: string) => EditorialLink;
}

const BAR_HEIGHT = 30;

export function buildActionsSection(material: ActionsMaterial): ActionsSection {
  const { language, score, weak, directions } = material;
  const t = textsIn(language);
  const figures = figuresIn(language, t);
  const total = score.result.indicators.filter(({ state }) => state === 'scored').length;
  return {
    heading: t('actions.heading'),
    intro: [
      t('actions.rule'),
      t('actions.left_out'),
      weak.below === 0 ? t('actions.none') : t('actions.counts', { total, below: weak.below, shown: weak.points.length }),
    ],
    points: weak.points.map(({ weak: point, indicator }) => weakPoint(point, indicator, { ...material, t, figures })),
    allHeading: t('actions.all', { total: directions.directions.length }),
    sourcesHeading: t('actions.sources'),
    sources: quotedSourcesOf(directions, language, t),
    notes: [t('actions.shortened'), t('actions.who_links'), t('actions.no_promise')],
  };
}

interface Reader extends ActionsMaterial {
  t: Texts;
  figures: Figures;
}

function weakPoint(weak: WeakIndicator, indicator: MethodIndicator, reader: Reader): WeakPoint {
  const { names, linkOf, language, t } = reader;
  const link = linkOf(indicator.id);
  return {
    id: `weak-${weak.code.toLowerCase()}`,
    code: weak.code,
    chipClass: `tone-${toneOf(weak.code)}`,
    name: names.indicator(weak.code).slice(weak.code.length + 1),
    href: rowOf(weak.code),
    tags: tagsOf(indicator, reader),
    facts: factsOf(weak, indicator, reader),
    bar: barOf(weak, indicator),
    apart:
      weak.notApartFrom.length === 0
        ? null
        : {
            label: t('actions.apart'),
            links: weak.notApartFrom.map((code) => ({ label: code, href: rowOf(code) })),
            why: t('actions.apart_why'),
          },
    doubts: weak.mayReachReference ? [t('actions.reaches')] : [],
    directionsHeading: t('actions.directions'),
    directions: link.directions.map((direction) => quotationOf(direction, language, t)),
    unlinked: link.directions.length === 0 ? t('actions.unlinked') : '',
    editorial: link.reason && { label: t('actions.editorial'), reason: reasonOf(link.reason[language], link, reader) },
  };
}

function reasonOf(reason: string, { changed }: EditorialLink, { language, t }: Reader): string {
  if (changed === null) return reason;
  return [reason, t('actions.changed_on', { date: formatDate(changed.at.toISOString().slice(0, 10), language) })].join(' ');
}

function factsOf(weak: WeakIndicator, indicator: MethodIndicator, { t, figures, language }: Reader): string[] {
  const { first, last } = weak.place;
  const score = figures.indicator(weak.score);
  return [
    first === last ? t('actions.place', { place: first }) : t('actions.places_shared', { first, last }),
    weak.interval === null
      ? t('actions.score', { score })
      : t('actions.score_range', { score, range: figures.indicatorRange(weak.interval) }),
    t('actions.gap', { gap: figures.indicator(weak.gap) }),
    referenceWords(indicator, weak.reference, { language, t, figures }),
  ];
}

/** The score with the stretch that is missing to the reference. */
function barOf({ score, interval, reference }: WeakIndicator, indicator: MethodIndicator): IntervalBar {
  const mark =
    indicator.source === 'survey'
      ? { tone: indicator.population, shape: shapeOf(indicator.population) }
      : { tone: toneOf(indicator.code), shape: 'square' as const };
  return intervalBarFrom(BAR_HEIGHT, [{ value: score, interval, ...mark }], { lower: score, upper: reference });
}

function tagsOf(indicator: MethodIndicator, { score, t }: Reader): string[] {
  const few =
    indicator.source === 'survey' &&
    score.surveys.some(({ population, estimates }) => {
      const cell = estimates[indicator.code];
      return population === indicator.population && cell?.state === 'published' && cell.lowReliability;
    });
  return [
    ...(score.inputs.synthetic.includes(indicator.code) ? [t('results.tag_synthetic')] : []),
    ...(few ? [t('results.tag_few', { population: t(`interface.lbl_${indicator.population}`) })] : []),
  ];
}

function rowOf(code: string): string {
  return `#${code.toLowerCase()}`;
}

function toneOf(code: string): BarTone {
  return code.charAt(0).toLowerCase() as BarTone;
}
