import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { ScoringError } from '../../scoring/index.js';
import type { TaskOrder, TaskReply } from './taskMessages.js';
import { runTask, type TaskInputs, type TaskResult, type Tasks } from './tasks.js';

/** Computes beside the pages, so that none of them waits. */
export interface Computation<All extends Tasks> {
  /** @throws ScoringError as the task does */
  run: <Name extends keyof All & string>(name: Name, ...inputs: TaskInputs<All, Name>) => Promise<TaskResult<All, Name>>;
  stop: () => Promise<void>;
}

interface Waiting {
  resolve: (result: unknown) => void;
  reject: (reason: Error) => void;
}

/**
 * A number of threads that begin when they are first needed; none = computed in the thread of the pages.
 *
 * @param tasks what can be ordered
 * @param worker module beside the caller, without its ending, that serves these tasks
 */
export function createComputation<All extends Tasks>(threads: number, tasks: All, worker: URL): Computation<All> {
  if (threads === 0)
    return { run: (name, ...inputs) => Promise.resolve().then(() => runTask(tasks, name, inputs)), stop: noWork };
  const crew = Array.from({ length: threads }, () => createThread(worker));
  return {
    run<Name extends keyof All & string>(name: Name, ...inputs: TaskInputs<All, Name>) {
      const [idlest] = [...crew].sort((a, b) => a.load() - b.load());
      if (!idlest) throw new Error('there is no thread to compute in');
      return idlest.run(name, inputs) as Promise<TaskResult<All, Name>>;
    },
    stop: async () => {
      await Promise.all(crew.map((thread) => thread.stop()));
    },
  };
}

/** A thread does not inherit how its process reads TypeScript. */
function threadOf(module: URL): Worker {
  const ending = extname(import.meta.url);
  if (ending !== '.ts') return new Worker(new URL(`${module.href}${ending}`));
  return new Worker(new URL('./sourceThread.mjs', import.meta.url), { workerData: `${module.href}${ending}` });
}

function createThread(module: URL) {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let next = 0;

  /** A thread that dies takes its orders with it; the next order begins a new one. */
  function begin(): Worker {
    const begun = threadOf(module);
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
    run: (name: string, inputs: unknown[]): Promise<unknown> => {
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
