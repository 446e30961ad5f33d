import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { residents } from '../../../test/definitions/builtIn.js';
import { signIn, type StaffVisitor } from '../../../test/support/staffVisitor.js';
import { startTestApp, type TestApp } from '../../../test/support/testApp.js';
import { uploadQuestionnaire } from '../../../test/support/uploadedQuestionnaire.js';
import { exportJson } from './json/exportJson.js';
import { exportXlsForm } from './xlsform/exportXlsForm.js';
import { importXlsForm } from './xlsform/importXlsForm.js';
import { writeWorkbook } from './workbook/writeWorkbook.js';

let app: TestApp;
let designer: StaffVisitor;
beforeAll(async () => {
  app = await startTestApp();
  designer = await signIn(app, { roles: ['designer'] });
});
afterAll(() => app.close());

const upload = (bytes: Uint8Array, fileName: string, fields: Record<string, string> = {}) =>
  uploadQuestionnaire(app, designer, bytes, { fileName, ...fields });

const form = (rows: string[][], settings: string[][] = []) =>
  writeWorkbook([
    { name: 'survey', rows: [['type', 'name', 'label::Қазақша (kk)', 'relevant'], ...rows] },
    { name: 'settings', rows: settings },
  ]);

describe('a questionnaire from a file', () => {
  it('begins as a draft with everything that was written out, under a name of its own', async () => {
    const answer = await upload(await exportXlsForm(residents, []), 'anything.txt', { id: 'copy_of_residents' });
    expect([answer.status, answer.location]).toEqual([303, '/design/copy_of_residents/draft']);
    const draft = await app.dependencies.design.findDraft('copy_of_residents');
    expect(draft?.definition).toEqual({ ...residents, id: 'copy_of_residents' });
  });

  it('is recognised by its content: our JSON too', async () => {
    const bytes = new TextEncoder().encode(exportJson(residents, []));
    expect((await upload(bytes, 'table.xlsx', { id: 'from_json' })).location).toBe('/design/from_json/draft');
    expect(await app.dependencies.design.findDraft('from_json')).not.toBeNull();
  });

  it('lists what it did not bring along, for as long as the first step is kept', async () => {
    const bytes = await form(
      [
        ['geopoint', 'place', 'Қай жерде?', ''],
        ['integer', 'age', 'Жасыңыз?', ''],
      ],
      [
        ['form_title', 'form_id'],
        ['Жастар', 'youth_form'],
      ],
    );
    const answer = await upload(bytes, 'form.xlsx');
    expect([answer.status, answer.location]).toEqual([303, '/design/youth_form/draft/import']);
    const page = await designer.get('/design/youth_form/draft/import');
    expect(page.html).toContain('sheet survey, row 2, column type');
    expect(page.html).toContain('geopoint');
    expect((await designer.get('/design/copy_of_residents/draft/import')).html).toContain('Everything was taken over.');
  });

  it('is refused with every fault and its place, and nothing is begun', async () => {
    const bytes = await form([
      ['integer', 'age', 'Жасыңыз?', ''],
      ['quizz', 'odd', '?', ''],
      ['text', 'why', 'Неге?', "${age} >> 5 and ${nobody} = 'x'"],
    ]);
    const answer = await upload(bytes, 'form.xlsx', { id: 'broken' });
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('Error:');
    expect(answer.html).toContain('sheet survey, row 3, column type');
    expect(answer.html).toContain('Character 9:');
    expect(answer.html).toContain('value="broken"');
    expect(await app.dependencies.design.findDraft('broken')).toBeNull();
  });

  it('cannot take a name that a questionnaire has, nor begin without a file or from any file', async () => {
    const bytes = await exportXlsForm(residents, []);
    expect((await upload(bytes, 'form.xlsx')).html).toContain('There is already a questionnaire “residents”');
    for (const [content, id] of [
      ['', 'a'],
      ['Dear colleagues', 'a'],
      ['{"a": 1}', 'a'],
    ] as const)
      expect((await upload(new TextEncoder().encode(content), 'x.xlsx', { id })).status).toBe(422);
    expect((await upload(bytes, 'form.xlsx', { id: 'No name' })).status).toBe(422);
  });

  it('is refused while it arrives where it is larger than allowed', async () => {
    const sent = upload(Buffer.alloc(100_000_000, 'PK'), 'form.xlsx');
    const refused = await sent.then(
      ({ status }) => status,
      () => 'the connection was closed',
    );
    expect([413, 'the connection was closed']).toContain(refused);
  });

  it('is named as empty or too large beside its field', async () => {
    expect((await upload(new Uint8Array(), 'form.xlsx')).html).toContain('The file is empty.');
    const large = await upload(new Uint8Array(app.dependencies.config.limits.uploadBytes + 1), 'form.xlsx');
    expect(large.html).toMatch(/<a href="#file">The file is larger than \d+ MB/);
  });

  it('shows what stands in it as text, braces and tags included', async () => {
    const bytes = await form([['{{type}}<b>', 'odd', '?', '']]);
    const answer = await upload(bytes, 'form.xlsx', { id: 'odd' });
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('{ {type} }&lt;b&gt;');
  });

  it('is for designers, and needs the token of the form', async () => {
    const coordinator = await signIn(app, { roles: ['coordinator'] });
    expect((await coordinator.get('/design/import')).status).toBe(403);
    expect((await upload(await form([]), 'x.xlsx', { _csrf: 'none' })).status).toBe(403);
  });
});

describe('a questionnaire as a file', () => {
  it('is a form that comes in again as it was', async () => {
    const response = await fetch(`${app.baseUrl}/design/residents/versions/1/export.xlsx`, {
      headers: { cookie: [...designer.cookies].map(([key, value]) => `${key}=${value}`).join('; ') },
    });
    expect(response.headers.get('content-disposition')).toContain('residents_v1.xlsx');
    const bytes = new Uint8Array(await response.arrayBuffer());
    const imported = await importXlsForm(bytes, { language: 'en', population: 'residents', model: residents });
    expect(imported).toEqual({ definition: residents, statuses: [], notCarried: [] });
  });

  it('is offered beside what other programs will not show of it', async () => {
    for (const address of ['/design/residents/versions/1', '/design/copy_of_residents/draft']) {
      const page = await designer.get(`${address}/export`);
      expect(page.status).toBe(200);
      expect(page.html).toContain(`${address}/export.xlsx`);
      expect(page.html).toContain(`${address}/export.json`);
      expect(page.html).toContain('Indicators (14)');
      expect(page.html).toContain('sat0_10');
    }
  });

  it('exists only of what exists, and for designers', async () => {
    expect((await designer.get('/design/residents/versions/9/export')).status).toBe(404);
    expect((await designer.get('/design/nobody/draft/export.xlsx')).status).toBe(404);
    const analyst = await signIn(app, { roles: ['analyst'] });
    expect((await analyst.get('/design/residents/versions/1/export.xlsx')).status).toBe(403);
  });
});
