import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { residents } from '../../../../test/definitions/builtIn.js';
import { writeWorkbook } from '../workbook/writeWorkbook.js';
import { formSheets } from './exportXlsForm.js';
import { importXlsForm } from './importXlsForm.js';

/** Forms as other programs write them: names of every kind, groups inside groups, conditions on earlier questions. */
type Row = Record<string, string>;
interface Drawn {
  kind: string;
  name: string;
  label: string;
  required: boolean;
  relevant: number;
  group: number;
}

const LISTS: Record<string, string[]> = {
  words: ['yes', 'no', 'do-not-know'],
  numbers: ['1', '2', '10'],
  mixed: ['0', 'none', '3', '-99'],
  special: ['-1', '-2', "A'b"],
};
const KINDS = [
  'select_one words',
  'select_one numbers',
  'select_one mixed or_other',
  'select_multiple words',
  'select_multiple special',
  'rank words',
  'integer',
  'decimal',
  'text',
  'date',
  'note',
  'range',
];
const COLUMNS = [
  'type',
  'name',
  'label::Қазақша (kk)',
  'label::Russian (ru)',
  'label::English (en)',
  'hint',
  'required',
  'relevant',
  'constraint',
  'parameters',
];
const CONSTRAINTS: Record<string, string> = {
  integer: '. > 0 and . < 20',
  decimal: '. <= 2.5',
  text: 'string-length(.) < 41',
  date: ". <= date('2026-05-01')",
};

const drawn: fc.Arbitrary<Drawn> = fc.record({
  kind: fc.constantFrom(...KINDS),
  name: fc.oneof(fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_.-]{0,12}$/), fc.constantFrom('Сұрақ', 'consent', 'a__b')),
  label: fc.oneof(fc.stringMatching(/^[A-Za-zА-Яа-яәғқңөұүһі «»?=+-]{0,20}$/), fc.constant('=1+1')),
  required: fc.boolean(),
  relevant: fc.nat(30),
  group: fc.nat(4),
});
const form = fc.uniqueArray(drawn, { selector: ({ name }) => name, minLength: 1, maxLength: 9 });

function conditionOn({ kind, name }: Drawn, choice: number): string {
  const item = `\${${name}}`;
  const [type = '', list = ''] = kind.split(' ');
  const answer = (LISTS[list] ?? [])[choice % 3] ?? '';
  if (type === 'select_one')
    return (
      [`${item} = '${answer}'`, `${item} != "${answer}"`, `selected(${item}, '${answer}')`, `${item} != ''`][choice % 4] ?? ''
    );
  if (type === 'select_multiple')
    return choice % 2 === 0 ? `selected(${item}, "${answer}")` : `not(selected(${item}, "${answer}") or ${item} = '')`;
  return ['integer', 'decimal', 'range'].includes(type) ? `(${item} >= 2 and 7 > ${item})` : '';
}

function rowsOf(questions: Drawn[]): Row[] {
  const rows: Row[] = [];
  let open = 0;
  questions.forEach((question, at) => {
    for (; open > question.group % 3; open -= 1) rows.push({ type: 'end_group' });
    for (; open < question.group % 3; open += 1)
      rows.push({ type: 'begin_group', name: `Group ${at}.${open}`, 'label::Russian (ru)': `Группа ${at}` });
    const earlier = questions[question.relevant % 10];
    const relevant = earlier && questions.indexOf(earlier) < at ? conditionOn(earlier, question.relevant) : '';
    rows.push({
      type: question.kind,
      name: question.name,
      'label::Қазақша (kk)': question.label,
      'label::Russian (ru)': question.label.toUpperCase(),
      hint: question.label.slice(0, 3),
      required: question.required ? 'TRUE' : '',
      relevant,
      constraint: CONSTRAINTS[question.kind] ?? '',
      parameters: question.kind === 'range' ? 'start=1;end=7' : '',
    });
  });
  for (; open > 0; open -= 1) rows.push({ type: 'end_group' });
  return rows;
}

function sheetsOf(questions: Drawn[]) {
  const choices = Object.entries(LISTS).flatMap(([list, names]) => names.map((name) => [list, name, `(${name})`]));
  return [
    { name: 'survey', rows: [COLUMNS, ...rowsOf(questions).map((row) => COLUMNS.map((column) => row[column] ?? ''))] },
    { name: 'choices', rows: [['list_name', 'name', 'label'], ...choices] },
  ];
}

const read = async (sheets: Parameters<typeof writeWorkbook>[0]) => {
  const result = await importXlsForm(await writeWorkbook(sheets), { language: 'en', population: 'residents', model: residents });
  if ('faults' in result) throw new Error(JSON.stringify(result.faults));
  return result;
};

describe('a form from elsewhere', () => {
  it('comes in, goes out and comes in again as the same questionnaire', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(form, async (questions) => {
        const { definition } = await read(sheetsOf(questions));
        expect(await read(formSheets(definition, []))).toEqual({ definition, statuses: [], notCarried: [] });
      }),
      { numRuns: 60 },
    );
  });

  it('goes out with the names of its questions and answers, and with its wordings', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(form, async (questions) => {
        const { definition } = await read(sheetsOf(questions));
        const [survey, choices] = formSheets(definition, []);
        const own = questions.filter(({ name }) => name !== 'consent');
        const cells = (survey?.rows ?? []).filter((row) => row[0] !== 'begin_group' && row[0] !== 'end_group');
        const written = cells.filter((row) => own.some(({ name }) => name === row[1])).map((row) => [row[1], row[2], row[3]]);
        expect(written).toEqual(own.map(({ name, label }) => [name, label.trim(), label.toUpperCase().trim()]));
        const names = new Set(choices?.rows.map((row) => row[1]));
        for (const name of Object.values(LISTS).flat()) expect(names).toContain(name);
      }),
      { numRuns: 40 },
    );
  });
});
