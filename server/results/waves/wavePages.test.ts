import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answers, Definition } from '../../../survey-definitions/contract/index.js';
import { openWave } from '../../../test/support/openWave.js';
import { drawnAnswers, seededNumbers } from '../../../test/support/resultsScenario.js';
import { signIn, type StaffVisitor } from '../../../test/support/staffVisitor.js';
import { startTestApp, type TestApp } from '../../../test/support/testApp.js';

let app: TestApp;
let coordinator: StaffVisitor;
beforeAll(async () => {
  app = await startTestApp();
  const { definitions, fieldwork } = app.dependencies;
  const first = definitions.definition('residents', 1);
  definitions.add(withShorterClimateScale(first));
  await receive('first-wave', first, { c1_wealth_ladder: 2, d7_air: 1 });
  await receive('second-wave', definitions.definition('residents', 2), { d7_air: 5 });
  await openWave(fieldwork, { slug: 'empty-wave' });
  await fieldwork.countUnstored('second-wave', 'zhezkazgan', 'declined');
  await app.dependencies.results.foldNow();
  coordinator = await signIn(app, { roles: ['coordinator'] });
}, 60_000);
afterAll(() => app.close());

/** 60 people of whom a third answers in Russian; in the second wave they were invited from a list of 200. */
async function receive(slug: string, definition: Definition, fixed: Answers): Promise<void> {
  const { fieldwork, respond } = app.dependencies;
  const towns = [{ townId: 'zhezkazgan', ...(definition.version === 2 ? { invited: 201 } : {}) }];
  const sampling = definition.version === 2 ? { sampling: 'probability' as const } : {};
  const wave = await openWave(fieldwork, { slug, definitionVersion: definition.version, towns, ...sampling });
  const random = seededNumbers(definition.version);
  await respond.submitMany(
    Array.from({ length: 60 }, (_, at) => {
      const language = at % 3 === 0 ? ('ru' as const) : ('kk' as const);
      const town = (language === 'ru' ? 4 : 1) + Number(at % 2 === 0);
      const air = fixed.d7_air;
      return {
        wave,
        townId: 'zhezkazgan',
        language,
        answers: drawnAnswers(definition, random, {
          ...fixed,
          d2_town_conditions: town,
          ...(typeof air === 'number' ? { d7_air: at % 5 === 0 ? 3 : air, d7_water: at % 7 === 0 ? 3 : air } : {}),
        }),
        submissionToken: `${slug}-${String(at)}`.padEnd(16, '-'),
        origin: 'import' as const,
      };
    }),
  );
}

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

/** The texts of the cells of the row that begins with a text. */
function cellsOf(html: string, begins: string): string[] {
  const rows = html.split('<tr>').map((row) =>
    row
      .split(/<t[dh]/)
      .slice(1)
      .map((cell) =>
        cell
          .replace(/^[^>]*>|<[^>]*>/g, ' ')
          .replace(/\s+/g, ' ')
          .trim(),
      ),
  );
  return rows.find(([name]) => name?.startsWith(begins)) ?? [];
}

describe('the change between two waves of a town', () => {
  const address = '/results/waves/second-wave/change?with=first-wave';

  it('is told with an interval where it is detectable, and never where the items were others', async () => {
    const { status, html } = await coordinator.get(address);
    expect(status).toBe(200);
    const [, verdict, difference, smallest] = cellsOf(html, 'D7');
    expect(verdict).toBe('the score is higher');
    expect(difference).toMatch(/^\+\d+\.\d \+\d+\.\d to \+\d+\.\d$/);
    expect(smallest).toMatch(/^±\d+\.\d points$/);
    expect(cellsOf(html, 'D6').slice(1, 4)).toEqual(['not tested: asked differently', '–', '–']);
    expect(cellsOf(html, 'D5')[1]).toBe('no detectable change');
    expect(html).toContain('How the questionnaires differ');
    expect(html).toContain('The waves were sampled differently (open link and probability sample)');
  });

  it('is the same in the file for programs', async () => {
    const { html: csv, headers } = await coordinator.get('/results/waves/second-wave/changes.csv?with=first-wave');
    expect(headers.get('content-type')).toContain('text/csv');
    const rows = parse<Record<string, string>>(csv, { columns: true });
    const ofIndicator = (code: string) => rows.find(({ indicator }) => indicator === code);
    expect(ofIndicator('D7')).toMatchObject({ wave_before: 'first-wave', verdict: 'higher', sampling_after: 'probability' });
    expect(ofIndicator('D6')).toMatchObject({ difference: '', p_holm: '', verdict: 'not-tested: asked-differently' });
    const { difference, lower, upper, before, after } = ofIndicator('D7') ?? {};
    expect(Number(after) - Number(before)).toBeCloseTo(Number(difference), 9);
    expect((Number(lower) + Number(upper)) / 2).toBeCloseTo(Number(difference), 9);
  });

  it('is found from where it used to stand, and asks for a wave while none is chosen', async () => {
    const { status, location } = await coordinator.get('/results/waves/second-wave?with=first-wave');
    expect([status, location]).toEqual([303, address]);
    expect((await coordinator.get('/results/waves/second-wave/change')).html).toContain('Choose a wave to compare with.');
    expect((await coordinator.get('/results/waves/second-wave/changes.csv?with=nothing')).status).toBe(404);
  });
});

describe('the quality of measurement of a wave', () => {
  it('gives alpha, Spearman–Brown or correlations as the indicator allows, and warns of reflective ones only', async () => {
    const { html } = await coordinator.get('/results/waves/second-wave/measurement');
    const [, alpha, low, n] = cellsOf(html, 'C1');
    expect(alpha).toMatch(/^α\s=\s−?\d\.\d\d 95\s%: −?\d+\.\d\d to −?\d\.\d\d$/);
    expect(low).toBe('below 0.70');
    expect(Number(n)).toBeGreaterThanOrEqual(30);
    expect(cellsOf(html, 'C2')[1]).toContain('(Spearman–Brown)');
    expect(cellsOf(html, 'D7')[2]).toBe('no warning: the questions add up');
    expect(cellsOf(html, 'D8')[2]).toBe('asked of different people: correlation only');
    expect(cellsOf(html, 'D6')[2]).toBe('one question: no consistency to compute');
    expect(html).toContain('nobody has yet compared');
  });

  it('names an item to which everybody gave the same answer', async () => {
    const { html } = await coordinator.get('/results/waves/first-wave/measurement');
    expect(cellsOf(html, 'C1')[2]).toBe('cannot be computed: everybody gave the same answer to “c1_wealth_ladder”');
  });
});

describe('the quality of fieldwork of a wave', () => {
  it('has response rates over those invited, and says why an open link has none', async () => {
    const { html } = await coordinator.get('/results/waves/second-wave/fieldwork');
    expect(cellsOf(html, 'complete')).toEqual(['complete (at least 80 % of what was asked)', 'I', '60']);
    expect(cellsOf(html, 'refused')).toEqual(['refused, or deleted the answers', 'R', '1']);
    expect(html).toContain('Response rate RR1: 30');
    const open = await coordinator.get('/results/waves/first-wave/fieldwork');
    expect(open.html).toContain('No AAPOR response rate can be computed');
    expect(open.html).toContain('model-based, self-selection not included');
  });

  it('warns of questions that are answered differently in Kazakh and Russian', async () => {
    const { html } = await coordinator.get('/results/waves/first-wave/fieldwork');
    expect(html).toContain('Answers in Kazakh and Russian differ in 1 question: d2_town_conditions');
    expect(cellsOf(html, 'd2_town_conditions').at(-1)).toBe('differ');
    expect(cellsOf(html, 'Русский').slice(1, 3)).toEqual(['20', '33 %']);
  });

  it('hides the non-response of groups below k', async () => {
    const { html } = await coordinator.get('/results/waves/first-wave/fieldwork');
    const groups = html.slice(html.indexOf('id="groups"'));
    expect(cellsOf(groups, 'English')[1]).toBe('hidden');
    expect(cellsOf(groups, 'Қазақша')[1]).toMatch(/^\d+ %$/);
  });
});

describe('the pages of a wave', () => {
  const PAGES = ['', '/measurement', '/fieldwork', '/change'];

  it('say so where nobody has answered', async () => {
    for (const page of PAGES) expect((await coordinator.get(`/results/waves/empty-wave${page}`)).status).toBe(200);
    expect((await coordinator.get('/results/waves/empty-wave/measurement')).html).toContain('Nobody has answered');
    const { html } = await coordinator.get('/results/waves/empty-wave/change?with=second-wave');
    expect(cellsOf(html, 'D1')[1]).toBe('not tested: fewer than 10 answers');
  });

  it('are for coordinators of the town only', async () => {
    const elsewhere = await signIn(app, { roles: ['coordinator'], townIds: ['satpayev'], signInName: 'elsewhere' });
    const analyst = await signIn(app, { roles: ['analyst'], signInName: 'analyst' });
    for (const page of [...PAGES, '/changes.csv']) {
      expect((await elsewhere.get(`/results/waves/second-wave${page}`)).status).toBe(404);
      expect((await analyst.get(`/results/waves/second-wave${page}`)).status).toBe(403);
    }
  });
});
