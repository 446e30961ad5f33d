import type { Dataset } from '../datasets/dataset.js';
import { panelTableOf } from '../datasets/panelTableOf.js';
import { columnBoxesOf, type ColumnBox } from './columnBox.js';
import { columnCorrelationsOf, type ColumnCorrelations } from './columnCorrelations.js';
import { columnDynamicsOf, type ColumnDynamics } from './columnDynamics.js';
import { columnSummaryOf, type ColumnSummary } from './columnSummary.js';
import { describedPanelFrom, type DescribedPanel } from './describedPanel.js';
import type { DescriptionChoice } from './description.requests.js';

/** Everything that is said of a panel: figures only, no words. */
export interface Description extends DescribedPanel {
  summaries: ColumnSummary[];
  boxes: ColumnBox[];
  dynamics: ColumnDynamics;
  correlations: ColumnCorrelations;
}

export function descriptionOf(dataset: Pick<Dataset, 'csv'>, choice: DescriptionChoice): Description {
  const described = describedPanelFrom(panelTableOf(dataset), choice);
  const { panel, columns, chosen, drawn } = described;
  const column = columns.includes(choice.dynamics) ? choice.dynamics : (chosen[0] ?? '');
  return {
    ...described,
    summaries: chosen.map((name) => columnSummaryOf(panel, name)),
    boxes: columnBoxesOf(panel, drawn),
    dynamics: columnDynamicsOf(panel, column, choice.unit),
    correlations: columnCorrelationsOf(panel, drawn, choice),
  };
}
