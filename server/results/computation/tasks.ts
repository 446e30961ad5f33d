import {
  changesOfScores,
  rankIntervalsFrom,
  rankSensitivityFrom,
  scoreIntervalsFrom,
  scoreSensitivityFrom,
} from '../../../scoring/index.js';
import { estimatesOutcomeFrom } from '../estimates/estimatesOutcome.js';
import { fieldworkQualityFrom } from '../waves/fieldworkQuality.js';
import { measurementQualityFrom } from '../waves/measurementQuality.js';

/** Computations that would keep a page waiting: pure functions, values in, values out. */
export const TASKS = {
  estimates: estimatesOutcomeFrom,
  scoreIntervals: scoreIntervalsFrom,
  scoreChanges: changesOfScores,
  rankIntervals: rankIntervalsFrom,
  scoreSensitivity: scoreSensitivityFrom,
  rankSensitivity: rankSensitivityFrom,
  measurementQuality: measurementQualityFrom,
  fieldworkQuality: fieldworkQualityFrom,
} as const;
