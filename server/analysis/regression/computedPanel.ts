import { ScoringError, transformedPanel, type PanelTable } from '../../../scoring/index.js';
import type { PanelTransformation } from '../../../survey-definitions/contract/index.js';
import { withOtherCells } from './otherCells.js';

/**
 * A panel with its computed columns.
 *
 * @throws ScoringError of a transformation, with all cells that stand in its way
 */
export function computedPanel(given: PanelTable, transformations: readonly PanelTransformation[]): PanelTable {
  return transformations.reduce((table, transformation) => {
    try {
      return transformedPanel(table, [transformation]);
    } catch (error) {
      throw error instanceof ScoringError ? withOtherCells(error, table) : error;
    }
  }, given);
}
