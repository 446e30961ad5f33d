import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftsIn } from '../../../test/support/draftOfTexts.js';
import { signIn, type StaffVisitor } from '../../../test/support/staffVisitor.js';
import { startTestApp, type TestApp } from '../../../test/support/testApp.js';
import { COLUMNS, type Column } from './files/columns.js';

let app: TestApp;
let designer: StaffVisitor;
let drafts: ReturnType<typeof draftsIn>;
beforeAll(async () => {
  app = await startTestApp();
  designer = await signIn(app, { roles: ['designer'] });
  drafts = draftsIn(app);
});
afterAll(() => app.close());

type Row = Record<Column, string>;

const fileOf = (id: string): string => `/design/${id}/draft/translation/file`;

async function download(id: string, form: 'csv' | 'xlsx'): Promise<Response> {
  const cookie = [...designer.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return fetch(`${app.baseUrl}/design/${id}/draft/translation/texts.${form}`, { headers: { cookie } });
}

async function rowsOf(id: string): Promise<Row[]> {
  return parse(await (await download(id, 'csv')).text(), { bom: true, delimiter: ';', columns: true });
}

/** The file with some cells written anew, by key and column. */
async function filled(id: string, cells: Record<string, Partial<Row>>): Promise<string> {
  return csvOf((await rowsOf(id)).map((row) => ({ ...row, ...cells[row.key] })));
}

function csvOf(rows: Row[], columns: readonly Column[] = COLUMNS): string {
  const line = (cells: string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';');
  return [line([...columns]), ...rows.map((row) => line(columns.map((column) => row[column])))].join('\r\n');
}

async function upload(id: string, file: string | Uint8Array<ArrayBuffer> | null, conflicts = 'list') {
  const token = /name="_csrf" value="([^"]+)"/.exec((await designer.get(fileOf(id))).html)?.[1] ?? '';
  const body = new FormData();
  body.append('_csrf', token);
  body.append('conflicts', conflicts);
  if (file !== null) body.append('file', new Blob([file]), 'texts.csv');
  const cookie = [...designer.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const response = await fetch(app.baseUrl + fileOf(id), { method: 'POST', body, redirect: 'manual', headers: { cookie } });
  return { status: response.status, location: response.headers.get('location'), html: await response.text() };
}

/** Row, column and reason of every fault that the page shows. */
function faultsOn(html: string): string[][] {
  const rows = /<tbody>([\s\S]*?)<\/tbody>/.exec(html)?.[1]?.split('</tr>') ?? [];
  return rows.flatMap((row) => {
    const cells = [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map((cell) => (cell[1] ?? '').replaceAll('&#34;', '"'));
    return cells.length === 0 ? [] : [cells];
  });
}

describe('the file for translators', () => {
  it.each(['csv', 'xlsx'] as const)('comes back as %s without a change where nobody changed it', async (form) => {
    const id = await drafts.draftWith({ thanks: { kk: '' }, title: { ru: '=сумма' } });
    const answer = await download(id, form);
    expect(answer.headers.get('content-disposition')).toContain(`${id}_v1_texts.${form}`);
    const { status, location } = await upload(id, new Uint8Array(await answer.arrayBuffer()));
    expect([status, location]).toEqual([303, `${fileOf(id)}?texts=0&states=0&left=0`]);
    expect((await drafts.draftOf(id)).revision).toBe(1);
  });

  it('begins with a byte order mark and says of every text where it stands and what must stay in it', async () => {
    const id = await drafts.draftWith({ introduction: { kk: '{minutes}', ru: '{minutes}', en: '{minutes}' } });
    expect(new Uint8Array(await (await download(id, 'csv')).arrayBuffer()).slice(0, 3)).toEqual(Uint8Array.of(0xef, 0xbb, 0xbf));
    expect((await rowsOf(id)).find(({ key }) => key === 'introduction')).toMatchObject({
      part: 'General texts',
      context: 'Introduction',
      kk_status: 'draft',
      note: 'keep as it is: {minutes}',
    });
  });

  it('brings texts and their states in, and an empty cell leaves what is there', async () => {
    const id = await drafts.draftWith({ title: { kk: '' } });
    const file = await filled(id, {
      title: { kk: 'Барлық түрі', kk_status: 'reviewed', ru: '' },
      thanks: { en: 'Thank you.', en_status: ' Back-Translated ' },
    });
    const { location } = await upload(id, file);
    expect(location).toBe(`${fileOf(id)}?texts=2&states=2&left=1`);
    const { texts, revision } = await drafts.draftOf(id);
    expect(revision).toBe(2);
    expect(texts.get('title')).toEqual({ kk: 'Барлық түрі', ru: 'Every type', en: 'Every type' });
    expect(texts.get('thanks')).toEqual({ kk: 'Thanks. Saved.', ru: 'Thanks. Saved.', en: 'Thank you.' });
    expect(await drafts.statesOf(id)).toEqual(['thanks en backTranslated', 'title kk reviewed']);
    expect((await designer.get(location ?? '')).html).toContain('Taken from the file. Texts: 2, marks: 2.');
  });

  it('is refused as a whole with row, column and reason of every fault', async () => {
    const id = await drafts.draftWith({
      introduction: { kk: '{minutes}', ru: '{minutes}', en: '{minutes}' },
      thanks: { kk: '' },
    });
    const rows = await rowsOf(id);
    const other = (await rowsOf(await drafts.draftWith())).find(({ key }) => key === 'consent.0');
    const [title, introduction, thanks] = ['title', 'introduction', 'thanks'].map((key) => rows.find((row) => row.key === key));
    if (!title || !introduction || !thanks || !other) throw new Error('texts are missing');
    const bad = [
      { ...title, kk: 'Жаңа атау' },
      { ...introduction, kk: 'Уақыты белгісіз', ru: '{minutes} {town}' },
      { ...title, key: 'item.gone.text' },
      { ...title },
      { ...thanks, ru_status: 'finished', kk_status: 'reviewed' },
      other,
    ];
    const { status, html } = await upload(id, csvOf(bad));
    expect(status).toBe(422);
    expect(faultsOn(html).map(([row, column]) => `${row} ${column}`)).toEqual([
      '3 kk',
      '3 ru',
      '4 key',
      '5 key',
      '6 ru_status',
      '6 kk_status',
      '7 exported',
    ]);
    expect((await drafts.draftOf(id)).revision).toBe(1);
  });

  it.each([
    ['has no such column', () => csvOf([], ['key', 'kk', 'ru', 'kk_status', 'ru_status', 'exported']), ['1 en', '1 en_status']],
    ['has a column twice', () => csvOf([], [...COLUMNS, 'kk']), ['1 kk']],
    ['has no rows', () => csvOf([]), ['whole file –']],
    ['is no text', () => Uint8Array.of(0xcf, 0xf0, 0xe8), ['whole file –']],
    ['is no workbook', () => new TextEncoder().encode('PK and no more'), ['whole file –']],
    ['was not chosen', () => null, ['whole file –']],
  ])('is refused where it %s', async (_, fileOfCase, expected) => {
    const id = await drafts.draftWith();
    const { status, html } = await upload(id, fileOfCase());
    expect(status).toBe(422);
    expect(faultsOn(html).map(([row, column]) => `${row} ${column}`)).toEqual(expected);
  });

  it('is only for designers, and only from this site', async () => {
    const id = await drafts.draftWith();
    const coordinator = await signIn(app, { roles: ['coordinator'] });
    expect((await coordinator.get(`/design/${id}/draft/translation/texts.csv`)).status).toBe(403);
    const body = new FormData();
    body.append('file', new Blob([csvOf([])]), 'texts.csv');
    const cookie = [...designer.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    expect((await fetch(app.baseUrl + fileOf(id), { method: 'POST', body, headers: { cookie } })).status).toBe(403);
  });
});

describe('a draft that changed while the file was out', () => {
  it('keeps later changes that the file does not touch', async () => {
    const id = await drafts.draftWith();
    const file = await filled(id, { thanks: { kk: 'Рақмет' } });
    await drafts.change(id, { title: { ru: 'Новое название' } });
    expect((await upload(id, file)).status).toBe(303);
    const { texts } = await drafts.draftOf(id);
    expect([texts.get('title')?.ru, texts.get('thanks')?.kk]).toEqual(['Новое название', 'Рақмет']);
  });

  it('is not overwritten: what both changed is listed, and then somebody decides', async () => {
    const id = await drafts.draftWith();
    const file = await filled(id, { title: { ru: 'Из файла' }, thanks: { kk: 'Рақмет' } });
    await drafts.change(id, { title: { ru: 'Из черновика' } });
    const listed = await upload(id, file);
    expect(listed.status).toBe(422);
    expect(faultsOn(listed.html)).toHaveLength(1);
    expect(listed.html).toContain('Из файла');
    expect(listed.html).toContain('Из черновика');
    expect((await drafts.draftOf(id)).revision).toBe(2);

    await upload(id, file, 'keep');
    const kept = (await drafts.draftOf(id)).texts;
    expect([kept.get('title')?.ru, kept.get('thanks')?.kk]).toEqual(['Из черновика', 'Рақмет']);
    await upload(id, file, 'take');
    expect((await drafts.draftOf(id)).texts.get('title')?.ru).toBe('Из файла');
  });

  it('is not called reviewed for another wording than the one in the file', async () => {
    const id = await drafts.draftWith();
    const file = await filled(id, { title: { kk_status: 'reviewed' } });
    await drafts.change(id, { title: { ru: 'Новое название' } });
    expect((await upload(id, file)).status).toBe(422);
    await upload(id, file, 'keep');
    expect(await drafts.statesOf(id)).toEqual([]);
  });

  it('is asked about rows that did not come out of it, unless they fill a gap', async () => {
    const id = await drafts.draftWith({ thanks: { kk: '' } });
    const [row] = await rowsOf(id);
    if (!row) throw new Error('the file is empty');
    const own = { ...row, kk_status: '', ru_status: '', en_status: '', exported: '' };
    expect((await upload(id, csvOf([{ ...own, key: 'thanks', kk: 'Рақмет', ru: '', en: '' }]))).status).toBe(303);
    expect((await upload(id, csvOf([{ ...own, key: 'thanks', kk: 'Рахмет', ru: '', en: '' }]))).status).toBe(422);
    expect((await drafts.draftOf(id)).texts.get('thanks')?.kk).toBe('Рақмет');
  });

  it('takes cells that slipped into another row for what they are: changes of somebody who must decide', async () => {
    const id = await drafts.draftWith();
    const rows = await rowsOf(id);
    const slipped = rows.map((row, at) => ({ ...row, exported: rows[at + 1]?.exported ?? '' }));
    const changed = slipped.map((row) => (row.key === 'title' ? { ...row, kk: 'Басқа' } : row));
    expect((await upload(id, csvOf(changed))).status).toBe(422);
  });
});
