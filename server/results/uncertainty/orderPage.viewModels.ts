import type { RankSensitivity } from '../../../scoring/index.js';
import type { Method, Town } from '../../../survey-definitions/contract/index.js';
import type { Layout } from '../../http/layout.js';
import type { PageModel } from '../../http/views.js';
import { textsIn, type Language, type Texts } from '../../i18n/index.js';
import { figuresIn, type Figures } from '../pages/figures.js';
import type { IntervalBar } from '../pages/intervalBar.js';
import { aboveMatrixFrom, type AboveMatrix, type MatrixTown } from './aboveMatrix.viewModels.js';
import type { DrawnTown, DrawnTowns } from './drawnTowns.js';
import { fileLinksFrom, type FileLinks } from './fileLinks.viewModels.js';
import { methodologyNotesFrom, type MethodologyNotes } from './methodologyNotes.viewModels.js';
import { pairListFrom, type PairList } from './pairList.viewModels.js';
import { rankAxisOf, rankBarFrom } from './rankBar.js';
import { sensitivitySectionFrom, type SensitivitySection } from './sensitivitySection.viewModels.js';

interface Link {
  label: string;
  href: string;
}

export interface OrderPage extends PageModel {
  crumbs: Link[];
  heading: string;
  facts: string[];
  methodLink: Link;
  years: { label: string; options: (Link & { current: boolean })[] } | null;
  /** Instead of everything below. */
  tooFew: string | null;
  shown: {
    drivers: SensitivitySection & { heading: string };
    ranks: {
      heading: string;
      intro: string;
      axis: string[];
      headings: { town: string; range: string; median: string; score: string };
      rows: { name: string; href: string; range: string; median: string; score: string; bar: IntervalBar }[];
    };
    pairs: PairList;
    matrix: AboveMatrix;
    notes: MethodologyNotes;
    files: FileLinks;
  } | null;
  leftOut: { heading: string; rows: { name: string; href: string; reason: string }[] };
  links: Link[];
}

declare module '../../http/views.js' {
  interface Views {
    'results/uncertaintyOrder': OrderPage;
  }
}

export interface OrderPageMaterial {
  layout: Layout;
  language: Language;
  towns: readonly Town[];
  method: Method;
  year: number | null;
  /** Years in which any town has a score, the newest first. */
  years: readonly number[];
  drawn: DrawnTowns;
  sensitivity: RankSensitivity | null;
  /** The town whose pairs are listed; the first unless another is named. */
  townId: string | undefined;
  runs: { base: number; seed: number; bootstrap: number };
}

export function buildOrderPage(material: OrderPageMaterial): OrderPage {
  const { layout, language, towns, method, year, years, drawn } = material;
  const t = textsIn(language);
  const { comparison, leftOut } = drawn;
  const nameOf = (id: string): string => towns.find((town) => town.id === id)?.name[language] ?? id;
  const hrefOf = (path: string, of: number | null): string => `${path}?${new URLSearchParams(queryOf(of, method)).toString()}`;
  return {
    layout,
    crumbs: [{ label: t('uncertainty.link_compare'), href: hrefOf('/compare', year) }],
    heading: t('uncertainty.order_title'),
    facts: [
      ...(year === null ? [] : [t('results.score_of_year', { year })]),
      ...(comparison
        ? [
            t('results.compare_towns', { count: comparison.towns.length }),
            t('results.compare_common', { count: comparison.ranks.common.length }),
          ]
        : []),
    ],
    methodLink: {
      label: t('results.method_link', { name: method.name[language], version: method.version }),
      href: `/method/${method.id}?version=${method.version}`,
    },
    years:
      years.length > 1
        ? {
            label: t('results.years_label'),
            options: years.map((other) => ({
              label: String(other),
              href: hrefOf('/compare/uncertainty', other),
              current: other === year,
            })),
          }
        : null,
    tooFew: comparison ? null : t('uncertainty.order_too_few'),
    shown: shownOf(material, nameOf, t, figuresIn(language, t)),
    leftOut: {
      heading: leftOut.length > 0 ? t('uncertainty.left_out_heading') : '',
      rows: leftOut.map(({ townId, reason }) => ({
        name: nameOf(townId),
        href: `/towns/${townId}`,
        reason: t(`uncertainty.left_out_${reason}`),
      })),
    },
    links: [{ label: t('uncertainty.link_compare'), href: hrefOf('/compare', year) }],
  };
}

/** The place of the page, for addresses and forms. */
function queryOf(year: number | null, method: Method): Record<string, string> {
  return { ...(year !== null && { year: String(year) }), method: method.id };
}

function shownOf(material: OrderPageMaterial, nameOf: (id: string) => string, t: Texts, figures: Figures): OrderPage['shown'] {
  const { drawn, sensitivity, year, method, runs, language, townId } = material;
  const { comparison } = drawn;
  if (comparison === null || sensitivity === null || year === null) return null;
  const { ranks } = comparison;
  const ordered = inOrderOfPlaces(comparison, nameOf, new URLSearchParams(queryOf(year, method)).toString());
  const chosen = ordered.find((town) => town.townId === townId) ?? ordered[0];
  if (chosen === undefined) return null;
  return {
    drivers: {
      heading: t('uncertainty.order_drivers_heading'),
      ...sensitivitySectionFrom(sensitivity, 'order', t, figures),
    },
    ranks: {
      heading: t('uncertainty.ranks_heading'),
      intro: t('uncertainty.ranks_intro'),
      axis: rankAxisOf(ordered.length),
      headings: {
        town: t('uncertainty.matrix_town'),
        range: t('uncertainty.table_places'),
        median: t('uncertainty.table_median_place'),
        score: t('uncertainty.table_score'),
      },
      rows: ordered.map((town) => ({
        name: town.name,
        href: town.href,
        median: figures.whole(town.figure.median),
        range: placesText(town.figure.interval, t, figures),
        score: t('uncertainty.rank_score', {
          score: figures.score(town.score),
          range: figures.scoreRange(town.drawn.interval),
        }),
        bar: rankBarFrom(town.figure, ordered.length),
      })),
    },
    pairs: pairListFrom(ordered, chosen, queryOf(year, method), ranks, t, figures),
    matrix: aboveMatrixFrom(ordered, ranks, t, figures),
    notes: methodologyNotesFrom('order', ranks, runs, t, figures),
    files: fileLinksFrom('/compare/uncertainty.csv', queryOf(year, method), language, t),
  };
}

type OrderedTown = MatrixTown & DrawnTown & { figure: { median: number; interval: { lower: number; upper: number } } };

/** By median place, then by how far the places reach, then by name: an order to read by, not a ranking. */
function inOrderOfPlaces(
  { towns, ranks }: NonNullable<DrawnTowns['comparison']>,
  nameOf: (id: string) => string,
  query: string,
): OrderedTown[] {
  const ordered = towns.flatMap((town): OrderedTown[] => {
    const figure = ranks.ranks.find((rank) => rank.town === town.townId);
    const { townId } = town;
    return figure ? [{ ...town, figure, name: nameOf(townId), href: `/towns/${townId}/uncertainty?${query}` }] : [];
  });
  return ordered.sort(
    (a, b) =>
      a.figure.median - b.figure.median ||
      a.figure.interval.lower - b.figure.interval.lower ||
      a.figure.interval.upper - b.figure.interval.upper ||
      (a.name < b.name ? -1 : 1),
  );
}

function placesText({ lower, upper }: { lower: number; upper: number }, t: Texts, figures: Figures): string {
  if (lower === upper) return figures.whole(lower);
  return t('results.range', { lower: figures.whole(lower), upper: figures.whole(upper) });
}
