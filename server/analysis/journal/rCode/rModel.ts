import type { RegressionModel } from '../../../../survey-definitions/contract/index.js';
import type { Texts } from '../../../i18n/index.js';
import { estimatorText } from '../table/journalText.viewModels.js';
import { rComment, rName, rText } from './rNames.js';

/** A regression in R with its table of coefficients and its tests; `tables` collects the tables. */
export function rModel(model: RegressionModel, number: number, t: Texts): string[] {
  const name = `model_${String(number)}`;
  return [
    rComment(`${model.name}: ${model.response}, ${estimatorText(model.estimator, t)}`),
    ...fitOf(model, name, t),
    ...tableOf(model, name, t),
    `print(tables[[${rText(model.name)}]])`,
    ...testsOf(model, name, t),
  ];
}

function fitOf(model: RegressionModel, name: string, t: Texts): string[] {
  const { estimator } = model;
  const formula = formulaOf(model);
  switch (estimator.kind) {
    case 'ols':
      return [`${name} <- lm(${formula}, data = panel)`, `print(summary(${name}))`];
    case 'wls':
      return [`${name} <- lm(${formula}, data = panel, weights = ${weightOf(estimator)})`, `print(summary(${name}))`];
    case 'huber':
      return [rComment(t('journal.r_huber')), `${name} <- ${robust(formula, 'psi = psi.huber, k = 1.345')}`];
    case 'bisquare':
      return [
        rComment(t('journal.r_bisquare')),
        `${name}_start <- ${robust(formula, 'psi = psi.huber, k = 1.345')}`,
        `${name} <- ${robust(formula, `psi = psi.bisquare, c = 4.685, init = coef(${name}_start)`)}`,
      ];
    case 'within':
      return [
        `${name} <- plm(${formula}, data = panel, index = c("town", "year"), model = "within", effect = "${estimator.effect}")`,
        `print(summary(${name}))`,
      ];
  }
}

function formulaOf({ response, terms }: RegressionModel): string {
  return `${rName(response)} ~ ${terms.map(rName).join(' + ')}`;
}

function weightOf({ variable, weight }: Extract<RegressionModel['estimator'], { kind: 'wls' }>): string {
  if (weight === 'proportional') return rName(variable);
  return weight === 'inverse' ? `1 / ${rName(variable)}` : `1 / ${rName(variable)}^2`;
}

/** Run until nothing moves any more, as here. */
function robust(formula: string, options: string): string {
  return `rlm(${formula}, data = panel, ${options}, scale.est = "MAD", maxit = 2000, acc = 1e-12)`;
}

function tableOf({ name: heading, estimator, errors }: RegressionModel, name: string, t: Texts): string[] {
  const table = (options: string): string => `tables[[${rText(heading)}]] <- coeftest(${name}${options})`;
  if (errors === 'cluster') return [rComment(t('journal.r_cluster')), ...clustered(estimator.kind === 'within', name, table)];
  if (errors !== 'classical') return [table(`, vcov. = vcovHC(${name}, type = "${errors}")`)];
  const isRobust = estimator.kind === 'huber' || estimator.kind === 'bisquare';
  return [table(isRobust ? `, df = nrow(model.frame(${name})) - length(coef(${name}))` : '')];
}

function clustered(isWithin: boolean, name: string, table: (options: string) => string): string[] {
  if (isWithin)
    return [
      table(`, vcov. = vcovHC(${name}, method = "arellano", type = "sss", cluster = "group"), df = pdim(${name})$nT$n - 1`),
    ];
  return [
    `${name}_towns <- panel[rownames(model.frame(${name})), "town"]`,
    table(`, vcov. = vcovCL(${name}, cluster = ${name}_towns, type = "HC1"), df = length(unique(${name}_towns)) - 1`),
  ];
}

function testsOf({ terms, estimator, response }: RegressionModel, name: string, t: Texts): string[] {
  if (estimator.kind === 'within') {
    const pooled = `plm(${formulaOf({ response, terms } as RegressionModel)}, data = panel, index = c("town", "year"), model = "pooling")`;
    return [rComment(t('journal.r_effects')), `print(pFtest(${name}, ${pooled}))`];
  }
  const inflation = terms.length > 1 ? [`print(vif(${name}))`] : [];
  if (estimator.kind !== 'ols' && estimator.kind !== 'wls') return inflation;
  return [`print(breusch_pagan(${name}))`, ...inflation];
}
