import type { Method, Town } from '../../../survey-definitions/contract/index.js';
import type { Layout } from '../../http/layout.js';
import type { PageModel } from '../../http/views.js';
import { textsIn, type Language, type Texts } from '../../i18n/index.js';
import type { ComparedScore, Comparison } from '../towns/comparison.js';
import type { DrawnTowns } from '../uncertainty/drawnTowns.js';
import { publicDrawShareOf } from '../uncertainty/publicUncertainty.js';
import { figuresIn, type Figures } from './figures.js';
import { AXIS_LABELS, intervalBarFrom, type IntervalBar } from './intervalBar.js';

export interface ComparePage extends PageModel {
  heading: string;
  facts: string[];
  methodLink: { label: string; href: string };
  intro: string;
  /** Read out with the link behind each number. */
  lineageLabel: string;
  uncertaintyLink: { label: string; href: string } | null;
  /** Absent while fewer than two towns can be compared. */
  pick: {
    label: string;
    button: string;
    year: string;
    method: string;
    options: { id: string; name: string; selected: boolean }[];
  } | null;
  axis: string[];
  groups: CompareGroup[];
  /** The files from which R computes the same scores; absent where there are none. */
  coinr: { intro: string; links: { label: string; href: string }[] } | null;
  notCompared: { heading: string; rows: { name: string; href: string; reason: string }[] };
}

interface CompareGroup {
  id: string;
  groupClass: string;
  heading: string;
  detail: string;
  towns: {
    name: string;
    href: string;
    lineage: string;
    isReference: boolean;
    rowClass: string;
    value: string;
    range: string;
    own: string;
    difference: string;
    bar: IntervalBar;
  }[];
}

declare module '../../http/views.js' {
  interface Views {
    'results/compare': ComparePage;
  }
}

export interface ComparePageMaterial {
  layout: Layout;
  language: Language;
  towns: readonly Town[];
  method: Method;
  year: number | null;
  comparison: Comparison | null;
  /** Towns with something to show in the year that cannot take part. */
  leftOut: DrawnTowns['leftOut'];
  /** Towns whose score was computed by another version of the method. */
  otherVersions: readonly { townId: string; version: number }[];
  /** Where the score of a town comes from. */
  lineageOf: (townId: string) => string;
}

export function buildComparePage(material: ComparePageMaterial): ComparePage {
  const { layout, language, towns, method, year, comparison, leftOut, otherVersions, lineageOf } = material;
  const t = textsIn(language);
  const nameOf = (id: string): string => towns.find((town) => town.id === id)?.name[language] ?? id;
  const hrefOf = (id: string): string =>
    `/towns/${id}?${new URLSearchParams({ ...(year !== null && { year: String(year) }), method: method.id }).toString()}`;
  return {
    layout,
    heading: t('results.compare_heading'),
    facts: [
      ...(year === null ? [] : [t('results.score_of_year', { year })]),
      ...(comparison
        ? [
            t('results.compare_towns', { count: comparison.towns.length }),
            t('results.compare_common', { count: comparison.common.length }),
          ]
        : []),
    ],
    methodLink: {
      label: t('results.method_link', { name: method.name[language], version: method.version }),
      href: `/method/${method.id}?version=${method.version}`,
    },
    intro: comparison
      ? t('uncertainty.compare_intro', { draws: figuresIn(language, t).whole(comparison.draws) })
      : t('results.compare_too_few'),
    lineageLabel: t('lineage.link'),
    uncertaintyLink: comparison && {
      label: t('uncertainty.link_order'),
      href: `/compare/uncertainty?${new URLSearchParams({ year: String(year), town: comparison.reference.townId, method: method.id }).toString()}`,
    },
    pick: comparison && {
      label: t('results.compare_pick'),
      button: t('results.compare_show'),
      year: String(year),
      method: method.id,
      options: comparison.towns.map(({ townId }) => ({
        id: townId,
        name: nameOf(townId),
        selected: townId === comparison.reference.townId,
      })),
    },
    axis: AXIS_LABELS,
    groups: comparison ? groupsOf(comparison, { nameOf, hrefOf, lineageOf, t, figures: figuresIn(language, t) }) : [],
    coinr: comparison && {
      intro: t('lineage.coinr_intro'),
      links: [
        { label: t('lineage.coinr_data'), href: `/api/v1/coinr/iData.csv?year=${year}` },
        { label: t('lineage.coinr_meta'), href: `/api/v1/coinr/iMeta.csv?year=${year}` },
      ],
    },
    notCompared: {
      heading: leftOut.length + otherVersions.length > 0 ? t('results.compare_left_out') : '',
      rows: [
        ...leftOut.map(({ townId, reason }) => ({ townId, reason: t(`uncertainty.left_out_${reason}`) })),
        ...otherVersions.map(({ townId, version }) => ({ townId, reason: t('methods.left_out_version', { version }) })),
      ].map(({ townId, reason }) => ({ name: nameOf(townId), href: hrefOf(townId), reason })),
    },
  };
}

interface CompareWords {
  nameOf: (townId: string) => string;
  hrefOf: (townId: string) => string;
  lineageOf: (townId: string) => string;
  t: Texts;
  figures: Figures;
}

function groupsOf(comparison: Comparison, words: CompareWords): CompareGroup[] {
  const { nameOf, t } = words;
  const { reference, towns } = comparison;
  const headings = {
    above: t('results.compare_above', { town: nameOf(reference.townId) }),
    same: t('results.compare_same', { town: nameOf(reference.townId) }),
    below: t('results.compare_below', { town: nameOf(reference.townId) }),
  };
  return (['above', 'same', 'below'] as const).flatMap((position) => {
    const members = towns.filter((town) => town.position === position);
    if (members.length === 0) return [];
    return [
      {
        id: `group-${position}`,
        groupClass: position === 'same' ? 'group is-same' : 'group',
        heading: headings[position],
        detail: t('results.compare_towns', { count: members.length }),
        towns: members.map((town) => townRow(town, reference, words)),
      },
    ];
  });
}

function townRow(
  town: ComparedScore,
  reference: ComparedScore,
  { nameOf, hrefOf, lineageOf, t, figures }: CompareWords,
): CompareGroup['towns'][number] {
  const isReference = town.townId === reference.townId;
  return {
    name: nameOf(town.townId),
    href: hrefOf(town.townId),
    lineage: lineageOf(town.townId),
    isReference,
    rowClass: isReference ? 'town is-reference' : 'town',
    value: figures.score(town.score),
    range: figures.scoreRange(town.interval),
    own: t('results.compare_own', { score: figures.score(town.ownScore) }),
    difference: isReference ? t('results.compare_reference') : differenceText(town, t, figures),
    bar: intervalBarFrom(
      34,
      [{ value: town.score, interval: town.interval, tone: 'total', shape: 'circle' }],
      reference.interval,
    ),
  };
}

/** The larger share is told, so that nobody has to subtract. */
function differenceText({ difference, shares }: ComparedScore, t: Texts, figures: Figures): string {
  const points = figures.points(difference);
  const [above, below] = [publicDrawShareOf(shares.above), publicDrawShareOf(shares.below)];
  return above >= below
    ? t('uncertainty.compare_detail_above', { points, share: figures.percent(above) })
    : t('uncertainty.compare_detail_below', { points, share: figures.percent(below) });
}
