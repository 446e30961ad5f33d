import { ScoringError } from '../scoringError.js';
import { coefficientsFrom } from './coefficients.js';
import type { PanelModel } from './panelModel.js';
import { correctedResiduals, type RobustType } from './robustCovariance.js';
import type { RobustTable } from './robustStandardErrors.js';
import { sandwichFrom, standardErrorsOf } from './sandwich.js';

/** How a cluster-robust covariance of a panel is made. */
export interface PanelClustering {
  /** Rows of a unit, or of a period, are clusters. */
  by: 'individual' | 'period';
  /** The correction of the residuals, see `correctedResiduals`; `sss` multiplies the variance by G/(G − 1)·(n − 1)/(n − k). */
  type: RobustType | 'sss';
  /** Of t: those of the regression, or the clusters less one. */
  degreesOfFreedom?: 'residual' | 'clusters';
}

/**
 * Cluster-robust standard errors of a fixed-effects regression: Arellano's sandwich on the transformed data; k in the
 * corrections counts slopes only.
 *
 * @param model a fitted panel
 * @param clustering clusters, correction and degrees of freedom
 * @returns the table, with the number of clusters G
 * @throws ScoringError as `correctedResiduals`; `too-few-clusters` for G < 2; `bad-panel` where there are no periods
 * @source M. Arellano, Oxford Bull. Econ. Stat. 49 (1987), 431–434; R package plm, `vcovHC.plm`
 * @example panelRobust(model, { by: 'individual', type: 'HC1' }).coefficients
 */
export function panelRobust(model: PanelModel, clustering: PanelClustering): RobustTable & { clusters: number } {
  const { fit, design } = model;
  const groups = clustering.by === 'individual' ? model.individuals : model.periods;
  if (!groups) throw new ScoringError('bad-panel', { missing: 'periods' });
  const clusters = groups.names.length;
  if (clusters < 2) throw new ScoringError('too-few-clusters', { clusters });
  const covariance = sandwichFrom(fit, residualsOf(model, clustering.type, clusters), groups.numbers);
  const degreesOfFreedom = clustering.degreesOfFreedom === 'clusters' ? clusters - 1 : model.degreesOfFreedom;
  const coefficients = coefficientsFrom(design.terms, fit.coefficients, standardErrorsOf(covariance), degreesOfFreedom);
  return { coefficients, covariance, degreesOfFreedom, clusters };
}

function residualsOf({ fit, design }: PanelModel, type: PanelClustering['type'], clusters: number): Float64Array {
  if (type !== 'sss') return correctedResiduals(fit, type, design.count);
  const factor = ((clusters / (clusters - 1)) * (design.count - 1)) / (design.count - design.terms.length);
  return correctedResiduals(fit, 'HC0', design.count).map((residual) => residual * Math.sqrt(factor));
}
