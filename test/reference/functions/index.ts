import { composite } from './composite.js';
import type { Computed } from './computed.js';
import { descriptive } from './descriptive.js';
import { diversity } from './diversity.js';
import { regression } from './regression.js';
import { reliability } from './reliability.js';
import { sensitivity } from './sensitivity.js';
import { survey } from './survey.js';

/** What a case's `function` asks for, by its name. */
export const FUNCTIONS: Readonly<Record<string, Computed>> = {
  ...regression,
  ...survey,
  ...reliability,
  ...composite,
  ...sensitivity,
  ...diversity,
  ...descriptive,
};
