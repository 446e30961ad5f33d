import type { ListenOptions } from 'node:net';

/** A fault the crash tests ask for; never set otherwise. */
export interface FaultRequest {
  at: 'between-commit-and-reply' | 'acknowledged-before-commit';
  afterCommits: number;
}

/** What the app tells the store's process. */
export type ToStore =
  { type: 'start'; dataDir: string; listen: ListenOptions; clockAheadMs: number; fault?: FaultRequest } | { type: 'stop' };

/** What the store's process tells the app; a trouble is a fault of the store itself, and never quotes a document. */
export type FromStore =
  { type: 'ready'; port?: number } | { type: 'refused'; message: string } | { type: 'trouble'; message: string };
