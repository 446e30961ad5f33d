import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { ScoringError } from '../../../scoring/index.js';
import type { TaskOrder, TaskReply } from './messages.js';
import { runTask, type TaskInputs, type TaskName, type TaskResult } from './tasks.js';

/** Computes beside the pages, so that none of them waits. */
export interface Computation {
  /** @throws ScoringError as the task does */
  run: <Name extends TaskName>(name: Name, ...inputs: TaskInputs<Name>) => Promise<TaskResult<Name>>;
  stop: () => Promise<void>;
}

interface Waiting {
  resolve: (result: unknown) => void;
  reject: (reason: Error) => void;
}

/** A number of threads that begin when they are first needed; none = computed in the thread of the pages. */
export function createComputation(threads: number): Computation {
  if (threads === 0) return { run: (name, ...inputs) => Promise.resolve().then(() => runTask(name, inputs)), stop: noWork };
  const crew = Array.from({ length: threads }, createThread);
  return {
    run<Name extends TaskName>(name: Name, ...inputs: TaskInputs<Name>) {
      const [idlest] = [...crew].sort((a, b) => a.load() - b.load());
      if (!idlest) throw new Error('there is no thread to compute in');
      return idlest.run(name, inputs) as Promise<TaskResult<Name>>;
    },
    stop: async () => {
      await Promise.all(crew.map((thread) => thread.stop()));
    },
  };
}

/** A thread does not inherit how its process reads TypeScript. */
const WORKER = new URL(extname(import.meta.url) === '.ts' ? './sourceWorker.mjs' : './worker.js', import.meta.url);

function createThread() {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let next = 0;

  /** A thread that dies takes its orders with it; the next order begins a new one. */
  function begin(): Worker {
    const begun = new Worker(WORKER);
    begun.unref();
    begun.on('message', (reply: TaskReply) => {
      settle(reply);
    });
    begun.on('error', (error) => {
      failAll(error instanceof Error ? error : new Error(String(error)));
    });
    begun.on('exit', () => {
      worker = null;
      failAll(new Error('the computing thread ended'));
    });
    return begun;
  }

  function settle(reply: TaskReply): void {
    const order = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (waiting.size === 0) worker?.unref();
    if (reply.state === 'done') order?.resolve(reply.result);
    else if (reply.state === 'refused') order?.reject(new ScoringError(reply.code, reply.details));
    else order?.reject(new Error(reply.message));
  }

  function failAll(reason: Error): void {
    for (const order of waiting.values()) order.reject(reason);
    waiting.clear();
  }

  return {
    load: () => waiting.size,
    run: (name: TaskName, inputs: unknown[]): Promise<unknown> => {
      worker ??= begin();
      worker.ref();
      const id = (next += 1);
      const order: TaskOrder = { id, name, inputs };
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        worker?.postMessage(order);
      });
    },
    stop: async () => {
      await worker?.terminate();
    },
  };
}

const noWork = (): Promise<void> => Promise.resolve();
