import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { ScoringError } from '../scoringError.js';

/** One stream of random numbers. */
export interface RandomVariates {
  /** 0 ≤ u < 1. */
  readonly uniform: () => number;
  /** A position 0 … count − 1. */
  readonly position: (count: number) => number;
  /** Standard normal. */
  readonly normal: () => number;
  /** Gamma with scale 1; shape > 0. */
  readonly gamma: (shape: number) => number;
}

/**
 * A seeded stream of random numbers: xoroshiro128+, normal variates by Marsaglia's polar method, gamma variates by
 * Marsaglia and Tsang.
 *
 * @param seed a whole number; the same seed gives the same stream
 * @throws ScoringError `out-of-range` for a seed that is not whole
 * @source G. Marsaglia, T. A. Bray, SIAM Review 6 (1964), 260–264; G. Marsaglia, W. W. Tsang, A simple method for
 * generating gamma variables, ACM Transactions on Mathematical Software 26 (2000), 363–372
 * @example randomVariatesFrom(1).position(6) === randomVariatesFrom(1).position(6) // true
 */
export function randomVariatesFrom(seed: number): RandomVariates {
  if (!Number.isSafeInteger(seed)) throw new ScoringError('out-of-range', { seed });
  const generator = xoroshiro128plus(seed);
  const uniform = () => uniformFloat64(generator);
  const normal = normalVariates(uniform);
  return {
    uniform,
    normal,
    position: (count) => uniformInt(generator, 0, count - 1),
    gamma: (shape) =>
      shape < 1
        ? gammaVariate(shape + 1, uniform, normal) * (1 - uniform()) ** (1 / shape)
        : gammaVariate(shape, uniform, normal),
  };
}

/** Each accepted point of the unit disc gives two variates; the second waits for the next call. */
function normalVariates(uniform: () => number): () => number {
  let waiting: number | null = null;
  return () => {
    if (waiting !== null) {
      const variate = waiting;
      waiting = null;
      return variate;
    }
    for (;;) {
      const x = 2 * uniform() - 1;
      const y = 2 * uniform() - 1;
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const stretch = Math.sqrt((-2 * Math.log(square)) / square);
      waiting = y * stretch;
      return x * stretch;
    }
  };
}

function gammaVariate(shape: number, uniform: () => number, normal: () => number): number {
  const centre = shape - 1 / 3;
  const spread = 1 / Math.sqrt(9 * centre);
  for (;;) {
    const x = normal();
    const cube = (1 + spread * x) ** 3;
    if (cube <= 0) continue;
    if (Math.log(1 - uniform()) < (x * x) / 2 + centre * (1 - cube + Math.log(cube))) return centre * cube;
  }
}
