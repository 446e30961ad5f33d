import { cell, column, type TableCell, type TableModel } from '../../accounts/index.js';
import { textsIn, type Language, type TextKey, type Texts } from '../../i18n/index.js';
import { figuresIn, type Figures } from '../pages/figures.js';
import { populationName } from '../pages/why.viewModels.js';
import type { ComparedFigure, FlagComparison } from './flagComparison.js';
import { nameOfFlag } from './leftOutText.js';

/** What flagged responses do to the figures of one wave. */
export interface FlagSection {
  heading: string;
  /** How many responses carry which flag. */
  counts: string;
  text: string;
  table: TableModel;
}

/** Income per family member is an amount and not points. */
const IN_TENGE = 'B4';

/** What is easily overlooked stands out. */
const PUBLICATION = {
  both: { key: 'refusals.flags_both', tone: null },
  same: { key: 'refusals.flags_same', tone: null },
  with: { key: 'refusals.flags_with', tone: 'care' },
  none: { key: 'refusals.flags_none', tone: null },
} as const satisfies Record<ComparedFigure['publishable'], { key: TextKey; tone: TableCell['tone'] }>;

export function buildFlagSection(comparison: FlagComparison, language: Language): FlagSection {
  const { part, flags, counts, chosen, figures: compared } = comparison;
  const t = textsIn(language);
  const figures = figuresIn(language, t);
  const differing = compared.some(({ leftOut }) => leftOut > 0) ? compared : [];
  const population = populationName(part.wave.population, t);
  const named = (code: string): string =>
    part.definition.indicators.find((indicator) => indicator.code === code)?.shortName[language] ??
    t('results.draft_family_income');
  return {
    heading: t('refusals.flags_heading', { population }),
    counts: t('refusals.flags_counts', {
      counts: Object.entries(counts)
        .map(([flag, count]) => `${nameOfFlag(flag, t)} – ${figures.whole(count)}`)
        .join('; '),
    }),
    text: t('refusals.flags_text', { flags: flags.map((flag) => nameOfFlag(flag, t)).join(', '), k: part.next.k }),
    table: {
      id: `flags-${part.wave.population}`,
      heading: t('refusals.flags_heading', { population }),
      columns: [
        column(t('results.draft_indicator')),
        column(t(chosen === 'with' ? 'refusals.flags_all_chosen' : 'refusals.flags_all'), { figure: true }),
        column(t(chosen === 'without' ? 'refusals.flags_without_chosen' : 'refusals.flags_without'), { figure: true }),
        column(t('refusals.flags_difference'), { figure: true }),
        column(t('refusals.flags_left_out'), { figure: true }),
        column(t('refusals.flags_publication')),
      ],
      rows: differing.map((figure) => [
        cell(`${figure.code} ${named(figure.code)}`),
        estimateCell(figure.code, figure.withFlagged, t, figures),
        estimateCell(figure.code, figure.withoutFlagged, t, figures),
        cell(differenceText(figure, figures), { figure: true }),
        cell(figures.whole(figure.leftOut), { figure: true }),
        cell(t(PUBLICATION[figure.publishable].key), { tone: PUBLICATION[figure.publishable].tone }),
      ]),
      empty: t('refusals.flags_no_difference'),
    },
  };
}

function estimateCell(code: string, estimate: ComparedFigure['withFlagged'], t: Texts, figures: Figures): TableCell {
  if (estimate.state === 'missing') return cell(t('results.reason_too_few_answers'), { figure: true });
  const format = (value: number): string => (code === IN_TENGE ? figures.whole(value) : figures.indicator(value));
  const { lower, upper } = estimate.interval;
  const range = t('results.range', { lower: format(lower), upper: format(upper) });
  return cell(format(estimate.value), { note: `${range} · ${t('results.n_exact', { n: estimate.nValid })}`, figure: true });
}

function differenceText({ code, withFlagged, withoutFlagged }: ComparedFigure, figures: Figures): string {
  if (withFlagged.state !== 'estimated' || withoutFlagged.state !== 'estimated') return '–';
  const difference = withoutFlagged.value - withFlagged.value;
  return code === IN_TENGE ? figures.whole(difference) : figures.points(difference);
}
