import type { DrawGroup } from './modelDraw.js';
import type { AnalysedSensitivity, GroupSensitivity } from './sensitivity.js';

/** What drives a result, in the order in which it should be told. */
export interface Drivers {
  /** By total share, the largest first. */
  readonly ordered: readonly GroupSensitivity[];
  /** The fewest leading groups whose intervals all lie above those of all others; none where no line can be drawn. */
  readonly certain: readonly DrawGroup[];
}

/**
 * Names what drives a result: groups by their total share of the variance, and which of them are certainly the largest.
 *
 * @param sensitivity as analysed
 * @source methodology §5.21
 * @example driversOf(sensitivity).certain // ['weightsBetweenBlocks']: this alone is certainly the largest
 */
export function driversOf({ groups }: AnalysedSensitivity): Drivers {
  const ordered = [...groups].sort((a, b) => b.total.share - a.total.share);
  const lines = ordered.slice(1).map((_, at) => at + 1);
  const line = lines.find((leading) => {
    const lowest = Math.min(...ordered.slice(0, leading).map(({ total }) => total.interval.lower));
    return ordered.slice(leading).every(({ total }) => total.interval.upper < lowest);
  });
  return { ordered, certain: ordered.slice(0, line ?? 0).map(({ group }) => group) };
}
