import type { Definition } from '../../../survey-definitions/contract/index.js';
import { cell, column, type TableCell, type TableModel } from '../../accounts/index.js';
import { formatNumber, textsIn, type Language, type Texts } from '../../i18n/index.js';
import type { WaveEstimates } from '../estimates/waveEstimates.js';
import { figuresIn, type Figures } from '../pages/figures.js';

export interface BothEstimates {
  language: Language;
  definition: Definition;
  weighted: WaveEstimates | null;
  unweighted: WaveEstimates | null;
}

type Estimate = WaveEstimates['survey']['estimates'][string];

/** Income per family member is an amount and not points. */
const IN_TENGE = 'B4';

/** Every indicator with its interval, with the weights and without. */
export function bothEstimatesTable({ language, definition, weighted, unweighted }: BothEstimates): TableModel {
  const t = textsIn(language);
  const figures = figuresIn(language, t);
  const codes = Object.keys(unweighted?.survey.estimates ?? {});
  const name = (code: string): string =>
    definition.indicators.find((indicator) => indicator.code === code)?.shortName[language] ?? t('results.draft_family_income');
  return {
    id: 'both',
    heading: t('weighting.both'),
    columns: [
      column(t('results.draft_code')),
      column(t('quality.indicator')),
      column(t('weighting.weighted'), { figure: true }),
      column(t('weighting.unweighted'), { figure: true }),
      column(t('weighting.difference'), { figure: true }),
      column(t('results.draft_n'), { figure: true }),
      column(t('weighting.effective_n'), { figure: true }),
      column(t('weighting.design_effect'), { figure: true }),
    ],
    rows: codes.map((code) => {
      const [now, before] = [weighted?.survey.estimates[code], unweighted?.survey.estimates[code]];
      return [
        cell(code),
        cell(name(code)),
        estimateCell(code, now, t, figures),
        estimateCell(code, before, t, figures),
        cell(differenceText(code, now, before, figures), { figure: true }),
        cell(before ? t('results.draft_answers', { valid: before.nValid, eligible: before.nEligible }) : '–', { figure: true }),
        cell(now?.state === 'estimated' ? formatNumber(now.effectiveN, language, 1) : '–', { figure: true }),
        cell(now?.state === 'estimated' ? formatNumber(now.designEffect, language, 2) : '–', { figure: true }),
      ];
    }),
    empty: t('weighting.nobody_answered'),
  };
}

function estimateCell(code: string, estimate: Estimate | undefined, t: Texts, figures: Figures): TableCell {
  if (estimate === undefined) return cell(t('weighting.not_computed'), { figure: true });
  if (estimate.state === 'missing') return cell(t('results.reason_too_few_answers'), { figure: true });
  const { value, interval } = estimate;
  if (code === IN_TENGE)
    return cell(figures.whole(value), {
      note: t('results.range', { lower: figures.whole(interval.lower), upper: figures.whole(interval.upper) }),
      figure: true,
    });
  const note = t('results.range', { lower: figures.indicator(interval.lower), upper: figures.indicator(interval.upper) });
  return cell(figures.indicator(value), { note, figure: true });
}

function differenceText(code: string, now: Estimate | undefined, before: Estimate | undefined, figures: Figures): string {
  if (now?.state !== 'estimated' || before?.state !== 'estimated') return '–';
  const difference = now.value - before.value;
  return code === IN_TENGE ? figures.whole(difference) : figures.points(difference);
}
