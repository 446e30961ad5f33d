import type { Town } from '../../../survey-definitions/contract/index.js';
import { cell, column, type TableCell, type TableModel } from '../../accounts/index.js';
import { differenceInWords } from '../../design/index.js';
import type { Wave } from '../../fieldwork/index.js';
import type { Layout } from '../../http/layout.js';
import type { PageModel } from '../../http/views.js';
import { textsIn, type Language, type Texts } from '../../i18n/index.js';
import type { ComparedIndicator } from '../waves/waveComparison.js';
import { figuresIn, type Figures } from './figures.js';

/** The live indicators of one wave in one town, for coordinators. */
export interface WavePage extends PageModel {
  heading: string;
  intro: string;
  back: { label: string; href: string };
  choices: { name: string; label: string; options: { value: string; label: string; selected: boolean }[] }[];
  choose: string;
  table: TableModel;
  /** Why indicators are not compared, or only with care; empty while no other wave is chosen. */
  reasons: { heading: string; indicators: { name: string; sentences: string[] }[] } | null;
  caution: string | null;
}

declare module '../../http/views.js' {
  interface Views {
    'results/wave': WavePage;
  }
}

interface WavePageMaterial {
  layout: Layout;
  language: Language;
  wave: Wave;
  townId: string;
  towns: readonly Town[];
  /** Waves of the same population in this town that it may be compared with. */
  others: readonly Wave[];
  then: { wave: Wave } | null;
  indicators: readonly ComparedIndicator[];
}

const TONES = { comparable: 'good', comparableWithCare: 'care', notComparable: 'bad' } as const;

export function buildWavePage(material: WavePageMaterial): WavePage {
  const { layout, language, wave, townId, towns, others, then, indicators } = material;
  const t = textsIn(language);
  return {
    layout,
    heading: t('results.wave_heading', { wave: wave.slug }),
    intro: t('results.wave_intro'),
    back: { label: t('results.drafts_heading'), href: '/results' },
    choices: [
      {
        name: 'town',
        label: t('results.wave_town'),
        options: towns.map(({ id, name }) => ({ value: id, label: name[language], selected: id === townId })),
      },
      {
        name: 'with',
        label: t('results.wave_with'),
        options: [
          { value: '', label: t('results.wave_with_none'), selected: then === null },
          ...others.map(({ slug, referenceYear }) => ({
            value: slug,
            label: `${slug} · ${referenceYear}`,
            selected: slug === then?.wave.slug,
          })),
        ],
      },
    ],
    choose: t('results.wave_show'),
    table: indicatorTable(material),
    reasons: then && reasonsOf(indicators, language, t),
    caution: then && t('results.wave_not_tested'),
  };
}

function indicatorTable({ language, then, indicators }: WavePageMaterial): TableModel {
  const t = textsIn(language);
  const figures = figuresIn(language, t);
  return {
    id: 'indicators',
    heading: t('results.wave_table'),
    columns: [
      column(t('results.draft_code')),
      column(t('results.draft_indicator')),
      column(t('results.draft_now'), { figure: true }),
      column(t('results.draft_n'), { figure: true }),
      ...(then
        ? [
            column(then.wave.slug, { figure: true }),
            column(t('results.wave_difference'), { figure: true }),
            column(t('results.wave_comparability')),
          ]
        : []),
    ],
    rows: indicators.map((indicator) => [
      cell(indicator.code),
      cell(indicator.name[language]),
      estimateCell(indicator.now, t, figures),
      cell(answersText(indicator.now, t), { figure: true }),
      ...(then ? comparisonCells(indicator, t, figures) : []),
    ]),
    empty: t('results.wave_no_indicators'),
  };
}

function comparisonCells({ then, difference, comparability }: ComparedIndicator, t: Texts, figures: Figures): TableCell[] {
  return [
    estimateCell(then, t, figures),
    cell(difference === null ? '–' : figures.points(difference), { figure: true }),
    comparability === null ? cell('–') : cell(t(`results.wave_${comparability.level}`), { tone: TONES[comparability.level] }),
  ];
}

function estimateCell(estimate: ComparedIndicator['now'], t: Texts, figures: Figures): TableCell {
  if (estimate?.state !== 'estimated') return cell(t('results.reason_too_few_answers'), { figure: true });
  return cell(figures.indicator(estimate.value), { note: figures.indicatorRange(estimate.interval), figure: true });
}

function answersText(estimate: ComparedIndicator['now'], t: Texts): string {
  return estimate ? t('results.draft_answers', { valid: estimate.nValid, eligible: estimate.nEligible }) : '–';
}

function reasonsOf(indicators: readonly ComparedIndicator[], language: Language, t: Texts): WavePage['reasons'] {
  const named = indicators.flatMap(({ code, name, comparability }) =>
    comparability === null || comparability.reasons.length === 0
      ? []
      : [
          {
            name: `${code} ${name[language]}`,
            sentences: comparability.reasons.map((reason) => differenceInWords(reason, language)),
          },
        ],
  );
  return named.length === 0 ? null : { heading: t('results.wave_reasons'), indicators: named };
}
