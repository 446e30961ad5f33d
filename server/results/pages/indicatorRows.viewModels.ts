import { blockOfIndicator } from '../../../scoring/index.js';
import type { Method, MethodIndicator, Population } from '../../../survey-definitions/contract/index.js';
import { formatDate, type Language, type Texts } from '../../i18n/index.js';
import type { PopulationRelease } from '../releases/release.js';
import type { ScoreContent } from '../scores/scoreContent.js';
import type { Figures } from './figures.js';
import { intervalBarFrom, shapeOf, type BarTone, type IntervalBar, type MarkInput } from './intervalBar.js';
import { reasonText } from './reasonText.js';
import { rangeOf } from './scoreRange.js';
import { surveyStatisticInterval } from './surveyStatisticInterval.js';
import type { IndicatorWhy } from './why.viewModels.js';

/** The value of an indicator in one population, or in official statistics, in words. */
interface ValueText {
  /** Read out before the value, since the column heading is far away. */
  label: string;
  iconClass: string;
  main: string;
  detail: string;
  emphasised: boolean;
}

interface IndicatorRow {
  id: string;
  code: string;
  chipClass: string;
  rowClass: string;
  name: string;
  note: string;
  tags: string[];
  bar: IntervalBar;
  values: ValueText[];
  /** Where the numbers come from. */
  lineage: string;
  why: IndicatorWhy;
}

export interface BlockSection {
  id: string;
  label: string;
  chipClass: string;
  name: string;
  summary: string;
  /** Where the score of the block comes from. */
  href: string;
  axis: string[];
  columns: string[];
  rows: IndicatorRow[];
}

export interface RowMaterial {
  score: ScoreContent;
  parts: readonly PopulationRelease[];
  /** Day of the release; figures of an earlier day were kept from an older one. */
  releaseDate: string | null;
  /** Of the page that says where the numbers come from. */
  lineage: string;
  method: Method;
  language: Language;
  t: Texts;
  figures: Figures;
  nameOfInput: (input: string) => string;
  /** The area that an input describes by its nature. */
  areaOfInput: (input: string) => string | undefined;
  /** Decimals of the scored form of a statistical indicator. */
  decimalsOf: (code: string) => number | undefined;
  /** Short name of an indicator. */
  nameOf: (code: string) => string;
  whyOf: (indicator: MethodIndicator) => IndicatorWhy;
}

const ROW_HEIGHT = 38;
const POPULATIONS: readonly Population[] = ['residents', 'researchers'];

export function buildBlockSections(material: RowMaterial, axis: string[]): BlockSection[] {
  const { method, language, t } = material;
  return method.blocks.map((block) => {
    const indicators = method.indicators.filter((indicator) => blockOfIndicator(indicator) === block.id);
    const statistical = indicators.every(({ source }) => source === 'statistics');
    return {
      id: `block-${block.id.toLowerCase()}`,
      label: block.id,
      chipClass: `tone-${block.id.toLowerCase()}`,
      name: block.shortName[language],
      summary: summaryOf(block.id, indicators.length, material),
      href: `${material.lineage}#${block.id}`,
      axis,
      columns: statistical ? [t('results.column_score')] : POPULATIONS.map((population) => t(`interface.lbl_${population}`)),
      rows: indicators.map((indicator) =>
        indicator.source === 'statistics' ? statisticalRow(indicator, material) : surveyRow(indicator, material),
      ),
    };
  });
}

function summaryOf(blockId: string, total: number, { score, t, figures }: RowMaterial): string {
  const block = score.result.blocks.find(({ id }) => id === blockId);
  if (!block) return '';
  const counts = { present: block.present.length, total, minimum: block.minimum };
  if (block.state === 'missing') return t('results.block_line_none', counts);
  const range = rangeOf(score, blockId, block);
  const values = { ...counts, score: figures.score(block.score) };
  return range
    ? t('results.block_line', { ...values, range: figures.scoreRange(range.interval) })
    : t('results.block_line_plain', values);
}

function statisticalRow(indicator: Extract<MethodIndicator, { source: 'statistics' }>, material: RowMaterial): IndicatorRow {
  const { score, language, t, figures } = material;
  const tone = indicator.code.charAt(0).toLowerCase() as BarTone;
  const result = score.result.indicators.find(({ code }) => code === indicator.code);
  const statistic = score.statistics.find(({ code }) => code === indicator.code);
  const form = statistic?.forms[indicator.scored];
  const used = form?.state === 'defined' ? score.observations.filter(({ id }) => form.observations.includes(id)) : [];
  const fromSurvey = statistic?.origin === 'survey';
  const interval = result?.state === 'scored' ? surveyStatisticInterval(indicator, result, score) : null;
  const researchers = score.surveys.find(({ population }) => population === 'researchers');
  const note =
    form?.state === 'defined'
      ? [
          t('results.value_unit', {
            value: figures.statistic(form.value, material.decimalsOf(indicator.code)),
            unit: indicator.unit[language],
          }),
          fromSurvey ? t('results.from_survey') : String(form.year),
        ].join(' · ')
      : '';
  const missing = form?.state === 'undefined' ? form : { reason: result?.state === 'missing' ? result.reason : 'no-data' };
  return {
    id: indicator.code.toLowerCase(),
    code: indicator.code,
    chipClass: `tone-${tone}`,
    rowClass: 'is-official',
    name: indicator.shortName[language],
    note,
    tags: [
      ...(used.some(({ input, areaLevel }) => areaLevel !== 'town' && areaLevel !== material.areaOfInput(input))
        ? [t('results.tag_region')]
        : []),
      ...(used.some(({ proxy }) => proxy) ? [t('results.tag_proxy')] : []),
      ...(isSynthetic(indicator.code, score) ? [t('results.tag_synthetic')] : []),
      ...(form?.state === 'defined' && form.smallBase ? [t('results.tag_small_base')] : []),
    ],
    bar:
      result?.state === 'scored'
        ? intervalBarFrom(ROW_HEIGHT, [{ value: result.score, interval, tone, shape: 'square' }])
        : intervalBarFrom(ROW_HEIGHT, []),
    values: [
      result?.state === 'scored'
        ? {
            label: t('results.column_score'),
            iconClass: '',
            main: figures.indicator(result.score),
            detail: [
              ...(interval ? [figures.indicatorRange(interval)] : []),
              ...(fromSurvey ? [countText(researchers?.estimates[indicator.code], t)] : []),
            ].join(' · '),
            emphasised: true,
          }
        : {
            label: t('results.column_score'),
            iconClass: '',
            main: t('results.not_scored'),
            detail: reasonText(missing, t, material.nameOfInput),
            emphasised: false,
          },
    ],
    lineage: `${material.lineage}#${indicator.code}`,
    why: material.whyOf(indicator),
  };
}

type SurveyEstimateCell = ScoreContent['surveys'][number]['estimates'][string];

function surveyRow(indicator: Extract<MethodIndicator, { source: 'survey' }>, material: RowMaterial): IndicatorRow {
  const { parts, language, t, figures } = material;
  const tone = indicator.code.charAt(0).toLowerCase();
  const marks: MarkInput[] = [];
  const tags = new Set<string>();
  const values = POPULATIONS.map((population): ValueText => {
    const inScore = population === indicator.population;
    const part = parts.find((candidate) => candidate.population === population);
    const released = part?.estimates.cells[indicator.code];
    const label = t(`interface.lbl_${population}`);
    const iconClass = `icon-${shapeOf(population)} tone-${population}${inScore ? '' : ' is-open'}`;
    const empty = { label, iconClass: '', emphasised: false, detail: '' };
    if (!part) return { ...empty, main: t('results.no_answers_yet') };
    if (!released) return { ...empty, main: t('results.not_asked') };
    const { cell } = released;
    if (cell.state === 'suppressed') return { ...empty, main: t('results.cell_hidden'), detail: t('results.hidden_why') };
    if (cell.state === 'missing') return { ...empty, main: reasonText(cell, t, material.nameOfInput) };
    const { value, interval, highDkShare } = cell.figure;
    marks.push({ value, interval, tone: population, shape: shapeOf(population), open: !inScore, few: cell.lowReliability });
    if (cell.lowReliability) tags.add(t('results.tag_few', { population: label }));
    if (highDkShare) tags.add(t('results.tag_dk', { population: label }));
    const kept = material.releaseDate !== null && released.asOf < material.releaseDate;
    return {
      label,
      iconClass,
      main: figures.indicator(value),
      detail: [
        figures.indicatorRange(interval),
        countText(cell, t),
        ...(kept ? [t('results.kept_value', { date: formatDate(released.asOf, language) })] : []),
      ].join(' · '),
      emphasised: inScore,
    };
  });
  return {
    id: indicator.code.toLowerCase(),
    code: indicator.code,
    chipClass: `tone-${tone}`,
    rowClass: 'is-survey',
    name: material.nameOf(indicator.code),
    note: '',
    tags: [...tags],
    bar: intervalBarFrom(ROW_HEIGHT, marks),
    values,
    lineage: `${material.lineage}#${indicator.code}`,
    why: material.whyOf(indicator),
  };
}

function countText(cell: SurveyEstimateCell | undefined, t: Texts): string {
  if (cell?.state !== 'published') return '';
  const { counts } = cell.figure;
  return counts.precision === 'exact'
    ? t('results.n_exact', { n: counts.nValid })
    : t('results.n_at_least', { n: counts.nValid });
}

function isSynthetic(code: string, score: ScoreContent): boolean {
  return score.inputs.synthetic.includes(code);
}
