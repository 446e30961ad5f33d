import { expect, test } from 'vitest';
import type { JournalText } from './journalText.viewModels.js';
import { journalParts } from './journalParts.js';

const textOf = (names: readonly string[]): JournalText => ({
  columns: names.map((name, at) => ({ name, response: 'y', origin: names[at - 1] === name ? 'paper' : null })),
  terms: [
    { label: 'x', cells: names.map((_, at) => ({ estimate: String(at), stars: '', error: null })) },
    { label: 'z', cells: names.map((_, at) => (at === 0 ? { estimate: 'z', stars: '', error: null } : null)) },
  ],
  footer: [{ label: 'F', values: names.map((_, at) => (at === 0 ? '1' : '')) }],
  notes: ['a note'],
});
const namesOf = (names: readonly string[]): string[] =>
  journalParts(textOf(names)).map(({ columns }) => columns.map(({ name }) => name).join(' '));

test('a table of up to four columns stays whole', () => {
  expect(journalParts(textOf(['A', 'B', 'C', 'D']))).toEqual([textOf(['A', 'B', 'C', 'D'])]);
  expect(journalParts(textOf([]))).toEqual([]);
});

test('a wider one is parted evenly, and what a paper prints of a model is never parted from it', () => {
  expect(namesOf(['A', 'B', 'C', 'D', 'E'])).toEqual(['A B C', 'D E']);
  expect(namesOf(['A', 'A', 'B', 'B', 'C', 'C'])).toEqual(['A A B B', 'C C']);
  expect(namesOf(['A', 'B', 'C', 'D', 'D', 'E'])).toEqual(['A B C', 'D D E']);
});

test('a part has the lines that say something there, the last one the notes', () => {
  const [first, last] = journalParts(textOf(['A', 'B', 'C', 'D', 'E']));
  expect(first?.terms.map(({ label, cells }) => [label, cells.length])).toEqual([['x', 3], ['z', 3]]); // prettier-ignore
  expect(first).toMatchObject({ footer: [{ values: ['1', '', ''] }], notes: [] });
  expect(last?.terms.map(({ label, cells }) => [label, cells.map((cell) => cell?.estimate)])).toEqual([['x', ['3', '4']]]);
  expect(last).toMatchObject({ footer: [], notes: ['a note'] });
});
