import { Router } from 'express';

/** Export: files of results and responses. */
export function createExport(_surroundings: object): { router: Router; apiRouter: Router } {
  return { router: Router(), apiRouter: Router() };
}
