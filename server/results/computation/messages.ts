import type { ScoringErrorCode } from '../../../scoring/index.js';
import type { TaskName } from './tasks.js';

/** To a worker thread. */
export interface TaskOrder {
  id: number;
  name: TaskName;
  inputs: unknown[];
}

/** From a worker thread. Named errors keep their code and details, others their message. */
export type TaskReply =
  | { id: number; state: 'done'; result: unknown }
  | { id: number; state: 'refused'; code: ScoringErrorCode; details: Record<string, unknown> }
  | { id: number; state: 'failed'; message: string };
