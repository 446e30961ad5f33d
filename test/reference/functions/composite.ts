import { aggregation } from './aggregation.js';
import { compositeIndex } from './compositeIndex.js';
import type { Computed } from './computed.js';
import { correlation } from './correlation.js';
import { hdi } from './hdi.js';
import { normalisation } from './normalisation.js';
import { principalComponents } from './principalComponents.js';

export const composite: Record<string, Computed> = {
  normalisation,
  aggregation,
  'composite-index': compositeIndex,
  'pca-weights': principalComponents,
  correlation,
  hdi,
};
