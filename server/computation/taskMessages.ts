import type { ScoringErrorCode } from '../../scoring/index.js';

/** To a computing thread. */
export interface TaskOrder {
  id: number;
  name: string;
  inputs: unknown[];
}

/** From a computing thread. Named errors keep their code and details, others their message. */
export type TaskReply =
  | { id: number; state: 'done'; result: unknown }
  | { id: number; state: 'refused'; code: ScoringErrorCode; details: Record<string, unknown> }
  | { id: number; state: 'failed'; message: string };
