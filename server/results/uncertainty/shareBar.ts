import type { VarianceShare } from '../../../scoring/index.js';

/** Two shares of 0–1 in one picture, each with its interval; finished attribute values. Decoration: the numbers stand beside. */
export interface ShareBar {
  gridLines: string[];
  total: BarPart;
  first: BarPart;
}

interface BarPart {
  width: string;
  lower: string;
  upper: string;
}

const GRID = [0, 0.25, 0.5, 0.75, 1];

export const SHARE_AXIS = GRID.map((share) => `${String(100 * share)} %`);

export function shareBarFrom(first: VarianceShare, total: VarianceShare): ShareBar {
  return { gridLines: GRID.map(percent), first: partFrom(first), total: partFrom(total) };
}

function partFrom({ share, interval }: VarianceShare): BarPart {
  return { width: percent(share), lower: percent(interval.lower), upper: percent(interval.upper) };
}

function percent(share: number): string {
  return `${String(Math.round(100 * share))}%`;
}
