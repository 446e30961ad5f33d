import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OWN_ANSWERS, ownQuestionnaire, publishOverPages } from '../support/ownQuestionnaire.js';
import { FIELD_DAY, openWave } from '../support/openWave.js';
import { signIn } from '../support/staffVisitor.js';
import { startTestApp, type TestApp } from '../support/testApp.js';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'aleuet-own-'));
const [first, second] = [join(folder, 'first'), join(folder, 'second')];
const backup = join(folder, 'backup.sqlite');
const OWN = ownQuestionnaire('own_types');

const startOn = (DATA_DIR: string) => startTestApp({ clock: () => FIELD_DAY, environment: { DATA_DIR } });

/** What a command says; it fails the test where it does not end well. */
async function command(name: string, args: string[], dataDir: string): Promise<string> {
  const file = join(root, `server/operations/commands/${name}.ts`);
  const env = { PATH: process.env.PATH, DATA_DIR: dataDir, LOG_LEVEL: 'warn', DEMO: '0' };
  return (await promisify(execFile)(process.execPath, ['--import', 'tsx', file, ...args], { cwd: root, env })).stdout;
}

describe('an operator of a platform with a questionnaire of its own', { timeout: 120_000 }, () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startOn(first);
    await publishOverPages(app, await signIn(app, { roles: ['designer'] }), OWN);
    const { fieldwork, respond, results } = app.dependencies;
    const wave = await openWave(fieldwork, { slug: 'own', definitionId: OWN.id, definitionVersion: 1 });
    const sending = { townId: 'zhezkazgan', language: 'kk', answers: OWN_ANSWERS, origin: 'import' } as const;
    for (const submissionToken of ['first-token-0000000', 'second-token-000000'])
      await respond.submitResponse({ ...sending, wave, submissionToken });
    await results.foldNow();
  });
  afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('verifies the data matrix while the server runs', async () => {
    expect(await command('verify', [], first)).toContain('2 responses, 2 rows in the data matrix, 0 waiting, 0 differences');
  });

  it('finds the questionnaire, its wave and its answers in what was restored from a backup', async () => {
    await command('backup', [backup], first);
    await command('restore', [backup], second);
    expect(await command('verify', [], second)).toContain('2 responses, 2 rows in the data matrix, 0 waiting, 0 differences');
    await app.close();
    app = await startOn(second);
    expect(await (await fetch(`${app.baseUrl}/api/v1/waves/own/definition`)).json()).toEqual(OWN);
    expect((await fetch(`${app.baseUrl}/s/own`)).status).toBe(200);
  });
});
