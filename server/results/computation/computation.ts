import { createComputation, type Computation } from '../../computation/computation.js';
import { TASKS } from './tasks.js';

export type ResultsComputation = Computation<typeof TASKS>;

/** @param threads 0 = in the thread of the pages */
export function createResultsComputation(threads: number): ResultsComputation {
  return createComputation(threads, TASKS, new URL('./worker', import.meta.url));
}
