import type { DrawnFigure, Interval, ScoreIntervals } from '../../../scoring/index.js';
import type { Method, Town } from '../../../survey-definitions/contract/index.js';
import type { Layout } from '../../http/layout.js';
import type { PageModel } from '../../http/views.js';
import { textsIn, type Language, type Texts } from '../../i18n/index.js';
import {
  buildExplanationFrame,
  explanationHref,
  placeOf,
  queryOf,
  type ExplanationFrame,
} from '../explanation/explanationFrame.viewModels.js';
import { figuresIn, type Figures } from '../pages/figures.js';
import { AXIS_LABELS, intervalBarFrom, type BarTone, type IntervalBar } from '../pages/intervalBar.js';
import type { ScoreContent } from '../scores/scoreContent.js';
import type { TownPicture } from '../towns/townPicture.js';
import { fileLinksFrom, type FileLinks } from './fileLinks.viewModels.js';
import { methodologyNotesFrom, type MethodologyNotes } from './methodologyNotes.viewModels.js';
import { publicFigureOf } from './publicUncertainty.js';
import { sensitivitySectionFrom, type SensitivitySection } from './sensitivitySection.viewModels.js';
import type { TownUncertainty } from './townUncertainty.js';

interface Link {
  label: string;
  href: string;
}

interface IntervalRow {
  rowClass: string;
  chip: { label: string; chipClass: string } | null;
  name: string;
  score: string;
  median: string;
  range: string;
  sampling: string;
  bar: IntervalBar;
}

export interface TownUncertaintyPage extends PageModel {
  frame: ExplanationFrame;
  drivers: SensitivitySection & { heading: string };
  intervals: {
    heading: string;
    intro: string;
    headings: { part: string; score: string; median: string; range: string; sampling: string };
    axis: string[];
    rows: IntervalRow[];
    note: string;
  };
  notes: MethodologyNotes;
  files: FileLinks;
  links: Link[];
}

declare module '../../http/views.js' {
  interface Views {
    'results/uncertaintyTown': TownUncertaintyPage;
  }
}

export interface TownUncertaintyMaterial {
  layout: Layout;
  language: Language;
  town: Town;
  picture: TownPicture;
  method: Method;
  methods: readonly Method[];
  years: readonly number[];
  synthetic: 'included' | 'excluded';
  uncertainty: TownUncertainty;
  draws: { draws: number; seed: number };
  runs: { base: number; seed: number; bootstrap: number };
}

type Result = ScoreContent['result'];
type Node = Result['integral'] | Result['blocks'][number] | Result['subIndices'][number];

export function buildTownUncertaintyPage(material: TownUncertaintyMaterial): TownUncertaintyPage {
  const { layout, language, town, picture, uncertainty, draws, runs } = material;
  const t = textsIn(language);
  const figures = figuresIn(language, t);
  const place = placeOf(material);
  return {
    layout,
    frame: buildExplanationFrame(
      'uncertainty',
      t('uncertainty.town_title', { town: town.name[language], year: picture.year }),
      material,
    ),
    drivers: {
      heading: t('uncertainty.drivers_heading'),
      ...sensitivitySectionFrom(uncertainty.sensitivity, 'score', t, figures),
    },
    intervals: intervalsSection(material, t, figures),
    notes: methodologyNotesFrom('score', draws, runs, t, figures),
    files: fileLinksFrom(`/towns/${town.id}/uncertainty.csv`, queryOf(place), language, t),
    links: [
      { label: t('uncertainty.link_town'), href: explanationHref(null, place) },
      { label: t('uncertainty.link_order'), href: `/compare/uncertainty?year=${String(picture.year)}` },
    ],
  };
}

function intervalsSection(material: TownUncertaintyMaterial, t: Texts, figures: Figures): TownUncertaintyPage['intervals'] {
  const { picture, method, language, uncertainty, draws } = material;
  const { intervals, doubted } = uncertainty;
  const { result } = picture.score;
  const rowOf = rowsOf(intervals, t, figures);
  const blockRow = (id: string): IntervalRow[] => {
    const block = method.blocks.find((candidate) => candidate.id === id);
    const node = result.blocks.find((candidate) => candidate.id === id);
    const tone = id.toLowerCase() as BarTone;
    return block && node
      ? rowOf(node, {
          id,
          rowClass: 'tree-block',
          chip: { label: id, chipClass: `tone-${tone}` },
          name: block.shortName[language],
          tone,
        })
      : [];
  };
  return {
    heading: t('uncertainty.intervals_heading'),
    intro: introText(intervals, draws.draws, t, figures),
    headings: {
      part: t('uncertainty.table_part'),
      score: t('uncertainty.table_score'),
      median: t('uncertainty.table_median'),
      range: t('uncertainty.table_interval'),
      sampling: t('uncertainty.table_sampling'),
    },
    axis: AXIS_LABELS,
    rows: [
      ...rowOf(result.integral, { ...WHOLE, id: 'integral', rowClass: 'tree-whole', name: t('interface.lbl_integral_score') }),
      ...(doubted && result.integral.state === 'scored' ? [doubtedRow(doubted, result.integral.score, t, figures)] : []),
      ...method.subIndices.flatMap(({ id, blocks }) => {
        const node = result.subIndices.find((candidate) => candidate.id === id);
        return [
          ...(node ? rowOf(node, { ...WHOLE, id, rowClass: 'tree-part', name: t(`interface.lbl_${id}`) }) : []),
          ...blocks.flatMap(blockRow),
        ];
      }),
    ],
    note: doubted ? t('uncertainty.doubted_note') : '',
  };
}

function introText(intervals: ScoreIntervals, draws: number, t: Texts, figures: Figures): string {
  if (intervals.state === 'drawn') return t('uncertainty.intervals_intro', { count: draws, draws: figures.whole(draws) });
  return intervals.reason === 'no-score' ? t('uncertainty.intervals_no_score') : t('uncertainty.intervals_missing');
}

type RowFrame = Pick<IntervalRow, 'rowClass' | 'chip' | 'name'> & { id: string; tone: BarTone };

const WHOLE = { chip: null, tone: 'total' } as const;

/** A row for each part of the score that has a number. */
function rowsOf(intervals: ScoreIntervals, t: Texts, figures: Figures) {
  return (node: Node, { id, tone, ...frame }: RowFrame): IntervalRow[] => {
    const figure = intervals.state === 'drawn' ? intervals.scores[id] : undefined;
    if (node.state === 'missing' || figure === undefined) return [];
    const sampling = node.samplingError.state === 'estimated' ? node.samplingError.interval : null;
    return [
      {
        ...frame,
        score: figures.score(node.score),
        ...drawnWords(figure, figures),
        sampling: sampling ? figures.scoreRange(sampling) : t('uncertainty.row_no_sampling'),
        bar: barOf(node.score, figure.interval, sampling, tone),
      },
    ];
  };
}

function doubtedRow(figure: DrawnFigure, score: number, t: Texts, figures: Figures): IntervalRow {
  return {
    rowClass: 'tree-doubted',
    chip: null,
    name: t('uncertainty.row_doubted'),
    score: '',
    ...drawnWords(figure, figures),
    sampling: '',
    bar: barOf(score, figure.interval, null, 'total'),
  };
}

function drawnWords(figure: DrawnFigure, figures: Figures): { median: string; range: string } {
  const { median, interval } = publicFigureOf(figure);
  return { median: figures.score(median), range: figures.scoreRange(interval) };
}

/** The interval of the draws around the score, the sampling error as a thin line below. */
function barOf(score: number, interval: Interval, sampling: Interval | null, tone: BarTone): IntervalBar {
  return intervalBarFrom(38, [
    { value: score, interval, tone, shape: 'circle' },
    { value: score, interval: sampling, tone, shape: 'none', thin: true },
  ]);
}
