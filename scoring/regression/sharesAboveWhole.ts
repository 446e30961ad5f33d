import type { PanelTransformation } from '../../survey-definitions/contract/index.js';
import { panelColumn } from './panelColumn.js';
import type { PanelTable } from './panelTable.js';

/** A share that is larger than its whole, and where it stands. */
export interface ShareAboveWhole {
  column: string;
  unit: string;
  year: number;
  value: number;
  /** 1 for a fraction, 100 for per cent. */
  whole: 1 | 100;
}

/**
 * Shares above 1 or 100 %: not refused, for a printed share of workers reaches 1.23, but worth a warning.
 *
 * @param panel the result of `transformedPanel`
 * @param transformations as were given to it
 * @returns in the order of transformations and rows
 * @throws ScoringError `unknown-column`
 * @example sharesAboveWhole(panel, [{ kind: 'share', name: 'lab', of: 'workers', by: 'population', unit: 'fraction' }])
 */
export function sharesAboveWhole(panel: PanelTable, transformations: readonly PanelTransformation[]): ShareAboveWhole[] {
  return transformations.flatMap((transformation) => {
    if (transformation.kind !== 'share') return [];
    const whole = transformation.unit === 'per-cent' ? 100 : 1;
    const { value } = panelColumn(panel, transformation.name);
    return panel.units.flatMap((unit, row): ShareAboveWhole[] => {
      const share = value(row);
      return share > whole
        ? [{ column: transformation.name, unit, year: panel.years[row] ?? Number.NaN, value: share, whole }]
        : [];
    });
  });
}
