import { Router } from 'express';
import type { FieldworkSurroundings } from './surroundings.js';

/** The staff start page, and everything under `/fieldwork`. */
export function fieldworkRoutes(_surroundings: FieldworkSurroundings): Router {
  return Router();
}
