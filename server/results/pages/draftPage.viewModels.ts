import type { Town } from '../../../survey-definitions/contract/index.js';
import type { Layout } from '../../http/layout.js';
import type { PageModel } from '../../http/views.js';
import { formatDate, textsIn, type Language, type Texts } from '../../i18n/index.js';
import type { ReleaseSummary } from '../releases/release.js';
import type { ScoreContent } from '../scores/scoreContent.js';
import type { Draft, DraftPart } from '../towns/drafts.js';
import type { FlagComparison } from '../flags/flagComparison.js';
import { buildFlagSection, type FlagSection } from '../flags/flagSection.viewModels.js';
import { leftOutText } from '../flags/leftOutText.js';
import { scoreAddress } from '../lineage/lineageAddress.js';
import { figuresIn, type Figures } from './figures.js';
import { rangeOf } from './scoreRange.js';
import { populationName } from './why.viewModels.js';

export interface DraftPage extends PageModel {
  heading: string;
  intro: string;
  publicLink: { label: string; href: string };
  choices: {
    heading: string;
    button: string;
    waves: { label: string; name: string; options: { value: string; label: string; selected: boolean }[] }[];
    flagsLegend: string;
    flags: { value: string; label: string; checked: boolean }[];
  };
  /** Instead of numbers while the coordinator has to choose between waves. */
  undecided: string;
  /** Named faults that must be settled before a release. */
  faults: string[];
  score: { heading: string; rows: { name: string; value: string; range: string }[]; missing: string } | null;
  parts: DraftTable[];
  flags: FlagSection[];
  release: {
    heading: string;
    text: string;
    choice: string;
    button: string;
    action: string;
    hidden: { name: string; value: string }[];
  } | null;
  history: {
    heading: string;
    none: string;
    headings: string[];
    rows: { number: string; date: string; year: string; score: string; href: string }[];
  };
}

interface DraftTable {
  heading: string;
  summary: string;
  caption: string;
  headings: string[];
  rows: { code: string; name: string; now: string; answers: string; published: string; standing: string; change: string }[];
}

declare module '../../http/views.js' {
  interface Views {
    'results/draft': DraftPage;
  }
}

export interface DraftPageMaterial {
  layout: Layout;
  language: Language;
  town: Town;
  draft: Draft;
  /** Null while a wave has to be chosen. */
  score: ScoreContent | null;
  excludedFlags: readonly string[];
  flags: readonly FlagComparison[];
  releases: readonly ReleaseSummary[];
}

const SHORT_BLOCK_NAMES = {
  A: 'interface.lbl_block_a_short',
  B: 'interface.lbl_block_b_short',
  C: 'interface.lbl_block_c_short',
  D: 'interface.lbl_block_d_short',
} as const;

export const QUALITY_FLAGS = ['speeder', 'straightliner', 'highMissing', 'duplicate'] as const;

export function buildDraftPage(material: DraftPageMaterial): DraftPage {
  const { layout, language, town, draft, score, excludedFlags, releases } = material;
  const t = textsIn(language);
  const figures = figuresIn(language, t);
  return {
    layout,
    heading: t('results.draft_heading', { town: town.name[language], year: draft.year }),
    intro: t('results.draft_intro'),
    publicLink: { label: t('results.draft_public'), href: `/towns/${town.id}?year=${draft.year}` },
    choices: {
      heading: t('results.draft_choices'),
      button: t('results.draft_recompute'),
      waves: draft.waves.flatMap(({ population, candidates, chosen }) =>
        candidates.length < 2
          ? []
          : [
              {
                label: t('results.draft_wave', { population: populationName(population, t) }),
                name: population,
                options: [
                  { value: '', label: t('results.draft_choose'), selected: chosen === null },
                  ...candidates.map(({ slug }) => ({ value: slug, label: slug, selected: slug === chosen?.slug })),
                ],
              },
            ],
      ),
      flagsLegend: t('results.draft_flags'),
      flags: QUALITY_FLAGS.map((flag) => ({
        value: flag,
        label: t('results.draft_flag', {
          flag: t(`results.flag_${flag}`),
          count: draft.parts.reduce((sum, { estimates }) => sum + (estimates.flagged[flag] ?? 0), 0),
        }),
        checked: excludedFlags.includes(flag),
      })),
    },
    undecided: score === null ? t('results.draft_undecided') : '',
    faults: faultsOf(draft, t),
    score: score && scoreSection(score, t, figures),
    parts: draft.parts.map((part) => draftTable(part, language, t, figures)),
    flags: material.flags.map((comparison) => buildFlagSection(comparison, language)),
    release: score && faultsOf(draft, t).length === 0 ? releaseForm(material, t) : null,
    history: {
      heading: t('results.draft_history'),
      none: releases.length === 0 ? t('results.draft_no_release') : '',
      headings: [t('results.history_number'), t('results.history_date'), t('results.history_year'), t('results.column_score')],
      rows: releases.map((release) => {
        const integral = release.scores[0]?.integral;
        return {
          number: figures.whole(release.number),
          date: formatDate(release.date, language),
          year: String(release.year),
          score: integral ? figures.score(integral.score) : t('results.partial'),
          href: scoreAddress(town.id, release.scores[0]?.scoreId ?? ''),
        };
      }),
    },
  };
}

function faultsOf({ parts, weightingFaults }: Draft, t: Texts): string[] {
  return [
    ...parts
      .filter(({ estimates }) => estimates.populationExceeded)
      .map(({ wave }) => t('results.population_exceeded', { wave: wave.slug })),
    ...weightingFaults.map(({ wave }) => t('weighting.draft_fault', { wave: wave.slug })),
  ];
}

type ScoredPart =
  ScoreContent['result']['integral'] | ScoreContent['result']['subIndices'][number] | ScoreContent['result']['blocks'][number];

function scoreSection(score: ScoreContent, t: Texts, figures: Figures): NonNullable<DraftPage['score']> {
  const { result } = score;
  const line = (id: string, name: string, node: ScoredPart): { name: string; value: string; range: string } => {
    const range = rangeOf(score, id, node);
    return {
      name,
      value: node.state === 'scored' ? figures.indicator(node.score) : t('results.no_number'),
      range: range ? figures.indicatorRange(range.interval) : '',
    };
  };
  return {
    heading: t('results.draft_score'),
    rows: [
      line('integral', t('interface.lbl_integral_score'), result.integral),
      ...result.subIndices.map((part) => line(part.id, t(`interface.lbl_${part.id}`), part)),
      ...result.blocks.map((block) => line(block.id, `${block.id}. ${t(SHORT_BLOCK_NAMES[block.id])}`, block)),
    ],
    missing: result.isPartial ? t('interface.lbl_partial_score') : '',
  };
}

function draftTable(part: DraftPart, language: Language, t: Texts, figures: Figures): DraftTable {
  const { wave, next, previous, estimates, definition } = part;
  const rows = Object.entries(next.estimates.cells).map(([code, released]) => {
    const live = estimates.survey.estimates[code];
    const indicator = definition.indicators.find((candidate) => candidate.code === code);
    const standing = previous?.estimates.cells[code];
    return {
      code,
      name: indicator?.shortName[language] ?? t('results.draft_family_income'),
      now: live?.state === 'estimated' ? figures.indicator(live.value) : t('results.reason_too_few_answers'),
      answers: live ? t('results.draft_answers', { valid: live.nValid, eligible: live.nEligible }) : '',
      published: cellText(released.cell, t, figures),
      standing: standing
        ? t('results.draft_standing', { value: cellText(standing.cell, t, figures), date: formatDate(standing.asOf, language) })
        : '–',
      change: changeText(part, code, t),
    };
  });
  const cells = Object.values(next.estimates.cells);
  return {
    heading: t('results.draft_part', { population: populationName(wave.population, t), wave: wave.slug }),
    summary: t('results.draft_summary', {
      hidden: cells.filter(({ cell }) => cell.state === 'suppressed').length,
      few: cells.filter(({ cell }) => cell.state === 'published' && cell.lowReliability).length,
      kept: rows.filter((_, at) => changeOf(part, Object.keys(next.estimates.cells)[at] ?? '') === 'kept').length,
      total: cells.length,
    }),
    caption: t('results.draft_caption'),
    headings: [
      t('results.draft_code'),
      t('results.draft_indicator'),
      t('results.draft_now'),
      t('results.draft_n'),
      t('results.draft_would'),
      t('results.draft_stands'),
      t('results.draft_change'),
    ],
    rows,
  };
}

type Cell = DraftPart['next']['estimates']['cells'][string]['cell'];

function cellText(cell: Cell, t: Texts, figures: Figures): string {
  if (cell.state === 'suppressed') return t('results.cell_hidden');
  if (cell.state === 'missing') return t('results.reason_too_few_answers');
  const value = figures.indicator(cell.figure.value);
  return cell.lowReliability ? t('results.draft_low', { value }) : value;
}

function changeText(part: DraftPart, code: string, t: Texts): string {
  const { next, previous, estimates } = part;
  const further = (estimates.survey.estimates[code]?.nValid ?? 0) - (previous?.estimates.cells[code]?.nValid ?? 0);
  const change = changeOf(part, code);
  if (change === 'kept' && Math.abs(further) >= next.k) return t('refusals.flags_settled');
  return t(`results.change_${change}`, { further, k: next.k });
}

/** What a release today would do to a cell. */
function changeOf({ next, previous, estimates }: DraftPart, code: string): 'hidden' | 'new' | 'same' | 'kept' | 'changed' {
  const cell = next.estimates.cells[code];
  const standing = previous?.estimates.cells[code];
  if (cell?.cell.state !== 'published') return 'hidden';
  if (standing?.cell.state !== 'published') return 'new';
  if (estimates.survey.estimates[code]?.nValid === standing.nValid) return 'same';
  return cell.nValid === standing.nValid ? 'kept' : 'changed';
}

function releaseForm({ town, draft, excludedFlags }: DraftPageMaterial, t: Texts): DraftPage['release'] {
  return {
    heading: t('results.draft_release'),
    text: t('results.draft_release_text'),
    choice: leftOutText(excludedFlags, t),
    button: t('results.draft_release_button'),
    action: `/results/${town.id}/${draft.year}`,
    hidden: [
      ...draft.waves.flatMap(({ population, chosen }) => (chosen ? [{ name: population, value: chosen.slug }] : [])),
      ...excludedFlags.map((flag) => ({ name: 'flag', value: flag })),
    ],
  };
}
