import { ScoringError, sharesAboveWhole, type PanelTable, type ShareAboveWhole } from '../../../scoring/index.js';
import type { PanelTransformation } from '../../../survey-definitions/contract/index.js';
import type { Refused } from '../regression/computeAnalysis.js';
import { computedPanel } from '../regression/computedPanel.js';
import type { DescriptionChoice } from './description.requests.js';
import { newTransformationFrom, type NewColumnFault } from './newTransformation.js';
import { transformationFrom } from './transformationCode.js';

/** So many columns are drawn and correlated; tables hold all that were chosen. */
const MOST_DRAWN = 12;

/** A panel with its computed columns and what of it is to be described. */
export interface DescribedPanel {
  panel: PanelTable;
  transformations: PanelTransformation[];
  /** Every column that may be chosen. */
  columns: string[];
  /** Those chosen, in the order of the data; all where none was. */
  chosen: string[];
  /** The first of them, which charts and correlations have room for. */
  drawn: string[];
  /** Shares that are larger than their whole. */
  warnings: ShareAboveWhole[];
  /** Why a column could not be computed; the others were. */
  fault: NewColumnFault | { transformation: PanelTransformation; error: Refused } | null;
}

/** Computes what is to be described; a column that cannot be computed is left out with the reason. */
export function describedPanelFrom(table: PanelTable, choice: DescriptionChoice): DescribedPanel {
  const asked = newTransformationFrom({ id: choice.new, of: choice.of, by: choice.by, name: choice.name });
  const isFault = asked !== null && 'field' in asked;
  const wanted = choice.computed.map(transformationFrom).filter((transformation) => transformation !== null);
  const computed = computedColumns(table, isFault || asked === null ? wanted : [...wanted, asked]);
  const columns = Object.keys(computed.panel.columns);
  const added = computed.transformations
    .map(({ name }) => name)
    .filter((name) => asked !== null && !isFault && name === asked.name);
  const ticked = columns.filter((column) => choice.column.includes(column) || added.includes(column));
  const chosen = choice.column.some((column) => columns.includes(column)) ? ticked : columns;
  return {
    ...computed,
    columns,
    chosen,
    drawn: chosen.slice(0, MOST_DRAWN),
    warnings: sharesAboveWhole(computed.panel, computed.transformations),
    fault: isFault ? asked : computed.fault,
  };
}

function computedColumns(table: PanelTable, wanted: readonly PanelTransformation[]) {
  const computed: Pick<DescribedPanel, 'panel' | 'transformations' | 'fault'> = {
    panel: table,
    transformations: [],
    fault: null,
  };
  for (const transformation of wanted) {
    try {
      computed.panel = computedPanel(computed.panel, [transformation]);
      computed.transformations.push(transformation);
    } catch (error) {
      if (!(error instanceof ScoringError)) throw error;
      const { code, details } = error;
      computed.fault ??= { transformation, error: { code, details } };
    }
  }
  return computed;
}
