import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { casesBelow } from './casesBelow.js';
import { faultsOfCase } from './faultsOfCase.js';

const root = fileURLToPath(new URL('.', import.meta.url));

describe('computations agree with other software', () => {
  it.each(casesBelow(root).map((path) => [relative(root, path), path] as const))('%s', (_, path) => {
    expect(faultsOfCase(path).faults).toEqual([]);
  });
});
