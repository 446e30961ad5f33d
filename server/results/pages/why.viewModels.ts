import {
  optionsOf,
  questionsInOrder,
  type AnswerOption,
  type Definition,
  type Indicator,
  type Method,
  type MethodIndicator,
  type Population,
  type StatisticalIndicatorForms,
} from '../../../survey-definitions/contract/index.js';
import { formatDate, type Language, type Texts } from '../../i18n/index.js';
import type { PopulationRelease } from '../releases/release.js';
import type { ScoreContent } from '../scores/scoreContent.js';
import type { Figures } from './figures.js';
import { shareSegmentsFrom, type ShareSegment } from './intervalBar.js';
import { formulaTexts, normalisationTexts } from './methodWords.js';

/** The path from an indicator down to questions and answers, or to figures with their sources. */
export interface IndicatorWhy {
  paragraphs: string[];
  questions: QuestionGroup[];
  figures: FigureTable | null;
}

interface QuestionGroup {
  heading: string;
  items: {
    wording: string;
    /** Empty where the spread is hidden. */
    segments: ShareSegment[];
    spread: string;
    satisfied: string;
  }[];
}

interface FigureTable {
  caption: string;
  headings: string[];
  rows: { name: string; value: string; year: string; source: string; area: string; status: string; note: string }[];
}

export interface WhyMaterial {
  score: ScoreContent;
  method: Method;
  parts: readonly PopulationRelease[];
  definitionOf: (part: PopulationRelease) => Definition;
  weights: Readonly<Record<string, number>>;
  language: Language;
  t: Texts;
  figures: Figures;
  nameOfInput: (input: string) => string;
  unitOfInput: (input: string) => string;
  formsOf: (code: string) => StatisticalIndicatorForms | undefined;
}

export function buildIndicatorWhy(indicator: MethodIndicator, material: WhyMaterial): IndicatorWhy {
  return indicator.source === 'survey' ? surveyWhy(indicator, material) : statisticalWhy(indicator, material);
}

function surveyWhy({ code, population }: Extract<MethodIndicator, { source: 'survey' }>, material: WhyMaterial): IndicatorWhy {
  const { parts, language, t } = material;
  const groups = parts.flatMap((part) => {
    const definition = material.definitionOf(part);
    const indicator = definition.indicators.find((candidate) => candidate.code === code);
    return indicator ? [{ part, definition, indicator }] : [];
  });
  const main = groups.find(({ part }) => part.population === population) ?? groups[0];
  return {
    paragraphs: [
      ...(main ? [t('results.full_name', { name: main.indicator.name[language] }), t('results.why_survey')] : []),
      ...(main?.indicator.base ? [t('results.why_base', { base: main.indicator.base[language] })] : []),
      ...weightTexts(code, material),
    ],
    questions: groups.map((group) => questionGroup(group, material)),
    figures: null,
  };
}

interface Group {
  part: PopulationRelease;
  definition: Definition;
  indicator: Indicator;
}

function questionGroup({ part, definition, indicator }: Group, material: WhyMaterial): QuestionGroup {
  const { language, t, figures } = material;
  return {
    heading: populationName(part.population, t),
    items: indicator.items.map(({ item: id, direction }) => {
      const item = questionsInOrder(definition).find((candidate) => candidate.id === id);
      const wording = item ? [item.lead?.[language], item.text[language]].filter(Boolean).join(' ') : id;
      const cell = part.items[id]?.cell;
      if (!item || cell?.state !== 'published')
        return { wording, segments: [], spread: t('results.spread_hidden'), satisfied: '' };
      const { distribution, satisfied } = cell.figure;
      const options = optionsOf(definition, item);
      const cells = distribution.state === 'published' ? distribution.figure.cells : [];
      const shares = cells.map(({ share }) => (share.state === 'published' ? share.figure : null));
      return {
        wording,
        segments: shares.every((share) => share !== null)
          ? shareSegmentsFrom(direction === '+' ? shares : shares.toReversed())
          : [],
        spread: cells
          .map(({ code, share }) =>
            t('results.spread_part', {
              answer: answerText(options, code, language),
              share: share.state === 'published' ? figures.percent(share.figure) : t('results.cell_hidden'),
            }),
          )
          .join(' · '),
        satisfied:
          satisfied.state === 'published'
            ? t('results.satisfied', {
                share: figures.percent(satisfied.figure.share),
                range: figures.percentRange(satisfied.figure.interval),
              })
            : '',
      };
    }),
  };
}

/** A step without a label is named by its number alone. */
function answerText(options: readonly AnswerOption[], code: number, language: Language): string {
  return options.find((option) => option.code === code)?.label?.[language] ?? String(code);
}

export function populationName(population: Population, t: Texts): string {
  return t(`interface.lbl_${population}`);
}

function statisticalWhy(indicator: Extract<MethodIndicator, { source: 'statistics' }>, material: WhyMaterial): IndicatorWhy {
  const { score, language, t, figures } = material;
  const statistic = score.statistics.find(({ code }) => code === indicator.code);
  const form = statistic?.forms[indicator.scored];
  const result = score.result.indicators.find(({ code }) => code === indicator.code);
  const used = form?.state === 'defined' ? score.observations.filter(({ id }) => form.observations.includes(id)) : [];
  return {
    paragraphs: [
      t('results.full_name', { name: indicator.name[language] }),
      ...formulaTexts(material.formsOf(indicator.code), language, t),
      ...normalisationTexts(indicator, language, t, figures),
      ...(statistic?.origin === 'survey' ? [t('results.b4_from_survey')] : []),
      ...(result?.state === 'scored' && result.clipped ? [t(`results.clipped_${result.clipped}`)] : []),
      ...weightTexts(indicator.code, material),
    ],
    questions: [],
    figures:
      used.length === 0
        ? null
        : {
            caption: t('results.figures_caption'),
            headings: [
              t('results.figure_name'),
              t('results.figure_value'),
              t('results.figure_year'),
              t('results.figure_source'),
              t('results.figure_area'),
              t('results.figure_status'),
            ],
            rows: used.map((observation) => ({
              name: material.nameOfInput(observation.input),
              value: t('results.value_unit', {
                value: figures.statistic(observation.value),
                unit: material.unitOfInput(observation.input),
              }),
              year: String(observation.year),
              source: t('results.source_of_day', {
                source: observation.source,
                date: formatDate(observation.date, language),
              }),
              area: [t(`results.area_${observation.areaLevel}`), ...(observation.proxy ? [t('results.tag_proxy')] : [])].join(
                ', ',
              ),
              status: t(STATUS_TEXTS[observation.status]),
              note: observation.note,
            })),
          },
  };
}

export const STATUS_TEXTS = {
  official: 'results.status_official',
  'organisation-report': 'results.status_organisation_report',
  estimate: 'results.status_estimate',
  synthetic: 'results.status_synthetic',
} as const;

function weightTexts(code: string, { score, weights, t, figures }: WhyMaterial): string[] {
  const whole = weights[code];
  const block = score.result.blocks.find(({ present }) => present.includes(code));
  if (whole === undefined || block?.state !== 'scored') return [t('results.why_not_in_score')];
  const moves = score.contributions?.indicators[code];
  return [
    t('results.why_weight', { block: figures.percent(block.weights[code] ?? 0), whole: figures.percent(whole) }),
    ...(moves === undefined ? [] : [t('results.why_moves', { points: figures.points(moves) })]),
  ];
}
