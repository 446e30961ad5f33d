import { adjustedWeights } from './adjustedWeights.js';
import type { Computed } from './computed.js';
import { surveyEstimates } from './surveyEstimates.js';
import { weightTrimming } from './weightTrimming.js';

export const survey: Record<string, Computed> = {
  'survey-estimates': surveyEstimates,
  raking: adjustedWeights,
  'post-stratification': adjustedWeights,
  calibration: adjustedWeights,
  'weight-trimming': weightTrimming,
};
