import type { LoadedCase } from '../referenceCase.js';

/** Computes with `scoring/` what a case expects, in the shape of its `expected`. */
export type Computed = (loaded: LoadedCase) => unknown;
