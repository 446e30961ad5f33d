import { longQuestionnaire } from '../support/longQuestionnaire.js';
import { signIn, type StaffVisitor } from '../support/staffVisitor.js';
import { startTestApp } from '../support/testApp.js';
import type { BenchRow } from './benchRow.js';
import { startServer } from './startServer.js';

const ITEMS = 200;
const TIMES = 12;
const DRAFT = '/design/long_draft/draft';

/** Every page of the designer, by its path behind the draft. */
const PAGES = [
  ['outline', ''],
  ['item', '/items/added_40'],
  ['answers', '/answers'],
  ['a scale', '/scales/sat5'],
  ['indicators', '/indicators'],
  ['rules', '/rules'],
  ['general texts', '/settings'],
  ['translation', '/translation'],
  ['checks', '/checks'],
  ['path simulator', '/preview/path'],
  ['publish', '/publish'],
  ['history', '/history'],
  ['XLSForm out', '/export.xlsx'],
  ['paper form', '/paper'],
] as const;

/** Median time of the designer's pages and steps on a questionnaire of 200 items, one request at a time, as the browser waits. */
export async function benchDesign(): Promise<BenchRow[]> {
  const app = await startTestApp();
  const bare = await startServer('bareServer.ts');
  try {
    const { definitions } = app.dependencies;
    definitions.add(longQuestionnaire(definitions.definition('residents', 1), 'long', ITEMS));
    const designer = await signIn(app, { roles: ['designer'] });
    const begun = {
      from: 'long/1',
      id: 'long_draft',
      population: 'residents',
      'title.kk': 'Ұзақ',
      'title.ru': 'Длинная',
      'title.en': 'Long',
    };
    await designer.post('/design', begun, '/design/new');

    const page = await medianMs(() => fetch(`${bare.url}/page/${ITEMS}`).then((response) => response.text()));
    const save = await medianMs(() => saveBare(bare.url));
    const rows: BenchRow[] = [];
    for (const [name, path] of PAGES)
      rows.push(
        row(`page: ${name}`, await medianMs(() => opened(designer, DRAFT + path)), `an EJS page of ${ITEMS} questions`, page),
      );
    for (const [name, step] of STEPS)
      rows.push(row(`step: ${name}`, await medianMs((time) => step(designer, time)), 'a form post and a durable insert', save));
    return rows;
  } finally {
    bare.stop();
    await app.close();
  }
}

type Step = (designer: StaffVisitor, time: number) => Promise<void>;

const STEPS: [string, Step][] = [
  ['change the wording of an item', (designer, time) => changeWording(designer, time)],
  ['move an item', (designer) => post(designer, DRAFT, { _do: 'item-down:added_10' })],
  ['undo', (designer) => post(designer, `${DRAFT}/undo`, {})],
];

/** Form of one item with its fields as the page shows them, and another English wording. */
async function changeWording(designer: StaffVisitor, time: number): Promise<void> {
  await post(designer, `${DRAFT}/items/added_40`, {
    id: 'added_40',
    type: 'scale',
    'text.kk': `Өзгерген сұрақ ${time}`,
    'text.ru': `Изменённый вопрос ${time}`,
    'text.en': `Changed question ${time}`,
    scale: 'sat5',
    special: ['-1', '-2'],
  });
}

async function opened(designer: StaffVisitor, path: string): Promise<void> {
  const { status } = await designer.get(path);
  if (status !== 200) throw new Error(`${path} answered ${status}`);
}

/** Sends a form on the newest revision, as the page that was opened last would; only the sending is timed. */
async function post(designer: StaffVisitor, path: string, fields: Record<string, string | string[]>): Promise<void> {
  const { html } = await designer.get(`${DRAFT}/new-section`);
  const [, token = ''] = /name="_csrf" value="([^"]+)"/.exec(html) ?? [];
  const [, revision = ''] = /name="_revision" value="(\d+)"/.exec(html) ?? [];
  const { status } = await timed(() => designer.postWithToken(path, { ...fields, _revision: revision }, token));
  if (status !== 303) throw new Error(`${path} answered ${status}`);
}

let lastMs = 0;

async function timed<Result>(work: () => Promise<Result>): Promise<Result> {
  const start = performance.now();
  const result = await work();
  lastMs = performance.now() - start;
  return result;
}

/** The median of several runs after one to warm up; the time of the part that a run puts inside `timed`, else the whole. */
async function medianMs(run: (time: number) => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let time = 0; time <= TIMES; time += 1) {
    lastMs = 0;
    const start = performance.now();
    await run(time);
    const whole = performance.now() - start;
    if (time > 0) times.push(lastMs > 0 ? lastMs : whole);
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}

async function saveBare(url: string): Promise<void> {
  const body = new URLSearchParams({ text: 'An item with its wording in three languages '.repeat(10) });
  await fetch(`${url}/save`, { method: 'POST', body, redirect: 'manual' });
}

function row(name: string, value: number, yardstick: string, yardstickMs: number): BenchRow {
  return { name, value, unit: 'ms', yardstick: { name: yardstick, value: yardstickMs } };
}
