import { Matrix, QrDecomposition } from 'ml-matrix';
import {
  linearRegressionFrom,
  panelModelFrom,
  panelRegressionFrom,
  panelRobust,
  robustRegressionFrom,
  transformedPanel,
  type PanelSpecification,
} from '../../scoring/index.js';
import { syntheticPanel } from '../../server/analysis/journal/syntheticPanel.js';
import { estimateModel } from '../../server/analysis/regression/estimation/estimateModel.js';
import { columnsOfModel, rowsForModel } from '../../server/analysis/regression/estimation/panelRowsOfModel.js';
import { configFrom } from '../../server/config.js';
import { loadDefinitions } from '../../server/definitions/index.js';
import type { BenchRow } from './benchRow.js';

const ROUNDS = 5;

/** The regressions of the town analysis, beside the same solution by the QR decomposition of ml-matrix. */
export function regressions(): BenchRow[] {
  const rows = 100_000;
  const terms = Array.from({ length: 10 }, (_, at) => `x${at}`);
  const variables = variablesOf(rows, terms);
  const model = { response: 'y', terms, variables };
  const shorter = variablesOf(10_000, terms);
  const panel = unbalancedPanel(243, 15, terms.slice(0, 8));
  const eight = modelsOfPreset('l24');
  return [
    {
      name: 'columns and all eight models of [L24] with all diagnostics, 19 towns × 5 years',
      value: milliseconds(() => eight.estimate()),
      unit: 'ms',
      yardstick: { name: 'coefficients alone, ml-matrix', value: milliseconds(() => eight.solve()) },
    },
    {
      name: 'least squares, 100,000 rows × 10 terms, with summary',
      value: milliseconds(() => linearRegressionFrom(model)),
      unit: 'ms',
      yardstick: { name: 'coefficients alone, ml-matrix', value: milliseconds(() => solvedByMatrix(variables, terms)) },
    },
    {
      name: 'Huber regression, 10,000 rows × 10 terms',
      value: milliseconds(() => robustRegressionFrom({ ...model, variables: shorter }, { influence: 'huber' })),
      unit: 'ms',
      yardstick: { name: 'least squares alone, ml-matrix', value: milliseconds(() => solvedByMatrix(shorter, terms)) },
    },
    {
      name: 'two-way fixed effects, 3,645 cells × 8 terms, unbalanced, clustered',
      value: milliseconds(() => {
        const fitted = panelModelFrom(panel);
        panelRegressionFrom(fitted);
        panelRobust(fitted, { by: 'individual', type: 'sss' });
      }),
      unit: 'ms',
      yardstick: {
        name: 'coefficients alone with a column for each unit and year, ml-matrix',
        value: milliseconds(() => solvedByColumns(panel)),
      },
    },
  ];
}

/** Models of a preset on the made-up panel of the demonstration: as an analysis estimates them, and their bare coefficients. */
function modelsOfPreset(id: string) {
  const { regressionPresets, towns } = loadDefinitions(configFrom({}).rootDir);
  const { transformations, models } = regressionPresets.find((preset) => preset.id === id) ?? { transformations: [], models: [] };
  const panel = syntheticPanel(towns.slice(0, 19).map((town) => town.id));
  const prepared = transformedPanel(panel, transformations);
  const complete = models.map(({ model }) => {
    const { complete: rows } = rowsForModel(prepared, model);
    const columns = columnsOfModel(model).map((name) => [
      name,
      Float64Array.from(rows, (row) => prepared.columns[name]?.[row] ?? 0),
    ]);
    return {
      response: model.response,
      terms: model.terms,
      variables: Object.fromEntries(columns) as Record<string, Float64Array>,
    };
  });
  return {
    estimate: () => {
      const table = transformedPanel(panel, transformations);
      for (const { model } of models) estimateModel(table, model);
    },
    solve: () => {
      for (const { variables, terms, response } of complete) solvedByMatrix(variables, terms, response);
    },
  };
}

/** Numbers that look irregular and are the same in every run. */
function variablesOf(rows: number, terms: readonly string[]): Record<string, Float64Array> {
  const column = (seed: number) =>
    Float64Array.from({ length: rows }, (_, row) => 100 + (((row * 7919 + 31) * (seed + 13)) % 1009));
  return Object.fromEntries([...terms, 'y'].map((name, at) => [name, column(at ** 3)]));
}

function unbalancedPanel(units: number, years: number, terms: string[]): PanelSpecification {
  const cells = Array.from({ length: units * years }, (_, at) => at).filter((at) => at % 17 !== 3);
  const whole = variablesOf(units * years, terms);
  const variables = Object.entries(whole).map(([name, values]) => [name, cells.map((at) => values[at] ?? 0)] as const);
  return {
    response: 'y',
    terms,
    variables: Object.fromEntries(variables),
    individuals: cells.map((at) => String(Math.floor(at / years))),
    periods: cells.map((at) => String(at % years)),
    effect: 'twoways',
  };
}

/** Effects as zeros and ones: what fixed effects are without a within transformation. */
function solvedByColumns({ response, terms, variables, individuals, periods = [] }: PanelSpecification): Matrix {
  const effects = [individuals, periods].flatMap((keys) =>
    [...new Set(keys)].slice(1).map((key) => Float64Array.from(keys, (each) => Number(each === key))),
  );
  const named = effects.map((column, at) => [`effect ${at}`, column] as const);
  const plain = Object.entries(variables).map(([name, column]) => [name, Float64Array.from(column)] as const);
  return solvedByMatrix(Object.fromEntries([...plain, ...named]), [...terms, ...named.map(([name]) => name)], response);
}

function solvedByMatrix(variables: Record<string, Float64Array>, terms: readonly string[], outcome = 'y'): Matrix {
  const columns = terms.map((term) => variables[term] ?? new Float64Array(0));
  const response = variables[outcome] ?? new Float64Array(0);
  const design = new Matrix(Array.from(response, (_, row) => [1, ...columns.map((column) => column[row] ?? 0)]));
  return new QrDecomposition(design).solve(Matrix.columnVector(Array.from(response)));
}

/** The median of some rounds. */
function milliseconds(computation: () => unknown): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const before = performance.now();
    computation();
    return performance.now() - before;
  });
  return times.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
}
