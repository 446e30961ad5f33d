import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadDefinitions } from '../../server/definitions/index.js';
import { answersOfOneResident } from '../support/oneResident.js';

const ROUNDS = 2;
const SENDERS = 4;
const AT_ONCE = 16;
const SEEDED = 822;
const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'aleuet-crash-'));
const environment = { PATH: process.env.PATH, PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'silent', DEMO: '1' };
const body = JSON.stringify({
  language: 'kk',
  answers: answersOfOneResident(loadDefinitions(root).definition('residents', 1), 7),
  durationMs: 600_000,
});

async function startServer(): Promise<{ server: ChildProcess; address: string }> {
  const server = spawn(process.execPath, ['--import', 'tsx', join(root, 'server/main.ts')], { cwd: root, env: environment });
  const address = await new Promise<string>((resolve) => {
    server.stdout.on('data', (piece: Buffer) => {
      const found = /listening on (http:\/\/\S+)/.exec(piece.toString());
      if (found?.[1] !== undefined) resolve(found[1]);
    });
  });
  return { server, address };
}

async function send(address: string, key: string): Promise<number> {
  const headers = { 'content-type': 'application/json', 'idempotency-key': key };
  return (await fetch(`${address}/api/v1/waves/residents-demo/responses`, { method: 'POST', headers, body })).status;
}

describe('a server that is killed while answers arrive', () => {
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('has every answer it acknowledged, once, and a data matrix equal to them', async () => {
    const acknowledged: string[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const { server, address } = await startServer();
      const before = acknowledged.length;
      const senders = Array.from({ length: SENDERS }, async (_, sender) => {
        for (let at = 0; ; at += 1) {
          const key = `crash-round-${round}-sender-${sender}-answer-${at}`;
          const status = await send(address, key).catch(() => 0);
          if (status !== 201) return;
          acknowledged.push(key);
        }
      });
      await new Promise((resolve) => setTimeout(resolve, 1_500 + 700 * round));
      server.kill('SIGKILL');
      await Promise.all(senders);
      expect(acknowledged.length).toBeGreaterThan(before + 10);
    }

    const { server, address } = await startServer();
    const repeated = new Set<number>();
    for (let first = 0; first < acknowledged.length; first += AT_ONCE)
      for (const status of await Promise.all(acknowledged.slice(first, first + AT_ONCE).map((key) => send(address, key))))
        repeated.add(status);
    expect([...repeated]).toEqual([200]);
    const verify = spawnSync(process.execPath, ['--import', 'tsx', join(root, 'server/operations/commands/verify.ts')], {
      cwd: root,
      env: environment,
      encoding: 'utf8',
    });
    const [, responses = '', rows = ''] =
      /(\d+) responses, (\d+) rows in the data matrix, 0 waiting, 0 differences/.exec(verify.stdout) ?? [];
    expect(Number(responses), verify.stdout + verify.stderr).toBeGreaterThanOrEqual(SEEDED + acknowledged.length);
    expect(Number(responses)).toBeLessThanOrEqual(SEEDED + acknowledged.length + ROUNDS * SENDERS);
    expect(rows).toBe(responses);
    server.kill('SIGTERM');
  }, 120_000);
});
