import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn, type StaffVisitor } from '../../../test/support/staffVisitor.js';
import { startTestApp, type TestApp } from '../../../test/support/testApp.js';

let app: TestApp;
let visitor: StaffVisitor;
/** Of the synthetic table of sectors. */
let table: string;

beforeAll(async () => {
  app = await startTestApp();
  await app.dependencies.analysis.addDemonstrationData();
  visitor = await signIn(app, { roles: ['analyst'] });
  const start = await visitor.get('/analysis/diversification');
  table = /href="(\/analysis\/diversification\/[\da-f]{64})"/.exec(start.html)?.[1] ?? '';
});
afterAll(() => app.close());

/** The page of a table of sectors that is brought through the door of uploads. */
async function measuresOf(csv: string): Promise<string> {
  const body = new FormData();
  const token = /name="_csrf" value="([^"]+)"/.exec((await visitor.get('/analysis/data/new')).html)?.[1] ?? '';
  for (const [name, value] of Object.entries({ _csrf: token, kind: 'sectors', name: 'Jobs', source: 'a table' }))
    body.append(name, value);
  body.append('file', new Blob([csv]), 'jobs.csv');
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const sent = await fetch(`${app.baseUrl}/analysis/data/new`, { method: 'POST', body, redirect: 'manual', headers: { cookie } });
  const digest = /[\da-f]{64}/.exec(sent.headers.get('location') ?? '')?.[0] ?? '';
  return (await visitor.get(`/analysis/diversification/${digest}`)).html;
}

describe('the pages of diversification', () => {
  it('show what the paper prints with its source, and never as estimates of Kazakhstan', async () => {
    const { status, html } = await visitor.get('/analysis/diversification');
    expect(status).toBe(200);
    for (const text of [
      'Source: Taskarayeva et al. 2023, No. 5 (405)',
      '/analysis/presets/t23-z',
      '20,541.2',
      '18.5',
      'No. 5 (405)',
      'both Astana and Ulytau third',
    ])
      expect(html).toContain(text);
    expect(html).toContain('N = 3,645 observations cannot come from 20 regions');
    expect(html).toMatch(/−0\.039\*\*\*[\s\S]*−0\.039 \(0\.022\), is significant only at 10\u00a0%/);
  });

  it('rank all regions of a year, call made-up figures synthetic, and draw nothing by inline style', async () => {
    const { status, html } = await visitor.get(`${table}?level=activity&base=nats&year=2019&measure=related`);
    expect(status).toBe(200);
    expect(html).toContain('These figures are synthetic');
    expect(html).toContain('Regions in 2019');
    expect(html).toMatch(/\/karaganda\?[^"]*year=2019/);
    expect(html.match(/<figure class="chart">/g)).toHaveLength(3);
    expect(html).not.toMatch(/ style="|<style/);
  });

  it('tell of one region in words what it is specialised in', async () => {
    const { html } = await visitor.get(`${table}/karaganda`);
    expect(html).toMatch(/In 2022 the region is specialised above all in [A-J] /);
    expect(html).toContain('times the country’s share');
    expect((await visitor.get(`${table}/atlantis`)).status).toBe(404);
    expect((await visitor.get(`${table}?level=town`)).status).toBe(400);
  });

  it('are files too, for programs and for spreadsheets, each row called synthetic', async () => {
    const machine = await visitor.get(`${table}/files/measures.csv`);
    expect(machine.headers.get('content-disposition')).toContain('synthetic');
    const [header, first] = machine.html.split('\n');
    expect(header).toBe(
      'region,year,level,entropy_unit,total,div,herfindahl,herfindahl_normalised,equivalent_number,entropy,unrelated_variety,related_variety,zeros,faults,synthetic',
    );
    expect(first).toMatch(/^abai,2018,sector,bits,.*,0,,yes$/);
    expect(machine.html.trim().split('\n')).toHaveLength(1 + 20 * 5);
    const excel = await visitor.get(`${table}/files/coefficients.csv?profile=excel-ru&level=activity`);
    expect(excel.html).toMatch(/;activity;B05;|область Абай;2018;activity;A;A01;\d/);
  });

  it("say what a table of one's own lacks, and list the beginning of a long one", async () => {
    const rows = Array.from({ length: 120 }, (_, at) => `r${at},2021,B,B05,${at + 1}\nr${at},2021,C,C10,5`);
    const long = await measuresOf(`region,year,sector,activity,jobs\n${rows.join('\n')}\n*,2021,B,B05,100\n`);
    expect(long).toContain('The page shows the first 100 of 120 regions');
    expect(long.match(/<th scope=row><a/g)).toHaveLength(100);
    expect(long).toContain('the total of the country (100) is smaller than its regions together (7,260)');
    expect(long).toContain('Every sector has one activity only');
    expect(long).toMatch(/no national total; the sum of the regions is used instead: C10 Food products\./);
    const single = await measuresOf('region,year,sector,jobs\na,2021,B,3\nb,2021,B,4\nc,2021,B,0\n');
    expect(single).toContain('there is no DIV: a variance needs at least two coefficients');
    expect(single).toContain('c, 2021: no figures in this year, or all are 0');
  });

  it('make a panel for regression of the measures and chosen controls', async () => {
    const { html } = await visitor.get(table);
    const controls = /<option value="([\da-f]{64})">[^<]*resilience, market/.exec(html)?.[1] ?? '';
    const options = { level: 'sector', base: 'bits', absent: 'zero' };
    const nothing = await visitor.post(`${table}/panel`, { ...options, controls: '' }, table);
    expect(nothing.status).toBe(422);
    expect(nothing.html).toMatch(/<title>Error:[\s\S]*href="#controls">Choose a panel of controls/);
    const made = await visitor.post(`${table}/panel`, { ...options, controls }, table);
    expect(made.status).toBe(303);
    const panel = await visitor.get(`${made.location?.split('?')[0] ?? ''}/data.csv`);
    expect(panel.html).toMatch(
      /^town,year,div,related_variety,unrelated_variety,herfindahl,resilience,market,fdi,pop,gp,z\nabai,2018,/,
    );
    const page = await visitor.get(made.location?.split('?')[0] ?? '');
    for (const name of ['Abai region', 'Almaty region', 'North Kazakhstan region']) expect(page.html).toContain(name);
    expect(page.html).not.toMatch(/variety[^<]*exceeds 1/);
  });
});
