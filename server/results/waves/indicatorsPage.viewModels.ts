import type { LocalizedText } from '../../../survey-definitions/contract/index.js';
import { cell, column, type TableCell, type TableModel } from '../../accounts/index.js';
import type { PageModel } from '../../http/views.js';
import { textsIn, type Texts } from '../../i18n/index.js';
import type { WaveEstimates } from '../estimates/waveEstimates.js';
import { figuresIn, type Figures } from '../pages/figures.js';
import { buildWaveFrame, type WaveFrame, type WaveFrameMaterial } from './waveFrame.viewModels.js';

/** The live indicators of one wave in one town, for coordinators. */
export interface WavePage extends PageModel {
  frame: WaveFrame;
  intro: string;
  /** Why the weights of the wave cannot be computed, so that there are no estimates; null where they can. */
  fault: string | null;
  table: TableModel;
}

declare module '../../http/views.js' {
  interface Views {
    'results/wave': WavePage;
  }
}

interface IndicatorsMaterial {
  frame: WaveFrameMaterial;
  indicators: readonly { code: string; shortName: LocalizedText }[];
  /** Null while nobody has answered, or with faulty weights. */
  estimates: WaveEstimates | null;
  faulty: boolean;
}

export function buildIndicatorsPage({ frame, indicators, estimates, faulty }: IndicatorsMaterial): WavePage {
  const { language, layout } = frame;
  const t = textsIn(language);
  const figures = figuresIn(language, t);
  return {
    layout,
    frame: buildWaveFrame(frame),
    intro: t('results.wave_intro'),
    fault: faulty ? t('weighting.draft_fault', { wave: frame.wave.slug }) : null,
    table: {
      id: 'indicators',
      heading: t('results.wave_table'),
      columns: [
        column(t('quality.indicator')),
        column(t('results.draft_now'), { figure: true }),
        column(t('results.draft_n'), { figure: true }),
      ],
      rows: indicators.map(({ code, shortName }) => [
        cell(`${code} ${shortName[language]}`),
        ...estimateCells(estimates?.survey.estimates[code], t, figures),
      ]),
      empty: t('results.wave_no_indicators'),
    },
  };
}

function estimateCells(
  estimate: WaveEstimates['survey']['estimates'][string] | undefined,
  t: Texts,
  figures: Figures,
): TableCell[] {
  const answers = estimate ? t('results.draft_answers', { valid: estimate.nValid, eligible: estimate.nEligible }) : '–';
  const value =
    estimate?.state === 'estimated'
      ? cell(figures.indicator(estimate.value), { note: figures.indicatorRange(estimate.interval), figure: true })
      : cell(t('results.reason_too_few_answers'), { figure: true });
  return [value, cell(answers, { figure: true })];
}
