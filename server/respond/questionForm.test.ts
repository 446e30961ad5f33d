import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemsInOrder, type Answers } from '../../survey-definitions/contract/index.js';
import { everyItemType } from '../../test/support/everyItemType.js';
import { formFieldsOf, readPage, type FormFields } from './questionForm.js';

const definition = everyItemType();
const items = itemsInOrder(definition);

function reading(fields: FormFields, id: string) {
  return readPage(
    definition,
    items.filter((item) => item.id === id),
    fields,
  );
}
const reasons = (fields: FormFields, id: string) => reading(fields, id).faults.map((fault) => fault.reason);

const orSpecial = (answers: fc.Arbitrary<Answers>, id: string) =>
  fc.oneof(
    answers,
    fc.constantFrom(-1, -2).map((code): Answers => ({ [id]: code })),
  );
const coded = (id: string, codes: number[]) => fc.constantFrom(...codes).map((code): Answers => ({ [id]: code }));
const words = fc.string({ minLength: 1, maxLength: 40 }).filter((text) => text.trim() === text && text !== '');

const anyAnswers = fc
  .tuple(
    orSpecial(
      fc.oneof(
        coded('way', [1, 2]),
        words.map((text): Answers => ({ way: 9, way__text: text })),
      ),
      'way',
    ),
    orSpecial(coded('opinion', [1, 2, 3]), 'opinion'),
    orSpecial(coded('step', [0, 5, 10]), 'step'),
    orSpecial(coded('rung', [1, 10]), 'rung'),
    orSpecial(coded('rooms', [1, 7, 20]), 'rooms'),
    orSpecial(
      fc.integer({ min: 0, max: 5000 }).map((tenths): Answers => ({ area: tenths / 10 })),
      'area',
    ),
    orSpecial(
      words.map((wish): Answers => ({ wish })),
      'wish',
    ),
    orSpecial(
      fc.constantFrom('1950-01-01', '2000-02-29').map((moved): Answers => ({ moved })),
      'moved',
    ),
    orSpecial(
      fc.subarray([1, 2], { minLength: 1 }).map((used): Answers => ({ used })),
      'used',
    ),
    orSpecial(
      fc.shuffledSubarray([1, 2, 3], { minLength: 3 }).map((order): Answers => ({ order })),
      'order',
    ),
  )
  .map((parts): Answers => Object.assign({}, ...parts) as Answers);

describe('the form of a page', () => {
  it('gives back the answers that it shows, whatever their type', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        expect(readPage(definition, items, formFieldsOf(items, answers))).toEqual({ answers, faults: [] });
      }),
      { numRuns: 200 },
    );
  });

  it('asks for every question that was left empty and for no note', () => {
    const { answers, faults } = readPage(definition, items, {});
    expect(answers).toEqual({});
    expect(faults.map((fault) => fault.reason)).toEqual(Array(10).fill('needed'));
  });

  it('reads decimals with a comma, a dot or grouped digits', () => {
    expect(reading({ area: '52,5' }, 'area').answers).toEqual({ area: 52.5 });
    expect(reading({ area: '52.5' }, 'area').answers).toEqual({ area: 52.5 });
    expect(reading({ area: ' 1 00 ' }, 'area').answers).toEqual({ area: 100 });
  });

  it('refuses numbers that are out of range, too fine, negative or no numbers', () => {
    for (const rooms of ['0', '21', '2.5', '-1', 'two', '1e1', '0x5'])
      expect(reasons({ rooms }, 'rooms')).toEqual(['not-possible']);
    for (const area of ['500.1', '3.14', '1,2,3']) expect(reasons({ area }, 'area')).toEqual(['not-possible']);
  });

  it('refuses an answer together with a special answer', () => {
    expect(reasons({ rooms: '3', 'rooms.special': '-2' }, 'rooms')).toEqual(['both']);
    expect(reasons({ used: ['1'], 'used.special': '-1' }, 'used')).toEqual(['both']);
    expect(reasons({ 'order.rank.1': '1', 'order.special': '-1' }, 'order')).toEqual(['both']);
  });

  it('takes "my answer is given above" as no special answer', () => {
    expect(reading({ rooms: '3', 'rooms.special': '' }, 'rooms').answers).toEqual({ rooms: 3 });
  });

  it('refuses codes that the question does not offer, special ones too', () => {
    expect(reasons({ opinion: '4' }, 'opinion')).toEqual(['not-possible']);
    expect(reasons({ opinion: '-3' }, 'opinion')).toEqual(['not-possible']);
    expect(reasons({ 'rooms.special': '-4' }, 'rooms')).toEqual(['not-possible']);
    expect(reasons({ 'opinion.special': '1' }, 'opinion')).toEqual(['not-possible']);
  });

  it('asks what "other" is, and for nothing when another option is chosen', () => {
    expect(reasons({ way: '9', way__text: '  ' }, 'way')).toEqual(['text-needed']);
    expect(reasons({ used: ['1', '9'] }, 'used')).toEqual(['text-needed']);
    expect(reading({ way: '1', way__text: 'left over' }, 'way').answers).toEqual({ way: 1 });
  });

  it('says when too many are chosen, places are used twice, a text is too long or a date does not exist', () => {
    expect(reasons({ used: ['1', '2', '9'], used__text: 'x' }, 'used')).toEqual(['too-many']);
    expect(reasons({ 'order.rank.1': '1', 'order.rank.2': '1', 'order.rank.3': '2' }, 'order')).toEqual(['ranking']);
    expect(reasons({ 'order.rank.1': '1' }, 'order')).toEqual(['ranking']);
    expect(reasons({ wish: 'x'.repeat(101) }, 'wish')).toEqual(['text-too-long']);
    expect(reasons({ moved: '2023-02-30' }, 'moved')).toEqual(['not-possible']);
  });
});
