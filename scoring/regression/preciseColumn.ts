/** Numbers with twice the digits of a double: each is the unevaluated sum high + low, |low| ≤ half a unit of high. */
export interface PreciseColumn {
  readonly high: Float64Array;
  readonly low: Float64Array;
}

/** One such number. */
export interface PreciseNumber {
  readonly high: number;
  readonly low: number;
}

/** 2²⁷ + 1 splits the 53 bits of a double into two halves whose products are exact (Veltkamp). */
const SPLITTER = 134217729;

/** What the rounded product a·b has lost, exactly (Dekker). */
function lostByProduct(a: number, b: number, product: number): number {
  const aWide = SPLITTER * a;
  const aHigh = aWide - (aWide - a);
  const aLow = a - aHigh;
  const bWide = SPLITTER * b;
  const bHigh = bWide - (bWide - b);
  const bLow = b - bHigh;
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}

/** What the rounded sum a + b has lost, exactly (Knuth). */
function lostBySum(a: number, b: number, sum: number): number {
  const part = sum - a;
  return a - (sum - part) + (b - part);
}

export function preciseProduct(a: PreciseNumber, b: PreciseNumber): PreciseNumber {
  const product = a.high * b.high;
  const low = lostByProduct(a.high, b.high, product) + (a.high * b.low + a.low * b.high);
  const high = product + low;
  return { high, low: low - (high - product) };
}

/** √a by one Newton step from the root of its high part. */
export function preciseRoot(a: PreciseNumber): PreciseNumber {
  const root = Math.sqrt(a.high);
  if (root === 0) return { high: 0, low: 0 };
  const square = root * root;
  return { high: root, low: (a.high - square - lostByProduct(root, root, square) + a.low) / (2 * root) };
}

/** 1/a by one Newton step from the inverse of its high part. */
export function preciseInverse(a: PreciseNumber): PreciseNumber {
  const inverse = 1 / a.high;
  const product = inverse * a.high;
  return { high: inverse, low: inverse * (1 - product - lostByProduct(inverse, a.high, product) - inverse * a.low) };
}

/**
 * Dot product of the first `count` numbers of two columns with twice the digits of a double.
 *
 * @source T. Ogita, S. M. Rump, S. Oishi, Accurate sum and dot product, SIAM J. Sci. Comput. 26 (2005), 1955–1988
 */
export function preciseDotProduct(a: PreciseColumn, b: PreciseColumn, count: number): PreciseNumber {
  const { high: first, low: firstLow } = a;
  const { high: second, low: secondLow } = b;
  let sum = 0;
  let lost = 0;
  for (let at = 0; at < count; at += 1) {
    const aHigh = first[at] ?? 0;
    const bHigh = second[at] ?? 0;
    const product = aHigh * bHigh;
    const next = sum + product;
    lost +=
      lostBySum(sum, product, next) +
      lostByProduct(aHigh, bHigh, product) +
      (aHigh * (secondLow[at] ?? 0) + (firstLow[at] ?? 0) * bHigh);
    sum = next;
  }
  const high = sum + lost;
  return { high, low: lost - (high - sum) };
}

/** column := column − factor·other, in place. */
export function subtractPrecisely(column: PreciseColumn, factor: PreciseNumber, other: PreciseColumn): void {
  const { high, low } = column;
  const { high: subtracted, low: subtractedLow } = other;
  for (let at = 0; at < high.length; at += 1) {
    const before = high[at] ?? 0;
    const otherHigh = subtracted[at] ?? 0;
    const product = factor.high * otherHigh;
    const lost =
      lostByProduct(factor.high, otherHigh, product) + (factor.high * (subtractedLow[at] ?? 0) + factor.low * otherHigh);
    const difference = before - product;
    const rest = lostBySum(before, -product, difference) + ((low[at] ?? 0) - lost);
    const sum = difference + rest;
    high[at] = sum;
    low[at] = rest - (sum - difference);
  }
}

/** column := factor·column, in place. */
export function multiplyPrecisely(column: PreciseColumn, factor: PreciseNumber): void {
  column.high.forEach((value, at) => {
    const product = preciseProduct({ high: value, low: column.low[at] ?? 0 }, factor);
    column.high[at] = product.high;
    column.low[at] = product.low;
  });
}
