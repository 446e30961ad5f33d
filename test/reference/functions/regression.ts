import {
  breuschPagan,
  linearRegressionFrom,
  ROBUST_TYPES,
  robustRegressionFrom,
  robustStandardErrors,
  ScoringError,
  varianceInflation,
  type ChiSquareTest,
  type Coefficient,
  type ModelSpecification,
  type RobustOptions,
  type RobustType,
} from '../../../scoring/index.js';
import type { LoadedCase } from '../referenceCase.js';
import type { Computed } from './computed.js';
import { panel } from './panel.js';
import { coefficientLine, numericColumns } from './regressionData.js';

interface Options {
  response: string;
  terms: string[];
  intercept?: boolean;
  weights?: string;
}

export const regression: Record<string, Computed> = {
  ...panel,
  ols: summary,
  wls: summary,
  'robust-se': (loaded) => {
    const tables = robustStandardErrors(modelOf(loaded), typesOf(loaded));
    return Object.fromEntries(
      Object.entries(tables).map(([type, { coefficients, covariance }]) => [
        type,
        { coefficients: coefficients.map(coefficientLine), vcov: covariance },
      ]),
    );
  },
  'breusch-pagan': (loaded) => {
    const { auxiliary } = loaded.reference.options as { auxiliary?: string[] | null };
    const { studentized, nonStudentized } = breuschPagan(modelOf(loaded), auxiliary ?? undefined);
    return { studentized: testLine(studentized), nonStudentized: testLine(nonStudentized) };
  },
  'robust-regression': (loaded) => {
    const robust = robustRegressionFrom(modelOf(loaded), robustOptionsOf(loaded));
    return {
      coefficients: robust.coefficients.map((coefficient) => ({ ...coefficientLine(coefficient), p: null })),
      scale: robust.scale,
      weights: Array.from(robust.weights),
      residuals: Array.from(robust.residuals),
      n: robust.n,
      dfResidual: robust.residualDegreesOfFreedom,
      converged: robust.converged,
    };
  },
  vif: (loaded) => ({ vif: varianceInflation(modelOf(loaded)) }),
};

function summary(loaded: LoadedCase): unknown {
  const regression = linearRegressionFrom(modelOf(loaded));
  return {
    coefficients: regression.coefficients.map(withInterval),
    n: regression.n,
    dfModel: regression.modelDegreesOfFreedom,
    dfResidual: regression.residualDegreesOfFreedom,
    residualSE: regression.residualStandardError,
    r2: regression.rSquared,
    adjR2: regression.adjustedRSquared,
    f: regression.f.value,
    fP: regression.f.p,
    ssRegression: regression.regressionSquares,
    ssResidual: regression.residualSquares,
    logLik: regression.logLikelihood,
    aic: regression.aic,
    bic: regression.bic,
    fittedFirst5: Array.from(regression.fitted.subarray(0, 5)),
    residualsFirst5: Array.from(regression.residuals.subarray(0, 5)),
  };
}

function typesOf({ reference }: LoadedCase): RobustType[] {
  const { types } = reference.options as { types?: string[] };
  return ROBUST_TYPES.filter((type) => types?.includes(type) ?? true);
}

function robustOptionsOf({ reference }: LoadedCase): RobustOptions {
  const { psi, tuning, madConstant, scale = 'mad', start = 'ols' } = reference.options;
  const named = [psi, scale, start].map((option) => String(option).toLowerCase());
  const [influence, scaleName, startName] = named;
  if (influence !== 'huber' && influence !== 'bisquare') throw new ScoringError('unknown-option', { psi });
  if (scaleName !== 'mad') throw new ScoringError('unknown-option', { scale });
  if (startName !== 'ols' && startName !== 'huber') throw new ScoringError('unknown-option', { start });
  return {
    influence,
    start: startName,
    ...(typeof tuning === 'number' ? { tuning } : {}),
    ...(typeof madConstant === 'number' ? { madConstant } : {}),
  };
}

function testLine({ statistic, degreesOfFreedom, p }: ChiSquareTest) {
  return { statistic, df: degreesOfFreedom, p };
}

function modelOf({ reference, tables: [rows = []] }: LoadedCase): ModelSpecification {
  const { response, terms, intercept, weights } = reference.options as unknown as Options;
  return {
    response,
    terms,
    variables: numericColumns(rows),
    ...(typeof intercept === 'boolean' ? { intercept } : {}),
    ...(typeof weights === 'string' ? { weights } : {}),
  };
}

function withInterval(coefficient: Coefficient) {
  return { ...coefficientLine(coefficient), ci95Lower: coefficient.lower, ci95Upper: coefficient.upper };
}
