import type { DrawnFigure, Interval, ScoreIntervals } from '../../../scoring/index.js';
import type { Method, Town } from '../../../survey-definitions/contract/index.js';
import type { Layout } from '../../http/layout.js';
import type { PageModel } from '../../http/views.js';
import { formatDate, textsIn, type Language, type Texts } from '../../i18n/index.js';
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
  crumbs: Link[];
  place: string;
  heading: string;
  facts: string[];
  methodLink: Link;
  choices: { label: string; options: (Link & { current: boolean })[] }[];
  live: { label: string; text: string } | null;
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
  /** Published methods by which the town has a score in this year. */
  methods: readonly Method[];
  years: readonly number[];
  uncertainty: TownUncertainty;
  draws: { draws: number; seed: number };
  runs: { base: number; seed: number; bootstrap: number };
}

type Result = ScoreContent['result'];
type Node = Result['integral'] | Result['blocks'][number] | Result['subIndices'][number];

export function buildTownUncertaintyPage(material: TownUncertaintyMaterial): TownUncertaintyPage {
  const { layout, language, town, picture, method, uncertainty, draws, runs } = material;
  const t = textsIn(language);
  const figures = figuresIn(language, t);
  const query = queryOf(picture, method);
  const townHref = `/towns/${town.id}?${new URLSearchParams(query).toString()}`;
  return {
    layout,
    crumbs: [
      { label: t('common.towns'), href: '/' },
      { label: town.name[language], href: townHref },
    ],
    place: t('uncertainty.town_heading'),
    heading: t('uncertainty.town_title', { town: town.name[language], year: picture.year }),
    facts: [
      ...(picture.kind === 'released' && picture.release
        ? [t('results.published_on', { date: formatDate(picture.release.date, language) })]
        : []),
    ],
    methodLink: {
      label: t('results.method_link', { name: method.name[language], version: method.version }),
      href: `/method/${method.id}`,
    },
    choices: choicesOf(material, t),
    live: picture.kind === 'live' ? { label: t('interface.lbl_live_demo'), text: t('interface.txt_live_demo') } : null,
    drivers: {
      heading: t('uncertainty.drivers_heading'),
      ...sensitivitySectionFrom(uncertainty.sensitivity, 'score', t, figures),
    },
    intervals: intervalsSection(material, t, figures),
    notes: methodologyNotesFrom('score', draws, runs, t, figures.whole),
    files: fileLinksFrom(`/towns/${town.id}/uncertainty.csv`, query, language, t),
    links: [
      { label: t('uncertainty.link_town'), href: townHref },
      { label: t('uncertainty.link_order'), href: `/compare/uncertainty?year=${String(picture.year)}` },
    ],
  };
}

function queryOf({ year, score }: TownPicture, method: Method): Record<string, string> {
  const synthetic = score.options.synthetic === 'excluded' ? { synthetic: 'exclude' } : {};
  return { year: String(year), method: method.id, ...synthetic };
}

function choicesOf({ town, picture, method, methods, years, language }: TownUncertaintyMaterial, t: Texts) {
  const href = (changes: Record<string, string>): string =>
    `/towns/${town.id}/uncertainty?${new URLSearchParams({ ...queryOf(picture, method), ...changes }).toString()}`;
  const byYear = years.map((year) => ({
    label: String(year),
    href: href({ year: String(year) }),
    current: year === picture.year,
  }));
  const byMethod = methods.map(({ id, name }) => ({
    label: name[language],
    href: href({ method: id }),
    current: id === method.id,
  }));
  return [
    { label: t('results.years_label'), options: byYear },
    { label: t('uncertainty.methods_label'), options: byMethod },
  ].filter(({ options }) => options.length > 1);
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
    intro: introText(intervals, draws.draws, t),
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

function introText(intervals: ScoreIntervals, draws: number, t: Texts): string {
  if (intervals.state === 'drawn') return t('uncertainty.intervals_intro', { count: draws });
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
