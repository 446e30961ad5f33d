import { Router } from 'express';
import type { Database } from '../database/index.js';

export interface HealthState {
  database: Database;
  draining: () => boolean;
}

/** Liveness, readiness and a few counts for monitoring; no authentication, nothing about people. */
export function healthRoutes({ database, draining }: HealthState): Router {
  const router = Router();
  router.get('/healthz', (_req, res) => {
    res.type('text/plain').send('ok');
  });
  router.get('/readyz', (_req, res) => {
    const ready = database.isReady() && !draining();
    res
      .status(ready ? 200 : 503)
      .type('text/plain')
      .send(ready ? 'ready' : 'not ready');
  });
  router.get('/metrics', (_req, res) => {
    const { rss, heapUsed } = process.memoryUsage();
    const lines = [
      ['aleuet_ready', 'Whether the store answers and no stop is under way', database.isReady() && !draining() ? 1 : 0],
      ['aleuet_uptime_seconds', 'Seconds since the process started', Math.round(process.uptime())],
      ['aleuet_resident_memory_bytes', 'Memory held by the process', rss],
      ['aleuet_heap_used_bytes', 'Heap in use', heapUsed],
    ] as const;
    res
      .type('text/plain; version=0.0.4')
      .send(lines.map(([name, help, value]) => `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${name} ${value}\n`).join(''));
  });
  return router;
}
