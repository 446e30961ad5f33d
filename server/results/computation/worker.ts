import { parentPort } from 'node:worker_threads';
import { ScoringError } from '../../../scoring/index.js';
import type { TaskOrder, TaskReply } from './messages.js';
import { runTask, type TaskInputs, type TaskName } from './tasks.js';

/** A thread that computes one order after the other. */
parentPort?.on('message', (order: TaskOrder) => {
  parentPort?.postMessage(replyTo(order));
});

function replyTo({ id, name, inputs }: TaskOrder): TaskReply {
  try {
    return { id, state: 'done', result: runTask(name, inputs as unknown as TaskInputs<TaskName>) };
  } catch (error) {
    if (error instanceof ScoringError) return { id, state: 'refused', code: error.code, details: { ...error.details } };
    return { id, state: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}
