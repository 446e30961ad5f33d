import type { PanelTransformation } from '../../survey-definitions/contract/index.js';
import { ScoringError } from '../scoringError.js';
import { panelColumn } from './panelColumn.js';
import { earlierRowsOf, type EarlierRow } from './panelRows.js';
import type { PanelTable } from './panelTable.js';

/** The new value of a row, NaN where something that it needs is missing. */
type RowValue = (row: number) => number;

/**
 * A panel with new columns that are computed from others, one after the other: a later one may use an earlier one.
 * Growth, differences and lags take the value of the same unit in exactly the year before (or so many years before);
 * over a gap, and where a value is missing, the new value is missing.
 *
 * @param table rows in any order, each unit and year once
 * @param transformations what is computed, under which name
 * @returns the panel with all its columns and the new ones, row for row
 * @throws ScoringError `unknown-column`, `duplicate-column`; `out-of-range` naming column, unit, year and value for a
 * logarithm of what is not positive and for a division by 0 (by 0 or less people); `not-finite` where a result is beyond
 * all numbers; `bad-panel` for a unit and year in two rows
 * @example transformedPanel(panel, [{ kind: 'log', name: 'log_y', of: 'y' }]).columns.log_y // ln y
 */
export function transformedPanel(table: PanelTable, transformations: readonly PanelTransformation[]): PanelTable {
  const earlier = earlierRowsOf(table);
  return transformations.reduce((panel, transformation) => withColumn(panel, transformation, earlier), table);
}

function withColumn(panel: PanelTable, transformation: PanelTransformation, earlier: EarlierRow): PanelTable {
  const { name } = transformation;
  if (Object.hasOwn(panel.columns, name)) throw new ScoringError('duplicate-column', { column: name });
  const valueOf = rowValueOf(panel, transformation, earlier);
  const values = Float64Array.from(panel.units, (unit, row) => {
    const value = valueOf(row);
    if (Math.abs(value) === Infinity) throw new ScoringError('not-finite', { column: name, unit, year: panel.years[row] });
    return value;
  });
  return { ...panel, columns: { ...panel.columns, [name]: values } };
}

function rowValueOf(panel: PanelTable, transformation: PanelTransformation, earlier: EarlierRow): RowValue {
  const x = panelColumn(panel, transformation.of);
  const log = (row: number | undefined): number => Math.log(x.checked(row, 'above-zero'));
  switch (transformation.kind) {
    case 'log':
      return log;
    case 'growth':
      return (row) => x.value(row) / x.checked(earlier(row, 1), 'not-zero') - 1;
    case 'log-growth':
      return (row) => log(row) - log(earlier(row, 1));
    case 'difference':
      return (row) => x.value(row) - x.value(earlier(row, 1));
    case 'lag':
      return (row) => x.value(earlier(row, transformation.years));
    default:
      return ofTwoColumns(panel, transformation);
  }
}

/** Transformations of two columns of a row. */
function ofTwoColumns(
  panel: PanelTable,
  transformation: Extract<PanelTransformation, { kind: 'share' | 'per-capita' | 'product' }>,
): RowValue {
  const x = panelColumn(panel, transformation.of);
  const by = panelColumn(panel, transformation.by);
  switch (transformation.kind) {
    case 'share': {
      const whole = transformation.unit === 'per-cent' ? 100 : 1;
      return (row) => (x.value(row) / by.checked(row, 'not-zero')) * whole;
    }
    case 'per-capita':
      return (row) => (x.value(row) / by.checked(row, 'above-zero')) * transformation.per;
    case 'product':
      return (row) => x.value(row) * by.value(row);
  }
}
