import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mapTexts, textsOf, type LocalizedText } from '../../../../survey-definitions/contract/index.js';
import { everyItemType } from '../../../../test/support/everyItemType.js';
import { csvFrom, defused, EXCEL_WITH_COMMA } from '../../../csv/index.js';
import { writeWorkbook } from '../../exchange/workbook/writeWorkbook.js';
import type { DraftRevision } from '../../questionnaires/draft.js';
import { cleanText } from '../cleanText.js';
import { withChanges } from '../textChanges.js';
import { COLUMNS } from './columns.js';
import { SHEET } from './openTable.js';
import { takeFile, type TakenFile } from './takeFile.js';
import { textTableFrom } from './textTable.js';

const model = everyItemType();
const keys = textsOf(model).map(({ key }) => key);

async function csvOf(rows: string[][]): Promise<Uint8Array> {
  let csv = '';
  for await (const piece of csvFrom({ columns: COLUMNS, rows }, EXCEL_WITH_COMMA)) csv += piece;
  return new TextEncoder().encode(csv);
}

const xlsxOf = (rows: string[][]): Promise<Uint8Array> =>
  writeWorkbook([{ name: SHEET, rows: [[...COLUMNS], ...rows].map((row) => row.map(defused)) }]);

/** Workbooks are packed and unpacked each time, which takes a while. */
const FORMS = { csv: { fileOf: csvOf, numRuns: 60 }, xlsx: { fileOf: xlsxOf, numRuns: 25 } };

function draftWith(texts: LocalizedText[], statuses: DraftRevision['statuses'] = []): DraftRevision {
  const byKey = new Map(keys.map((key, at) => [key, texts[at % texts.length]]));
  return {
    questionnaire: model.id,
    revision: 7,
    definition: mapTexts(model, ({ key, text }) => byKey.get(key) ?? text),
    statuses,
    basedOn: null,
    deed: { key: 'design.deed_started' },
    by: 'somebody@example.org',
    at: new Date(0),
    undoTo: null,
    redoTo: null,
  };
}

const tricky = fc.constantFrom(
  '=1+1',
  '+7 701',
  '- тире',
  '@home',
  "'=1",
  "''+",
  'Ә ғ қ ң ө ұ ү һ і',
  'one\ntwo\r\nthree\rfour',
  '  blanks  ',
  '"quoted" ; и, точка',
  '👩‍👩‍👧 🇰🇿',
  '_x0041_ _x000D_',
  'constructor',
  '__proto__',
  '<b>&amp;</b>',
  '12,5',
  '007',
  '1-2',
  'TRUE',
  '\u0001\u000b',
  '\ud800',
  'a\ufffdb',
  '',
);
const words = fc.oneof(tricky, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));
const localized = fc.record({ kk: words, ru: words, en: words });
const statuses = fc.uniqueArray(
  fc.record({
    key: fc.constantFrom(...keys),
    language: fc.constantFrom('kk' as const, 'ru' as const, 'en' as const),
    status: fc.constantFrom('reviewed' as const, 'backTranslated' as const),
  }),
  { selector: ({ key, language }) => `${key} ${language}`, maxLength: 20 },
);

describe.each(['csv', 'xlsx'] as const)('a %s file for translators', (form) => {
  const { fileOf, numRuns } = FORMS[form];

  it('changes nothing when it comes back as it left', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(localized, { minLength: 1, maxLength: 15 }), statuses, async (texts, marks) => {
        const draft = draftWith(texts, marks);
        const taken = await takeFile(await fileOf(textTableFrom(draft, 'kk')), draft, 'list');
        expect(taken).toMatchObject({ taken: { changes: [] } });
      }),
      { numRuns },
    );
  });

  it('carries every text into an empty draft exactly, but for blanks round it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(localized, { minLength: 1, maxLength: 15 }), async (texts) => {
        const written = draftWith(texts.map((text) => withoutPlaceholders(text)));
        const empty = draftWith([{ kk: '', ru: '', en: '' }]);
        const rows = filledRows(textTableFrom(empty, 'ru'), textTableFrom(written, 'ru'));
        const carried = withChanges(empty, changesOf(await takeFile(await fileOf(rows), empty, 'list'))).definition;
        expect(textsOf(carried)).toEqual(
          textsOf(written.definition).map(({ key, text }) => ({
            key,
            text: { kk: cleanText(text.kk), ru: cleanText(text.ru), en: cleanText(text.en) },
          })),
        );
      }),
      { numRuns },
    );
  });
});

/** The rows of one table with the texts of another: what a translator does. */
function filledRows(rows: string[][], filled: string[][]): string[][] {
  const isText = (at: number): boolean => ['kk', 'ru', 'en'].includes(COLUMNS[at] ?? '');
  return rows.map((row, line) => row.map((cell, at) => (isText(at) ? (filled[line]?.[at] ?? '') : cell)));
}

function withoutPlaceholders({ kk, ru, en }: LocalizedText): LocalizedText {
  const bare = (text: string): string => text.replaceAll('{', '(');
  return { kk: bare(kk), ru: bare(ru), en: bare(en) };
}

function changesOf(outcome: TakenFile) {
  if (!('taken' in outcome)) throw new Error(JSON.stringify(outcome));
  return outcome.taken.changes;
}
