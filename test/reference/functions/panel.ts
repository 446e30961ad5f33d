import {
  fixedEffectsOf,
  panelModelFrom,
  panelRegressionFrom,
  panelRobust,
  ROBUST_TYPES,
  ScoringError,
  type PanelClustering,
  type PanelEffect,
  type PanelModel,
} from '../../../scoring/index.js';
import type { LoadedCase } from '../referenceCase.js';
import type { Computed } from './computed.js';
import { coefficientLine, numericColumns } from './regressionData.js';

interface Options {
  response: string;
  terms: string[];
  individual: string;
  time?: string | null;
  effect: string;
}

const EFFECTS: Readonly<Record<string, PanelEffect>> = { individual: 'individual', time: 'time', twoways: 'twoways' };

export const panel: Record<string, Computed> = {
  'panel-fe': (loaded) => {
    const model = modelOf(loaded);
    const summary = panelRegressionFrom(model);
    const { individuals, periods } = fixedEffectsOf(model);
    return {
      coefficients: summary.coefficients.map(coefficientLine),
      n: summary.n,
      groups: summary.groups,
      periods: summary.periods,
      balanced: summary.balanced,
      dfResidual: summary.residualDegreesOfFreedom,
      ssResidual: summary.residualSquares,
      ssTotalWithin: summary.totalSquares,
      residualSE: summary.residualStandardError,
      r2Within: summary.rSquared,
      adjR2Within: summary.adjustedRSquared,
      f: summary.f.value,
      fDf: [summary.f.numerator, summary.f.denominator],
      fP: summary.f.p,
      fEffects: {
        statistic: summary.effects.value,
        df: [summary.effects.numerator, summary.effects.denominator],
        p: summary.effects.p,
      },
      clusterRobust: clusterRobust(model),
      fixedEffects: individuals ?? periods,
      timeEffects: periods,
    };
  },
};

function modelOf({ reference, tables: [rows = []] }: LoadedCase): PanelModel {
  const { response, terms, individual, time, effect } = reference.options as unknown as Options;
  const named = EFFECTS[effect];
  if (!named) throw new ScoringError('unknown-option', { effect });
  const labels = (column: string) => rows.map((row) => row[column] ?? '');
  return panelModelFrom({
    response,
    terms,
    individuals: labels(individual),
    effect: named,
    variables: numericColumns(rows),
    ...(typeof time === 'string' ? { periods: labels(time) } : {}),
  });
}

/** Every correction by units and by periods, under the names of the cases. */
function clusterRobust(model: PanelModel) {
  const types = [...ROBUST_TYPES, 'sss'] as const;
  const ways = model.periods ? (['individual', 'period'] as const) : (['individual'] as const);
  const clusterings = ways.flatMap((by) => types.map((type): PanelClustering => ({ by, type })));
  return Object.fromEntries(
    clusterings.map((clustering) => [
      `arellano${clustering.type}${clustering.by === 'period' ? '_time' : ''}`,
      panelRobust(model, clustering).coefficients.map(coefficientLine),
    ]),
  );
}
