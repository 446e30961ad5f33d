import { setImmediate } from 'node:timers/promises';
import { CommandError } from '../commandError.js';
import type { Work } from './call.js';

const SLICE_MS = 10;

const isWork = <T>(result: T | Work<T> | Promise<T>): result is Work<T> =>
  typeof result === 'object' && result !== null && Symbol.iterator in result && 'next' in result;

/** Runs work a slice at a time, so that a long scan does not hold up the other clients. */
export async function runInSlices<T>(result: T | Work<T> | Promise<T>, limitMs?: number): Promise<T> {
  if (!isWork(result)) return result;
  const started = performance.now();
  let sliceEnd = started + SLICE_MS;
  for (let step = result.next(); ; step = result.next()) {
    if (step.done === true) return step.value;
    const now = performance.now();
    if (now < sliceEnd) continue;
    if (limitMs !== undefined && limitMs > 0 && now - started > limitMs) {
      throw new CommandError('MaxTimeMSExpired', 'operation exceeded time limit');
    }
    await setImmediate();
    sliceEnd = performance.now() + SLICE_MS;
  }
}

/** Runs work to its end without a break: what happens inside a SQLite transaction must not be interleaved. */
export function runAtOnce<T>(result: T | Work<T> | Promise<T>): T {
  if (result instanceof Promise) throw new Error('a command that waits cannot run inside a SQLite transaction');
  if (!isWork(result)) return result;
  for (let step = result.next(); ; step = result.next()) if (step.done === true) return step.value;
}
