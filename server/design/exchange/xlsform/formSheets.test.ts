import { describe, expect, it } from 'vitest';
import { everyItemType } from '../../../../test/support/everyItemType.js';
import { formSheets } from './exportXlsForm.js';

const sheets = new Map(formSheets(everyItemType(), []).map(({ name, rows }) => [name, rows]));

/** The rows of a sheet by the names of its columns; empty cells left out. */
function rowsOf(sheet: string): Record<string, string>[] {
  const [header = [], ...rows] = sheets.get(sheet) ?? [];
  return rows.map((row) => {
    const cells = header.map((name, at): [string, string] => [name, row[at] ?? '']);
    return Object.fromEntries(cells.filter(([, cell]) => cell !== ''));
  });
}
const question = (name: string) => rowsOf('survey').find((row) => row.name === name);

describe('a questionnaire of ours in the sheets of an XLSForm', () => {
  it('has the three of the format first, and all others under our name', () => {
    const [survey, choices, settings, ...own] = [...sheets.keys()];
    expect([survey, choices, settings]).toEqual(['survey', 'choices', 'settings']);
    expect(own).toEqual(expect.arrayContaining(['aleuet_indicators', 'aleuet_populations']));
    for (const name of own) expect(name).toMatch(/^aleuet_/);
  });

  it('names its languages as the format does, and its own columns under our name', () => {
    const KNOWN = /^(type|name|required|relevant|constraint|(label|hint)::(Қазақша \(kk\)|Русский \(ru\)|English \(en\)))$/;
    const columns = sheets.get('survey')?.[0] ?? [];
    expect(columns).toContain('label::Қазақша (kk)');
    expect(columns.filter((name) => !KNOWN.test(name) && !name.startsWith('aleuet::'))).toEqual([]);
  });

  it('has a type of the format for every type of question', () => {
    const types = ['way', 'opinion', 'rooms', 'area', 'wish', 'moved', 'used', 'order', 'remark'].map((id) => question(id)?.type);
    expect(types.map((type) => type?.split(' ')[0])).toEqual([
      ...['select_one', 'select_one', 'integer', 'decimal', 'text', 'date', 'select_multiple', 'rank', 'note'],
    ]);
    expect(question('rooms')?.constraint).toBe('. >= 1 and . <= 20');
    expect(question('way__text')).toMatchObject({ type: 'text', relevant: "selected(${way}, '9')" });
  });

  it('has special answers as choices that are marked', () => {
    const list = question('opinion')?.type?.split(' ')[1];
    const choices = rowsOf('choices').filter((row) => row.list_name === list);
    expect(choices.map((row) => [row.name, row['aleuet::special']])).toEqual([
      ['1', undefined],
      ['2', undefined],
      ['3', undefined],
      ['-1', 'dk'],
      ['-2', 'refused'],
    ]);
  });
});
