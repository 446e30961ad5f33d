import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FIELD_DAY, openWave, RESIDENTS_WAVE, STUDY } from '../support/openWave.js';
import { answersOfOneResident } from '../support/oneResident.js';
import { startTestApp, type TestApp } from '../support/testApp.js';

/**
 * Twelve residents whose life satisfaction is 0, 1, … 10 and 5 on 0–10. By hand: item scores 0, 10, … 100 and 50 have
 * the mean 50 and the variance 11 000/11 = 1000, so that the standard error is √(1000/12) = 9.1287, and with
 * t(0.975; 11) = 2.2010 the interval is 50 ± 20.09.
 */
const LIFE_SATISFACTION = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 5];

describe('from a definition to a file', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ clock: () => FIELD_DAY });
    const { fieldwork, definitions } = app.dependencies;
    await fieldwork.createStudy({ ...STUDY, slug: 'line', demonstration: true });
    await openWave(fieldwork, { ...RESIDENTS_WAVE, slug: 'line-2026', study: 'line', live: true });
    const definition = definitions.definition('residents', 1);
    for (const [at, satisfaction] of LIFE_SATISFACTION.entries()) {
      const response = await fetch(`${app.baseUrl}/api/v1/waves/line-2026/responses`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': `line-resident-${String(at).padStart(4, '0')}` },
        body: JSON.stringify({ language: 'kk', answers: answersOfOneResident(definition, satisfaction), durationMs: 600_000 }),
      });
      expect(response.status, await response.clone().text()).toBe(201);
    }
    await app.dependencies.results.foldNow();
  });
  afterAll(() => app.close());

  const fileOf = async (name: string): Promise<string> => (await fetch(`${app.baseUrl}/api/v1/waves/line-2026/${name}`)).text();
  const expected = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8');

  it('gives the interval that was worked out by hand', async () => {
    const row = (await fileOf('indicators.csv')).split('\n').find((line) => line.includes(',D1,'));
    const [value, lower, upper] = (row ?? '').split(',').slice(6, 9).map(Number);
    expect(value).toBe(50);
    expect(lower).toBeCloseTo(50 - 20.09, 0);
    expect(upper).toBeCloseTo(50 + 20.09, 0);
  });

  it('gives the same indicators file, byte for byte', async () => {
    expect(await fileOf('indicators.csv')).toBe(expected('indicators.csv'));
  });

  it('gives a codebook of which every byte is known', async () => {
    const codebook = await fileOf('codebook.csv');
    expect(createHash('sha256').update(codebook).digest('hex')).toBe(expected('codebook.sha256').trim());
  });

  it('keeps the matrix equal to the responses', async () => {
    const { responses, rows, differences } = await app.dependencies.results.verifyMatrix();
    expect({ responses, rows, differences }).toEqual({ responses: 12, rows: 12, differences: [] });
  });
});
