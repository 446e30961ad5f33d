import { boxPlotFrom, type BoxPlot, type PanelTable } from '../../../scoring/index.js';
import { presentCellsOf, type PresentCell } from './presentCells.js';

/** A value beyond a fence, with its place. */
export interface Outlier extends PresentCell {
  /** How far from the nearer quartile, in lengths of the box; null for a box without length. */
  boxLengths: number | null;
}

/** A box plot of a column whose outliers have names. */
export interface ColumnBox {
  column: string;
  box: BoxPlot;
  /** The farthest first. */
  outliers: Outlier[];
}

/** Box plots with quartiles of type 7 and Tukey's fences; columns without values have none. */
export function columnBoxesOf(panel: PanelTable, columns: readonly string[]): ColumnBox[] {
  return columns.flatMap((column) => {
    const cells = presentCellsOf(panel, column);
    if (cells.length === 0) return [];
    const box = boxPlotFrom(
      cells.map(({ value }) => value),
      'type7',
    );
    const outliers = cells
      .filter(({ value }) => value < box.lowerFence || value > box.upperFence)
      .map((cell) => ({ ...cell, boxLengths: boxLengthsOf(cell.value, box) }))
      .toSorted((a, b) => distanceOf(b.value, box) - distanceOf(a.value, box));
    return [{ column, box, outliers }];
  });
}

function distanceOf(value: number, { lowerQuartile, upperQuartile }: BoxPlot): number {
  return value > upperQuartile ? value - upperQuartile : lowerQuartile - value;
}

function boxLengthsOf(value: number, box: BoxPlot): number | null {
  const length = box.upperQuartile - box.lowerQuartile;
  return length > 0 ? distanceOf(value, box) / length : null;
}
