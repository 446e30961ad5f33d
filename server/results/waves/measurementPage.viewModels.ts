import type { PageModel } from '../../http/views.js';
import { textsIn } from '../../i18n/index.js';
import type { TableModel } from '../../accounts/index.js';
import { figuresIn } from '../pages/figures.js';
import { coefficientsIn } from './coefficients.js';
import { correlationsSection, type CorrelationsSection } from './correlations.viewModels.js';
import { itemsTable } from './itemsTable.viewModels.js';
import type { MeasurementQuality } from './measurementQuality.js';
import { reliabilityTable, type MeasurementWords } from './reliabilityTable.viewModels.js';
import { LEAST_COEFFICIENT, LEAST_ITEM_REST } from './reliabilityWarnings.js';
import { buildWaveFrame, type WaveFrame, type WaveFrameMaterial } from './waveFrame.viewModels.js';

/** How well the indicators of a wave are measured, for coordinators. */
export interface WaveMeasurementPage extends PageModel {
  frame: WaveFrame;
  intro: string;
  /** Null while nobody has answered. */
  content: {
    reliability: TableModel;
    notes: string[];
    items: TableModel;
    correlations: CorrelationsSection;
  } | null;
  noAnswers: string;
  validity: { heading: string; text: string };
}

declare module '../../http/views.js' {
  interface Views {
    'results/waveMeasurement': WaveMeasurementPage;
  }
}

interface MeasurementMaterial {
  frame: WaveFrameMaterial;
  quality: MeasurementQuality | null;
  limits: { least: number; redundant: number };
}

export function buildMeasurementPage({ frame, quality, limits }: MeasurementMaterial): WaveMeasurementPage {
  const { language, layout } = frame;
  const t = textsIn(language);
  const coefficients = coefficientsIn(language, t);
  const words: MeasurementWords = { language, t, figures: figuresIn(language, t), coefficients, least: limits.least };
  return {
    layout,
    frame: buildWaveFrame(frame),
    intro: t('quality.measurement_intro', { least: limits.least }),
    content: quality && {
      reliability: reliabilityTable(quality.indicators, words),
      notes: [
        t('quality.thresholds', {
          coefficient: coefficients.coefficient(LEAST_COEFFICIENT),
          item: coefficients.coefficient(LEAST_ITEM_REST),
        }),
        t('quality.two_items_explained'),
        ...(quality.indicators.some(hasHeywoodCase) ? [t('quality.heywood_explained')] : []),
      ],
      items: itemsTable(quality.indicators, words),
      correlations: correlationsSection(quality.correlations, quality.indicators, { ...words, ...limits }),
    },
    noAnswers: t('quality.no_answers'),
    validity: { heading: t('quality.validity'), text: t('quality.validity_absent') },
  };
}

function hasHeywoodCase({ reliability }: MeasurementQuality['indicators'][number]): boolean {
  return reliability.state === 'scale' && reliability.omega.state === 'fitted' && reliability.omega.heywoodItems.length > 0;
}
