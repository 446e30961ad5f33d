import { descriptionOf } from '../description/description.js';
import { economyOf } from '../diversification/economyOf.js';
import { computeAnalysis } from '../regression/computeAnalysis.js';

/** Of data as large as they may be, each of these takes seconds. */
export const TASKS = {
  analysis: computeAnalysis,
  description: descriptionOf,
  economy: economyOf,
} as const;
