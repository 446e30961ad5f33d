import { blockOfIndicator, impliedWeightsFrom } from '../../../scoring/index.js';
import type { Aggregation, MethodIndicator } from '../../../survey-definitions/contract/index.js';
import { formatDate, formatNumber } from '../../i18n/index.js';
import { normalisationTexts } from '../pages/methodWords.js';
import { reasonText } from '../pages/reasonText.js';
import { rangeOf } from '../pages/scoreRange.js';
import { populationName } from '../pages/why.viewModels.js';
import type { LineageWords } from './lineageMaterial.js';

/** A cell of a table whose headings are read inside the cells where the rows are stacked. */
export interface LineageCell {
  label: string;
  text: string;
  cellClass: string;
  href: string | null;
}

interface IndicatorLine {
  /** The anchor that numbers of other pages lead to. */
  id: string;
  code: string;
  name: string;
  notes: string[];
  cells: LineageCell[];
}

export interface LineageBlock {
  id: string;
  label: string;
  chipClass: string;
  name: string;
  summary: string[];
  headings: string[];
  rows: IndicatorLine[];
}

const NONE = '–';

/** Every indicator of the method with its value, score, weight and effect, block by block. */
export function buildLineageBlocks(words: LineageWords): LineageBlock[] {
  const { method, content, language, t } = words;
  const scored = content.result.indicators.flatMap((indicator) => (indicator.state === 'scored' ? [indicator.code] : []));
  const weights = content.result.isPartial ? {} : impliedWeightsFrom(method, scored);
  const headings = [
    t('lineage.column_value'),
    t('lineage.column_score'),
    t('lineage.column_weight'),
    t('lineage.column_moves'),
    t('lineage.column_n'),
    t('lineage.column_asof'),
    t('lineage.column_from'),
  ];
  return method.blocks.map(({ id, shortName }) => {
    const members = method.indicators.filter((indicator) => blockOfIndicator(indicator) === id);
    const share = members.reduce((sum, { code }) => sum + (weights[code] ?? 0), 0);
    return {
      id,
      label: id,
      chipClass: `tone-${id.toLowerCase()}`,
      name: shortName[language],
      summary: [
        ...blockSummary(id, words),
        ...(share > 0 ? [t('lineage.block_weight', { share: weightText(share, words) })] : []),
      ],
      headings: [t('lineage.column_indicator'), ...headings],
      rows: members.map((indicator) => indicatorLine(indicator, weights[indicator.code], headings, words)),
    };
  });
}

function blockSummary(id: string, { content, t, figures }: LineageWords): string[] {
  const block = content.result.blocks.find((candidate) => candidate.id === id);
  if (block?.state !== 'scored') return [t('lineage.block_none')];
  const range = rangeOf(content, id, block);
  const score = figures.indicator(block.score) + (range ? ` (${figures.scoreRange(range.interval)})` : '');
  return [t('lineage.block_value', { score }), meanText(block.aggregation, t)];
}

/** With one decimal: an indicator weighs a few per cent. */
function weightText(weight: number, { language, t }: LineageWords): string {
  return t('results.percent', { value: formatNumber(100 * weight, language, 1) });
}

function meanText(aggregation: Aggregation, t: LineageWords['t']): string {
  return t(`lineage.block_mean_${typeof aggregation === 'string' ? aggregation : 'owa'}`);
}

function indicatorLine(
  indicator: MethodIndicator,
  weight: number | undefined,
  headings: readonly string[],
  words: LineageWords,
): IndicatorLine {
  const { content, t, figures, nameOf } = words;
  const { code } = indicator;
  const score = content.result.indicators.find((candidate) => candidate.code === code);
  const moves = content.contributions?.indicators[code];
  const { value, answers, asOf, from } = originOf(indicator, words);
  const cell = (text: string, href: string | null = null, cellClass = 'num'): Omit<LineageCell, 'label'> => ({
    text,
    href,
    cellClass,
  });
  const cells = [
    cell(value),
    cell(score?.state === 'scored' ? figures.indicator(score.score) : t('lineage.column_missing')),
    cell(weight === undefined ? NONE : weightText(weight, words)),
    cell(moves === undefined ? NONE : figures.points(moves)),
    cell(answers),
    cell(asOf, null, ''),
    cell(from.text, from.href, ''),
  ];
  return {
    id: code,
    code,
    name: nameOf(code),
    notes: notesOf(indicator, words),
    cells: cells.map(({ cellClass, ...finished }, at) => ({
      label: headings[at] ?? '',
      cellClass: finished.text === NONE ? 'is-empty' : cellClass,
      ...finished,
    })),
  };
}

interface Origin {
  value: string;
  answers: string;
  asOf: string;
  from: { text: string; href: string | null };
}

function originOf(indicator: MethodIndicator, words: LineageWords): Origin {
  if (indicator.source === 'survey') return surveyOrigin(indicator.code, indicator.population, words);
  const { content, statistics, language, t, figures } = words;
  const statistic = content.statistics.find(({ code }) => code === indicator.code);
  const form = statistic?.forms[indicator.scored];
  const decimals = statistics.indicators.find(({ code }) => code === indicator.code)?.scored.decimals;
  if (form?.state !== 'defined') return { value: NONE, answers: NONE, asOf: NONE, from: { text: NONE, href: null } };
  const value = t('results.value_unit', { value: figures.statistic(form.value, decimals), unit: indicator.unit[language] });
  if (statistic?.origin === 'survey') return { ...surveyOrigin(indicator.code, 'researchers', words), value };
  return { value, answers: NONE, asOf: String(form.year), from: { text: t('lineage.from_official'), href: '#official' } };
}

function surveyOrigin(
  code: string,
  population: 'residents' | 'researchers',
  { content, language, t, figures }: LineageWords,
): Origin {
  const survey = content.surveys.find((candidate) => candidate.population === population);
  const cell = survey?.estimates[code];
  const asOf = survey?.asOf[code];
  const from = survey
    ? { text: t('lineage.from_survey', { population: populationName(population, t) }), href: `#${population}` }
    : { text: NONE, href: null };
  if (cell?.state !== 'published') return { value: NONE, answers: NONE, asOf: NONE, from };
  const { value, counts } = cell.figure;
  return {
    value: figures.indicator(value),
    answers: t(counts.precision === 'exact' ? 'results.n_exact' : 'results.n_at_least', { n: figures.whole(counts.nValid) }),
    asOf: asOf === undefined ? NONE : formatDate(asOf, language),
    from,
  };
}

/** How a value becomes a score, what was cut, and why a number is missing. */
function notesOf(indicator: MethodIndicator, { content, statistics, language, t, figures }: LineageWords): string[] {
  const score = content.result.indicators.find(({ code }) => code === indicator.code);
  const rule = indicator.source === 'statistics' ? normalisationTexts(indicator, language, t, figures) : [];
  if (score?.state === 'scored') return [...rule, ...(score.clipped ? [t(`results.clipped_${score.clipped}`)] : [])];
  const form =
    indicator.source === 'statistics'
      ? content.statistics.find(({ code }) => code === indicator.code)?.forms[indicator.scored]
      : undefined;
  const nameOfInput = (id: string): string => statistics.inputs.find((input) => input.id === id)?.name[language] ?? id;
  const missing = form?.state === 'undefined' ? form : { reason: score?.reason ?? 'no-data' };
  return [...rule, reasonText(missing, t, nameOfInput)];
}
