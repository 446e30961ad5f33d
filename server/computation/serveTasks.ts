import { parentPort } from 'node:worker_threads';
import { ScoringError } from '../../scoring/index.js';
import type { TaskOrder, TaskReply } from './taskMessages.js';
import { runTask, type Tasks } from './tasks.js';

/** Makes the thread that calls this compute one order after the other. */
export function serveTasks(tasks: Tasks): void {
  parentPort?.on('message', (order: TaskOrder) => {
    parentPort?.postMessage(replyTo(order, tasks));
  });
}

function replyTo({ id, name, inputs }: TaskOrder, tasks: Tasks): TaskReply {
  try {
    return { id, state: 'done', result: runTask(tasks, name, inputs as never[]) };
  } catch (error) {
    if (error instanceof ScoringError) return { id, state: 'refused', code: error.code, details: { ...error.details } };
    return { id, state: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}
