import { createComputation, type Computation } from '../../computation/computation.js';
import { TASKS } from './tasks.js';

export type AnalysisComputation = Computation<typeof TASKS>;

/** @param threads 0 = in the thread of the pages */
export function createAnalysisComputation(threads: number): AnalysisComputation {
  return createComputation(threads, TASKS, new URL('./worker', import.meta.url));
}
