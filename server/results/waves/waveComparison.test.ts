import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Definition } from '../../../survey-definitions/contract/index.js';
import { openWave } from '../../../test/support/openWave.js';
import { drawnAnswers, seededNumbers } from '../../../test/support/resultsScenario.js';
import { signIn } from '../../../test/support/staffVisitor.js';
import { startTestApp, type TestApp } from '../../../test/support/testApp.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  const { definitions, fieldwork } = app.dependencies;
  const first = definitions.definition('residents', 1);
  definitions.add(withShorterClimateScale(first));
  for (const [slug, version] of [
    ['first-wave', 1],
    ['second-wave', 2],
  ] as const) {
    const wave = await openWave(fieldwork, { slug, definitionVersion: version });
    const random = seededNumbers(version);
    const definition = definitions.definition('residents', version);
    await app.dependencies.respond.submitMany(
      Array.from({ length: 15 }, (_, at) => ({
        wave,
        townId: 'zhezkazgan',
        language: 'kk' as const,
        answers: drawnAnswers(definition, random),
        submissionToken: `${slug}-${at}`.padEnd(16, '-'),
        origin: 'import' as const,
      })),
    );
  }
  await app.dependencies.results.foldNow();
});
afterAll(() => app.close());

/** A second version in which the climate is asked on a scale of another kind. */
function withShorterClimateScale(first: Definition): Definition {
  const other = first.scales.find(({ id }) => id === 'sat0_10')?.id ?? '';
  return {
    ...first,
    version: 2,
    sections: first.sections.map((section) => ({
      ...section,
      items: section.items.map((item) => (item.id === 'd6_climate' && item.type === 'scale' ? { ...item, scale: other } : item)),
    })),
  };
}

describe('two waves of one town side by side', () => {
  it('have a difference where the versions asked alike, and none where the scale is another', async () => {
    const coordinator = await signIn(app, { roles: ['coordinator'] });
    const { status, html } = await coordinator.get('/results/waves/second-wave?with=first-wave');
    expect(status).toBe(200);
    const cellsOf = (code: string) =>
      html
        .split('<tr>')
        .map((row) => row.split(/<t[dh]/).map((cell) => cell.replace(/^[^>]*>|<[^>]*>/g, ' ').trim()))
        .find((cells) => cells.includes(code)) ?? [];
    expect(cellsOf('D6').slice(-2)).toEqual(['–', 'no']);
    expect(cellsOf('D1').at(-1)).toBe('yes');
    expect(cellsOf('D1').at(-2)).toMatch(/^[+−-]?\d+\.\d$/);
    expect(html).toContain('How the questionnaires differ');
  });

  it('are for coordinators of the town only', async () => {
    const elsewhere = await signIn(app, { roles: ['coordinator'], townIds: ['satpayev'], signInName: 'elsewhere' });
    expect((await elsewhere.get('/results/waves/second-wave')).status).toBe(404);
    const analyst = await signIn(app, { roles: ['analyst'], signInName: 'analyst' });
    expect((await analyst.get('/results/waves/second-wave')).status).toBe(403);
  });
});
