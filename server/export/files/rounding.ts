/**
 * The one place where numbers of files are rounded. Public files never carry more digits than public pages: from an
 * exact interval and the known spread of the answers a reader could compute an exact n where "n ≥" is printed.
 */

/** An indicator or a score, 0–100: one decimal. */
export function roundedPoints(value: number): number {
  return rounded(value, 1);
}

/** The end of an interval of points: a whole number. */
export function roundedBound(value: number): number {
  return rounded(value, 0);
}

/** A statistical figure or an amount of money. */
export function roundedFigure(value: number): number {
  return significant(value, 4);
}

/** An amount estimated from answers: its exact quotient would give away how many answered. */
export function roundedEstimate(value: number): number {
  return significant(value, 3);
}

/** The end of an interval of such an amount. */
export function roundedEstimateBound(value: number): number {
  return significant(value, 2);
}

/** A variable computed from one person's answers. */
export function roundedAnswer(value: number): number {
  return rounded(value, 6);
}

/** Never −0. */
function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals)) + 0;
}

function significant(value: number, digits: number): number {
  return Number(value.toPrecision(digits)) + 0;
}
