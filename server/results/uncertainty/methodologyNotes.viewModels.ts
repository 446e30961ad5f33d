import type { DrawOptions, SensitivityOptions } from '../../../scoring/index.js';
import type { Texts } from '../../i18n/index.js';
import type { Figures } from '../pages/figures.js';
import type { Subject } from './driverWords.viewModels.js';

/** How the numbers of a page came about: draws and seed, what varied, how it is rounded. */
export interface MethodologyNotes {
  heading: string;
  paragraphs: string[];
  variedHeading: string;
  varied: string[];
  rounding: string;
}

export function methodologyNotesFrom(
  subject: Subject,
  { draws, seed }: DrawOptions,
  runs: SensitivityOptions,
  t: Texts,
  figures: Figures,
): MethodologyNotes {
  return {
    heading: t('uncertainty.how_heading'),
    paragraphs: [
      t('uncertainty.how_draws', { draws: figures.whole(draws), seed }),
      t('uncertainty.how_sobol', { base: figures.whole(runs.base), bootstrap: figures.whole(runs.bootstrap) }),
    ],
    variedHeading: t('uncertainty.how_varied'),
    varied: [
      t('uncertainty.varied_sampling'),
      t('uncertainty.varied_weights'),
      t('uncertainty.varied_omitted'),
      t('uncertainty.varied_goalposts'),
      ...(subject === 'order' ? [t('uncertainty.varied_normalisation'), t('uncertainty.varied_means')] : []),
    ],
    rounding: t('uncertainty.how_rounding'),
  };
}
