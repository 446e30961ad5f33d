import type { TableModel } from '../../accounts/index.js';
import { cell, column } from '../../accounts/index.js';
import type { PageModel } from '../../http/views.js';
import { languageNames, LANGUAGES, textsIn, type Texts } from '../../i18n/index.js';
import { figuresIn, type Figures } from '../pages/figures.js';
import { coefficientsIn } from './coefficients.js';
import type { FieldworkQuality } from './fieldworkQuality.js';
import { nonResponseTable } from './groupTable.viewModels.js';
import { languageTable } from './languageTable.viewModels.js';
import { buildWaveFrame, type WaveFrame, type WaveFrameMaterial } from './waveFrame.viewModels.js';

/** How the fieldwork of a wave went, for coordinators. */
export interface WaveFieldworkPage extends PageModel {
  frame: WaveFrame;
  intro: string;
  /** Null while nobody has answered. */
  content: {
    outcomes: TableModel;
    notes: string[];
    counts: { heading: string; tables: TableModel[] };
    /** Questions that are answered differently in Kazakh and Russian; null for none. */
    warning: string | null;
    languages: { intro: string; table: TableModel };
    groups: { intro: string; table: TableModel };
  } | null;
  noAnswers: string;
}

declare module '../../http/views.js' {
  interface Views {
    'results/waveFieldwork': WaveFieldworkPage;
  }
}

interface FieldworkMaterial {
  frame: WaveFrameMaterial;
  quality: FieldworkQuality | null;
}

export function buildFieldworkPage({ frame, quality }: FieldworkMaterial): WaveFieldworkPage {
  const { language, layout } = frame;
  const t = textsIn(language);
  const figures = figuresIn(language, t);
  const words = { language, t, figures, coefficients: coefficientsIn(language, t) };
  return {
    layout,
    frame: buildWaveFrame(frame),
    intro: t('quality.fieldwork_intro'),
    content: quality && {
      outcomes: outcomesTable(quality, t, figures),
      notes: [...rateSentences(quality, t, figures), t('quality.outcomes_note')],
      counts: { heading: t('quality.languages_and_modes'), tables: countTables(quality, t, figures) },
      warning: languageWarning(quality, t),
      languages: {
        intro: t('quality.by_language_intro', { k: quality.k }),
        table: languageTable(quality.languageDifferences, { ...words, k: quality.k }),
      },
      groups: { intro: t('quality.by_group_intro', { k: quality.k }), table: nonResponseTable(quality, words) },
    },
    noAnswers: t('quality.no_answers'),
  };
}

const OUTCOMES = [
  ['complete', 'I'],
  ['partial', 'P'],
  ['refused', 'R'],
  ['brokenOff', 'R'],
  ['unfinished', 'O'],
  ['screenedOut', 'NE'],
] as const;

function outcomesTable({ outcomes }: FieldworkQuality, t: Texts, figures: Figures): TableModel {
  return {
    id: 'outcomes',
    heading: t('quality.outcomes'),
    columns: [column(t('quality.outcome')), column(t('quality.symbol')), column(t('quality.count'), { figure: true })],
    rows: OUTCOMES.map(([outcome, symbol]) => [
      cell(t(`quality.outcome_${outcome}`)),
      cell(symbol),
      cell(figures.whole(outcomes[outcome]), { figure: true }),
    ]),
    empty: t('quality.no_answers'),
  };
}

function rateSentences(quality: FieldworkQuality, t: Texts, figures: Figures): string[] {
  const { outcomes, responseRates, invited, sampling, completion } = quality;
  const share = (rate: number | null): string => (rate === null ? '–' : figures.percent(rate));
  const coop = t('quality.rate_coop', {
    coop1: share(completion.coop1),
    coop2: share(completion.coop2),
    denominator: figures.whole(completion.denominator),
  });
  if (responseRates === 'more-than-invited')
    return [t('quality.rate_more_than_invited', { invited: figures.whole(invited ?? 0) }), coop];
  if (responseRates === null) return [t(`quality.rate_none_${sampling === 'open-link' ? 'open-link' : 'list'}`), coop];
  const { complete, partial } = outcomes;
  return [
    t('quality.rate_rr1', {
      rate: share(responseRates.rr1),
      complete: figures.whole(complete),
      denominator: figures.whole(responseRates.denominator),
    }),
    t('quality.rate_rr2', { rate: share(responseRates.rr2), answers: figures.whole(complete + partial) }),
    coop,
  ];
}

function countTables({ languages, origins }: FieldworkQuality, t: Texts, figures: Figures): TableModel[] {
  const total = Object.values(languages).reduce((sum, count) => sum + count, 0);
  const tableOf = (kind: 'language' | 'mode', lines: [string, number][]): TableModel => ({
    id: `by-${kind}`,
    heading: t(`quality.${kind}`),
    columns: [
      column(t(`quality.${kind}`)),
      column(t('quality.responses'), { figure: true }),
      column(t('quality.share'), { figure: true }),
    ],
    rows: lines.map(([name, count]) => [
      cell(name),
      cell(figures.whole(count), { figure: true }),
      cell(figures.percent(count / total), { figure: true }),
    ]),
    empty: t('quality.no_answers'),
  });
  const modes = Object.keys(origins) as (keyof typeof origins)[];
  return [
    tableOf(
      'language',
      LANGUAGES.map((language) => [languageNames[language], languages[language]]),
    ),
    tableOf(
      'mode',
      modes.filter((origin) => origins[origin] > 0).map((origin) => [t(`export.origin_${origin}`), origins[origin]]),
    ),
  ];
}

function languageWarning({ languageDifferences }: FieldworkQuality, t: Texts): string | null {
  const differing = languageDifferences.filter((question) => question.state === 'compared' && question.differs);
  if (differing.length === 0) return null;
  return t('quality.language_warning', { count: differing.length, items: differing.map(({ id }) => id).join(', ') });
}
