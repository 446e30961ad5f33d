import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'aleuet-operating-'));
const environment = (name: string): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  PORT: '0',
  DATA_DIR: join(folder, name),
  LOG_LEVEL: 'warn',
  DEMO: '1',
});

function command(name: string, args: string[], data = 'first'): { status: number | null; output: string } {
  const file = join(root, `server/operations/commands/${name}.ts`);
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', file, ...args], {
    cwd: root,
    env: environment(data),
    encoding: 'utf8',
  });
  return { status, output: stdout + stderr };
}

describe('an operator', () => {
  let server: ChildProcess;
  let address = '';
  let said = '';
  beforeAll(async () => {
    server = spawn(process.execPath, ['--import', 'tsx', join(root, 'server/main.ts')], { cwd: root, env: environment('first') });
    address = await new Promise((resolve, reject) => {
      server.stdout?.on('data', (piece: Buffer) => {
        said += piece.toString();
        const found = /listening on (http:\/\/\S+)/.exec(said);
        if (found?.[1] !== undefined) resolve(found[1]);
      });
      server.once('exit', () => reject(new Error(said)));
    });
  });
  afterAll(() => {
    server.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  it('is told the address, the questionnaires and how to sign in', () => {
    expect(said).toContain('/s/residents-demo');
    expect(said).toMatch(/one-time sign-in/);
  });

  it('sees that the server lives, is ready and how it fares', async () => {
    for (const path of ['/healthz', '/readyz', '/metrics']) expect((await fetch(address + path)).status).toBe(200);
  });

  it('verifies the data matrix while the server runs', () => {
    const { status, output } = command('verify', []);
    expect(output).toContain('822 responses, 822 rows in the data matrix, 0 waiting, 0 differences');
    expect(status).toBe(0);
  });

  it('backs up while the server runs, never over another file, and restores into another folder', () => {
    const file = join(folder, 'backup.sqlite');
    expect(command('backup', [file]).status).toBe(0);
    expect(command('backup', [file]).output).toContain('not overwritten');
    expect(command('restore', [file], 'second').status).toBe(0);
    expect(command('verify', [], 'second').output).toContain('822 responses, 822 rows');
  });

  it('restores nothing under a running server and nothing that is no backup', () => {
    expect(command('restore', [join(folder, 'backup.sqlite')]).output).toContain('another process is using the data folder');
    expect(command('restore', [join(root, 'package.json')]).output).toContain('is not a backup');
  });

  it('stops the server in an orderly way', async () => {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGTERM');
    expect(await ended).toBe(0);
  });
});
