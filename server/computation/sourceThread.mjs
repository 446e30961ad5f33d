import { workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

/** From the sources a thread has to be told how to read TypeScript: it does not inherit that from its process. */
register();
await import(workerData);
