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

export type TaskName = keyof typeof TASKS;
export type TaskInputs<Name extends TaskName> = Parameters<(typeof TASKS)[Name]>;
export type TaskResult<Name extends TaskName> = ReturnType<(typeof TASKS)[Name]>;

/** Runs a task where it is called. */
export function runTask<Name extends TaskName>(name: Name, inputs: TaskInputs<Name>): TaskResult<Name> {
  const task = TASKS[name] as unknown as (...values: TaskInputs<Name>) => TaskResult<Name>;
  return task(...inputs);
}
