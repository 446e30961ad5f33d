import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeWorkbook } from '../../server/design/exchange/workbook/writeWorkbook.js';
import { ownQuestionnaire } from '../support/ownQuestionnaire.js';
import { sheetOf, workbookOf, zipBomb } from '../support/handmadeWorkbook.js';
import { signIn, type StaffVisitor } from '../support/staffVisitor.js';
import { startTestApp, type TestApp } from '../support/testApp.js';
import { uploadFile, uploadQuestionnaire } from '../support/uploadedQuestionnaire.js';

/** Generous for a loaded machine, and far below what a file that is not refused takes; most take a tenth of it. */
const SOON_MS = 10_000;
/** Above the highest that the process ever stood at before. */
const MOST_MEMORY_BYTES = 400_000_000;
const BYTES_OF_KB = 1024;

const LSS = (inside: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<document><LimeSurveyDocType>Survey</LimeSurveyDocType>${inside}</document>`;
const many = (n: number, row: (at: number) => string): string => Array.from({ length: n }, (_, at) => row(at)).join('');
const words = { kk: 'Сөз', ru: 'Слово', en: 'Word' };

const FILES: [what: string, make: () => Uint8Array | Promise<Uint8Array>, said: RegExp][] = [
  ['XLSForm: a zip bomb', () => zipBomb('xl/worksheets/sheet1.xml'), /Unpacked, the workbook is too large \(at most 16 MB\)/],
  [
    'XLSForm: formula cells',
    () => workbookOf(sheetOf('<row r="12"><c r="B12"><f>1+1</f></c></row>')),
    /Cell survey!B12 has a formula/,
  ],
  [
    'XLSForm: ten thousand items',
    () => formOf(Array.from({ length: 10_000 }, (_, at) => ['integer', `q${at}`, 'Сұрақ?'])),
    /There are 10000 questions; at most 1000 are allowed/,
  ],
  [
    'XLSForm: ten thousand groups in one another',
    () => formOf(Array.from({ length: 10_000 }, () => ['begin group', 'g', ''])),
    /The groups are nested too deeply \(at most 20 levels\)/,
  ],
  [
    'XLSForm: elements without end',
    () => workbookOf(sheetOf('<a>'.repeat(1_000_000))),
    /nested too deeply \(at most 60 levels\)/,
  ],
  ['XLSForm: another encoding', () => workbookOf(`<?xml version="1.0" encoding="windows-1251"?>${sheetOf('')}`), /UTF-8/],
  ['JSON: five million brackets', () => Buffer.from('['.repeat(4_900_000)), /nested too deeply \(at most 100 levels\)/],
  [
    'JSON: ten thousand items',
    () => {
      const item = { type: 'integer', text: words, special: [], min: 0, max: 9 };
      const items = Array.from({ length: 10_000 }, (_, at) => ({ ...item, id: `q${at}` }));
      return Buffer.from(JSON.stringify({ ...ownQuestionnaire('large'), sections: [{ id: 's', items, randomised: [] }] }));
    },
    /There are 10000 questions; at most 1000 are allowed/,
  ],
  [
    'JSON: another encoding',
    () => Buffer.from([0x7b, 0x22, 0xcf, 0xf0, 0xe8, 0x22, 0x7d]),
    /not in UTF-8 but, it seems, in Windows-1251/,
  ],
  [
    'LimeSurvey: elements without end',
    () => Buffer.from(LSS('<a>'.repeat(1_000_000))),
    /nested too deeply \(at most 20 levels\)/,
  ],
  [
    'LimeSurvey: entities inside entities',
    () => Buffer.from(LSS('&b;').replace('?>', '?><!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>')),
    /The file declares a DOCTYPE/,
  ],
  [
    'LimeSurvey: ten thousand questions',
    () =>
      Buffer.from(
        LSS(
          '<surveys><rows><row><sid>1</sid><language>ru</language></row></rows></surveys>' +
            `<questions><rows>${many(10_000, (at) => `<row><qid>${at}</qid><gid>1</gid><type>S</type><title>q${at}</title></row>`)}</rows></questions>`,
        ),
      ),
    /There are 10000 questions; at most 1000 are allowed/,
  ],
  [
    'LimeSurvey: another encoding',
    () => Buffer.from(LSS('').replace('UTF-8', 'UTF-16'), 'utf16le'),
    /not in UTF-8 but, it seems, in UTF-16/,
  ],
  ['whatever: a hundred megabytes', () => Buffer.alloc(100_000_000, 'PK'), /The file is larger than \d+ MB/],
];

function formOf(rows: string[][]): Promise<Uint8Array> {
  return writeWorkbook([{ name: 'survey', rows: [['type', 'name', 'label::Қазақша (kk)'], ...rows] }]);
}

describe('a hostile file that a designer uploads', () => {
  let app: TestApp;
  let designer: StaffVisitor;
  beforeAll(async () => {
    app = await startTestApp();
    designer = await signIn(app, { roles: ['designer'] });
  });
  afterAll(() => app.close());

  /** Sends a file and sees that it is refused as it should be, wherever it was sent. */
  async function refused(
    bytes: Uint8Array,
    said: RegExp,
    send: (bytes: Uint8Array) => Promise<{ status: number; html: string }>,
  ) {
    const peak = process.resourceUsage().maxRSS;
    const begun = performance.now();
    const { status, html } = await send(bytes);
    const took = performance.now() - begun;
    const grown = (process.resourceUsage().maxRSS - peak) * BYTES_OF_KB;
    expect(html).toMatch(said);
    expect([413, 422]).toContain(status);
    expect(took).toBeLessThan(SOON_MS);
    expect(grown).toBeLessThan(MOST_MEMORY_BYTES);
    expect((await designer.get('/design/import')).status).toBe(200);
  }

  it.each(FILES)('is refused quickly, in little memory and with its reason: %s', async (_what, make, said) => {
    await refused(new Uint8Array(await make()), said, (bytes) => uploadQuestionnaire(app, designer, bytes, { id: 'hostile' }));
    expect(await app.dependencies.design.findDraft('hostile')).toBeNull();
  });

  it('is refused as a file of translators too, and the draft stays as it was', async () => {
    await uploadQuestionnaire(app, designer, new TextEncoder().encode(JSON.stringify(ownQuestionnaire('translated'))));
    const before = await app.dependencies.design.findDraft('translated');
    const address = '/design/translated/draft/translation/file';
    const send = (bytes: Uint8Array) => uploadFile(app, designer, address, bytes, { conflicts: 'list' });
    for (const [bytes, said] of [
      [zipBomb('xl/worksheets/sheet1.xml'), /too large \(at most/],
      [workbookOf(sheetOf('<row r="2"><c r="B2"><f>1+1</f></c></row>')), /formula/],
      [workbookOf(sheetOf('<a>'.repeat(1_000_000))), /nested too deeply/],
      [Buffer.from('key,kk\ntitle,Қала', 'utf16le'), /UTF-8/],
      [Buffer.from(`key,kk\n${'title,x\n'.repeat(400_000)}`), /rows/],
      [Buffer.alloc(100_000_000, 'k'), /Too much data was sent/],
    ] as const)
      await refused(new Uint8Array(bytes), said, send);
    expect(before).not.toBeNull();
    expect(await app.dependencies.design.findDraft('translated')).toEqual(before);
  });
});
