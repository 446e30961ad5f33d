import type {
  Estimator,
  PrintedModel,
  RegressionModel,
  RegressionPreset,
  StandardErrors,
} from '../../../../survey-definitions/contract/index.js';
import type { EstimatedModel } from '../../regression/estimation/estimatedModel.js';
import { starsOf, type Stars } from './stars.js';

export const INTERCEPT = '(Intercept)';

/** Whose figures stand in a column: computed here, computed here from synthetic data, or copied from a paper. */
export type ColumnOrigin = 'estimated' | 'synthetic' | 'printed';

export interface JournalColumn {
  /** Of the model. */
  name: string;
  origin: ColumnOrigin;
  response: string;
  estimator: Estimator;
  errors: StandardErrors;
  /** Of cluster-robust errors. */
  clusters: number | null;
}

export interface JournalCell {
  estimate: number;
  /** Null where a paper prints none. */
  standardError: number | null;
  /** Null where it is not told what a paper prints. */
  stars: Stars | null;
}

export const STATISTICS = ['n', 'rSquared', 'adjustedRSquared', 'f', 'fP', 'breuschPaganP'] as const;
export type Statistic = (typeof STATISTICS)[number];

/** Several regressions side by side, full precision: what page, CSV, LaTeX and HTML are made of. */
export interface JournalTable {
  columns: JournalColumn[];
  /** Each beside those that it stands beside in its model, the intercept last; null where a model has no such term. */
  terms: { term: string; cells: (JournalCell | null)[] }[];
  /** Those that at least one column has. */
  statistics: { statistic: Statistic; values: (number | null)[] }[];
}

/** A column before it stands beside others. */
interface Side {
  column: JournalColumn;
  cells: Map<string, JournalCell>;
  statistics: Readonly<Record<Statistic, number | null>>;
}

/**
 * Estimates side by side. Where a preset prints the same regression, its figures follow in a column of their own: they are of
 * other data.
 */
export function journalTableFrom(
  models: readonly EstimatedModel[],
  { preset = null, synthetic = false }: { preset?: RegressionPreset | null; synthetic?: boolean } = {},
): JournalTable {
  const origin = synthetic ? 'synthetic' : 'estimated';
  return tableOf(
    models.flatMap((estimated) => {
      const printed = preset && printedOf(preset, estimated.model);
      return [estimatedSide(estimated, origin), ...(printed ? [printedSide(estimated.model, printed)] : [])];
    }),
  );
}

/** What a paper prints, side by side. */
export function printedTableFrom({ models }: Pick<RegressionPreset, 'models'>): JournalTable {
  return tableOf(models.flatMap(({ model, printed }) => (printed ? [printedSide(model, printed)] : [])));
}

/** What is printed of a regression of this name, response and terms. */
function printedOf({ models }: RegressionPreset, { name, response, terms }: RegressionModel): PrintedModel | null {
  const same = models.find(({ model }) => model.name === name && model.response === response && sameTerms(model.terms, terms));
  return same?.printed ?? null;
}

function sameTerms(printed: readonly string[], own: readonly string[]): boolean {
  return printed.length === own.length && printed.every((term) => own.includes(term));
}

function estimatedSide(estimates: EstimatedModel, origin: ColumnOrigin): Side {
  const { model, errors, coefficients, n, rSquared, adjustedRSquared, f, heteroskedasticity } = estimates;
  const cells = coefficients.map(({ term, estimate, standardError, p }): [string, JournalCell] => [
    term,
    { estimate, standardError, stars: starsOf(p) },
  ]);
  return {
    column: { ...columnOf(model, origin), errors: errors.kind, clusters: errors.clusters },
    cells: new Map(cells),
    statistics: {
      n,
      rSquared,
      adjustedRSquared,
      f: f?.value ?? null,
      fP: f?.p ?? null,
      breuschPaganP: heteroskedasticity?.test.studentized.p ?? null,
    },
  };
}

function printedSide(model: RegressionModel, { coefficients, n, rSquared, breuschPaganP }: PrintedModel): Side {
  return {
    column: columnOf(model, 'printed'),
    cells: new Map(coefficients.map(({ term, ...cell }) => [term, cell])),
    statistics: { n, rSquared, adjustedRSquared: null, f: null, fP: null, breuschPaganP },
  };
}

function columnOf({ name, response, estimator, errors }: RegressionModel, origin: ColumnOrigin): JournalColumn {
  return { name, origin, response, estimator, errors, clusters: null };
}

function tableOf(sides: readonly Side[]): JournalTable {
  const named = orderedTerms(sides.map(({ cells }) => [...cells.keys()].filter((term) => term !== INTERCEPT)));
  const terms = [...named, ...(sides.some(({ cells }) => cells.has(INTERCEPT)) ? [INTERCEPT] : [])];
  return {
    columns: sides.map(({ column }) => column),
    terms: terms.map((term) => ({ term, cells: sides.map(({ cells }) => cells.get(term) ?? null) })),
    statistics: STATISTICS.map((statistic) => ({
      statistic,
      values: sides.map(({ statistics }) => statistics[statistic]),
    })).filter(({ values }) => values.some((value) => value !== null)),
  };
}

/** A term that models before have not named comes before the next one that they have, else at the end. */
function orderedTerms(models: readonly (readonly string[])[]): string[] {
  const ordered: string[] = [];
  for (const terms of models)
    terms.forEach((term, at) => {
      if (ordered.includes(term)) return;
      const next = terms.slice(at + 1).find((later) => ordered.includes(later));
      ordered.splice(next === undefined ? ordered.length : ordered.indexOf(next), 0, term);
    });
  return ordered;
}
