import { get, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { FIELD_DAY, openWave } from '../support/openWave.js';
import { startTestApp, type TestApp } from '../support/testApp.js';

const LIMIT_BYTES = 60_000;
let app: TestApp;

beforeAll(async () => {
  app = await startTestApp({ clock: () => FIELD_DAY });
  await openWave(app.dependencies.fieldwork);
});
afterAll(() => app.close());

/** What comes over the line for one address: body as it was sent, and its headers. */
async function fetched(address: string): Promise<{ bytes: number; text: string }> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get(new URL(address, app.baseUrl), { headers: { 'accept-encoding': 'gzip' } }, resolve).on('error', reject);
  });
  const body = await buffer(response);
  const text = response.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body;
  return { bytes: body.length + response.rawHeaders.join(': ').length, text: text.toString() };
}

it.each(['kk', 'ru', 'en'])('a first visit takes at most 60 kB, styles and scripts included (%s)', async (language) => {
  const page = await fetched(`/s/residents-2026?lang=${language}`);
  const parts = [...page.text.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map((match) => match[1] ?? '');
  expect(parts.length).toBeGreaterThan(2);
  let total = page.bytes;
  for (const part of parts) total += (await fetched(part)).bytes;
  expect(total).toBeLessThan(LIMIT_BYTES);
  expect(total).toBeGreaterThan(3_000);
  expect(page.text).not.toMatch(/https?:\/\/(?!www\.w3\.org)|style=|<style|onclick/);
});
