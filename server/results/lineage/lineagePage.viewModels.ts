import type { Layout } from '../../http/layout.js';
import type { PageModel } from '../../http/views.js';
import { formatDate, formatInteger } from '../../i18n/index.js';
import { AXIS_LABELS, intervalBarFrom, type IntervalBar } from '../pages/intervalBar.js';
import { rangeOf, samplingIntervalOf } from '../pages/scoreRange.js';
import { buildLineageBlocks, type LineageBlock } from './lineageBlocks.viewModels.js';
import { scoreAddress } from './lineageAddress.js';
import { lineageWordsFrom, type LineageMaterial, type LineageWords } from './lineageMaterial.js';
import {
  buildOfficialSources,
  buildSurveySources,
  flagsText,
  type LineageFact,
  type OfficialSources,
  type SurveySource,
} from './lineageSources.viewModels.js';
import type { Standing } from './scoreSeries.js';

interface Link {
  label: string;
  href: string;
}

/** Everything that one score was computed from. */
export interface LineagePage extends PageModel {
  crumbs: Link[];
  heading: string;
  intro: string;
  standing: { noteClass: string; text: string; link: Link | null };
  older: Link | null;
  number: { heading: string; value: string; none: string; bar: IntervalBar; axis: string[]; facts: LineageFact[] };
  how: { heading: string; facts: LineageFact[] };
  blocks: LineageBlock[];
  surveys: { heading: string; none: string; rows: SurveySource[] };
  official: OfficialSources & { heading: string };
  /** Absent for a preview, of which there is no file. */
  files: {
    heading: string;
    open: Link & { note: string };
    /** For coordinators only. */
    whole: (Link & { note: string; command: string; again: { action: string; button: string; text: string } }) | null;
  } | null;
}

declare module '../../http/views.js' {
  interface Views {
    'results/lineage': LineagePage;
  }
}

export interface LineagePageMaterial extends LineageMaterial {
  layout: Layout;
  /** Null for a preview. */
  stored: { id: string; standing: Standing; storedOn: string | null } | null;
  mayReadAll: boolean;
}

/** Read before you trust. */
const CARE = 'care-note';

export function buildLineagePage(material: LineagePageMaterial): LineagePage {
  const words = lineageWordsFrom(material);
  const { layout, town, content, language, stored } = material;
  const { t } = words;
  return {
    layout,
    crumbs: [
      { label: t('common.towns'), href: '/' },
      { label: town.name[language], href: `/towns/${town.id}?year=${content.year}` },
      { label: t('lineage.list_link'), href: `/towns/${town.id}/scores` },
    ],
    heading: t('lineage.heading', { town: town.name[language], year: content.year }),
    intro: t('lineage.intro'),
    standing: standingText(material, words),
    older: stored?.standing.older ? neighbourLink(stored.standing.older, 'lineage.standing_older', words) : null,
    number: numberSection(words),
    how: { heading: t('lineage.how'), facts: howFacts(material, words) },
    blocks: buildLineageBlocks(words),
    surveys: {
      heading: t('lineage.surveys'),
      none: content.surveys.length === 0 ? t('lineage.surveys_none') : '',
      rows: buildSurveySources(words),
    },
    official: { heading: t('lineage.official'), ...buildOfficialSources(words) },
    files: filesSection(material, words),
  };
}

function standingText({ stored }: LineagePageMaterial, words: LineageWords): LineagePage['standing'] {
  const { t, language, town } = words;
  if (stored === null) return { noteClass: CARE, text: t('lineage.standing_live'), link: null };
  const { releases, newer } = stored.standing;
  if (releases.length === 0) return { noteClass: CARE, text: t('lineage.standing_computed'), link: null };
  if (newer === null) return { noteClass: 'measure', text: t('lineage.standing_current'), link: null };
  return {
    noteClass: CARE,
    text: t('lineage.standing_superseded', { number: newer.number, date: formatDate(newer.date, language) }),
    link: { label: t('lineage.standing_newer'), href: scoreAddress(town.id, newer.scoreId) },
  };
}

function neighbourLink(
  { scoreId, number, date }: Standing['releases'][number],
  key: 'lineage.standing_older',
  { t, language, town }: LineageWords,
): Link {
  return { label: t(key, { number, date: formatDate(date, language) }), href: scoreAddress(town.id, scoreId) };
}

function numberSection({ content, t, figures }: LineageWords): LineagePage['number'] {
  const { integral, arithmetic } = content.result;
  const { uncertainty } = content;
  const drawn = uncertainty?.state === 'drawn' ? uncertainty.scores.integral : undefined;
  const sampling = samplingIntervalOf(integral);
  const fact = (label: string, value: string): LineageFact => ({ label, value, href: null });
  const interval = rangeOf(content, 'integral', integral)?.interval ?? null;
  return {
    heading: t('interface.lbl_integral_score'),
    value: integral.state === 'scored' ? figures.indicator(integral.score) : t('results.partial'),
    none: integral.state === 'missing' ? t('lineage.number_none') : '',
    bar: intervalBarFrom(
      52,
      integral.state === 'scored' ? [{ value: integral.score, interval, tone: 'total', shape: 'circle' }] : [],
    ),
    axis: AXIS_LABELS,
    facts: [
      fact(t('lineage.drawn_range'), drawn ? figures.scoreRange(drawn.interval) : notDrawnText(uncertainty, t)),
      ...(drawn ? [fact(t('lineage.drawn_median'), figures.indicator(drawn.median))] : []),
      ...content.result.subIndices.flatMap((part) =>
        part.state === 'scored' ? [fact(t(`interface.lbl_${part.id}`), figures.indicator(part.score))] : [],
      ),
      ...(sampling ? [fact(t('lineage.sampling_range'), figures.scoreRange(sampling))] : []),
      ...(arithmetic.integral.state === 'scored'
        ? [fact(t('lineage.arithmetic'), figures.indicator(arithmetic.integral.score))]
        : []),
      ...Object.entries(content.contributions?.floors ?? {}).map(([part, points]) =>
        fact(t('results.why_floor', { part }), figures.points(points)),
      ),
    ],
  };
}

function notDrawnText(uncertainty: LineageWords['content']['uncertainty'], t: LineageWords['t']): string {
  return uncertainty?.state === 'missing' ? t(`lineage.drawn_missing_${uncertainty.reason}`) : t('lineage.drawn_before');
}

function howFacts({ stored }: LineagePageMaterial, { content, method, language, t }: LineageWords): LineageFact[] {
  const fact = (label: string, value: string, href: string | null = null): LineageFact => ({ label, value, href });
  const { uncertainty, options } = content;
  const releases = stored?.standing.releases ?? [];
  return [
    fact(
      t('lineage.method'),
      t('lineage.method_version', { name: method.name[language], id: method.id, version: method.version }),
      `/method/${method.id}?version=${method.version}`,
    ),
    fact(t('lineage.synthetic'), t(`lineage.synthetic_${options.synthetic}`)),
    fact(t('lineage.flags'), flagsText(options.excludedFlags, t)),
    fact(t('lineage.software'), content.software),
    fact(
      t('lineage.draws'),
      uncertainty?.state === 'drawn'
        ? t('lineage.draws_seed', { draws: formatInteger(uncertainty.draws, language), seed: String(uncertainty.seed) })
        : t('lineage.draws_none'),
    ),
    ...(stored
      ? [
          fact(
            t('lineage.releases'),
            releases.map(({ number, date }) => t('lineage.release', { number, date: formatDate(date, language) })).join('; ') ||
              t('lineage.releases_none'),
          ),
          ...(stored.storedOn === null ? [] : [fact(t('lineage.stored_on'), formatDate(stored.storedOn, language))]),
          fact(t('lineage.digest'), stored.id),
        ]
      : []),
  ];
}

function filesSection({ stored, mayReadAll, town }: LineagePageMaterial, { t }: LineageWords): LineagePage['files'] {
  if (stored === null) return null;
  const forStaff = `/results/${town.id}/scores/${stored.id}`;
  return {
    heading: t('lineage.files'),
    open: {
      label: t('lineage.file_public'),
      href: `${scoreAddress(town.id, stored.id)}/score.json`,
      note: t('lineage.file_public_note'),
    },
    whole: mayReadAll
      ? {
          label: t('lineage.file_whole'),
          href: `${forStaff}/score.json`,
          note: t('lineage.file_whole_note'),
          command: `sha256sum ${stored.id}.json`,
          again: { action: `${forStaff}/again`, button: t('lineage.again_button'), text: t('lineage.again_text') },
        }
      : null,
  };
}
