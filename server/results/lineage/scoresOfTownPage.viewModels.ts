import type { Town } from '../../../survey-definitions/contract/index.js';
import type { Layout } from '../../http/layout.js';
import type { PageModel } from '../../http/views.js';
import { formatDate, textsIn, type Language, type Texts } from '../../i18n/index.js';
import { figuresIn } from '../pages/figures.js';
import type { ReleaseSummary } from '../releases/release.js';
import type { TownScores } from './lineage.service.js';
import type { LineageCell } from './lineageBlocks.viewModels.js';
import { scoreAddress } from './lineageAddress.js';
import { seriesOf, standingIn } from './scoreSeries.js';

interface ScoreLine {
  name: string;
  href: string;
  cells: LineageCell[];
}

/** What stood published of a town, and when. */
export interface ScoresOfTownPage extends PageModel {
  crumbs: { label: string; href: string }[];
  heading: string;
  intro: string;
  none: string;
  live: { text: string; link: { label: string; href: string } } | null;
  headings: string[];
  releases: { id: string; heading: string; date: string; rows: ScoreLine[] }[];
  /** For coordinators only. */
  computed: { heading: string; text: string; headings: string[]; rows: ScoreLine[]; none: string } | null;
}

declare module '../../http/views.js' {
  interface Views {
    'results/lineageScores': ScoresOfTownPage;
  }
}

export interface ScoresOfTownMaterial {
  layout: Layout;
  language: Language;
  town: Town;
  scores: TownScores;
  /** Where the preview of a live demonstration is read. */
  livePreview: string | null;
  methodName: (id: string, version: number) => string;
  mayReadAll: boolean;
}

export function buildScoresOfTownPage(material: ScoresOfTownMaterial): ScoresOfTownPage {
  const { layout, language, town, scores, livePreview, mayReadAll } = material;
  const t = textsIn(language);
  const { releases } = scores;
  return {
    layout,
    crumbs: [
      { label: t('common.towns'), href: '/' },
      { label: town.name[language], href: `/towns/${town.id}` },
    ],
    heading: t('lineage.list_heading', { town: town.name[language] }),
    intro: t('lineage.list_intro'),
    none: releases.length === 0 ? t('lineage.list_none') : '',
    live:
      livePreview === null
        ? null
        : { text: t('lineage.list_live'), link: { label: t('lineage.list_live_link'), href: livePreview } },
    headings: [t('lineage.list_method'), ...releaseColumns(t)],
    releases: releases.map((release) => ({
      id: `release-${release.number}`,
      heading: t('lineage.list_release', { number: release.number }),
      date: formatDate(release.date, language),
      rows: release.scores.map((score) => releasedLine(release, score, material)),
    })),
    computed: mayReadAll ? computedSection(material, t) : null,
  };
}

function releaseColumns(t: Texts): string[] {
  return [t('lineage.list_year'), t('lineage.list_score'), t('lineage.list_synthetic'), t('lineage.list_standing')];
}

function releasedLine(
  release: ReleaseSummary,
  { scoreId, methodId, methodVersion, synthetic, integral }: ReleaseSummary['scores'][number],
  { language, town, scores, methodName }: ScoresOfTownMaterial,
): ScoreLine {
  const t = textsIn(language);
  const figures = figuresIn(language, t);
  const series = seriesOf(scores.releases, {
    year: release.year,
    method: { id: methodId, version: methodVersion },
    options: { synthetic, excludedFlags: [] },
  });
  const { newer } = standingIn(series, scoreId);
  const interval =
    integral?.lower !== undefined && integral.upper !== undefined ? { lower: integral.lower, upper: integral.upper } : null;
  const number = integral ? figures.score(integral.score) : t('results.partial');
  const texts = [
    String(release.year),
    interval ? `${number} (${figures.scoreRange(interval)})` : number,
    t(`lineage.synthetic_${synthetic}`),
    newer ? t('lineage.list_replaced', { number: newer.number }) : t('lineage.list_stands'),
  ];
  return {
    name: methodName(methodId, methodVersion),
    href: scoreAddress(town.id, scoreId),
    cells: cellsOf(texts, releaseColumns(t)),
  };
}

function computedSection({ language, town, scores, methodName }: ScoresOfTownMaterial, t: Texts): ScoresOfTownPage['computed'] {
  const columns = [t('lineage.list_year'), t('lineage.list_stored')];
  return {
    heading: t('lineage.list_computed'),
    text: t('lineage.list_computed_text'),
    headings: [t('lineage.list_method'), ...columns],
    none: scores.computed.length === 0 ? t('lineage.list_computed_none') : '',
    rows: scores.computed.map(({ _id, year, methodId, methodVersion, storedOn }) => ({
      name: methodName(methodId, methodVersion),
      href: scoreAddress(town.id, _id),
      cells: cellsOf([String(year), storedOn === undefined ? '–' : formatDate(storedOn, language)], columns),
    })),
  };
}

function cellsOf(texts: readonly string[], labels: readonly string[]): LineageCell[] {
  return texts.map((text, at) => ({ label: labels[at] ?? '', text, cellClass: '', href: null }));
}
