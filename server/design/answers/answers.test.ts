import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crossReferenceFaults, parseDraft, type Definition } from '../../../survey-definitions/contract/index.js';
import { residents, researchers } from '../../../test/definitions/builtIn.js';
import { everyItemType } from '../../../test/support/everyItemType.js';
import { textsIn } from '../../i18n/index.js';
import type { FormValues } from '../../accounts/index.js';
import { findItem } from '../structure/edits/items.js';
import { answersValues, readAnswers } from './answersForm.js';
import { copyAnswersFor, findAnswers, itemsWithAnswers, replaceAnswers, type AnswerSet } from './answerSets.js';
import { changedRows, rowsOf } from './optionRows.js';

const t = textsIn('en');
const setsOf = (definition: Definition): AnswerSet[] =>
  (['scale', 'list'] as const).flatMap((kind) =>
    definition[`${kind}s`].flatMap(({ id }) => findAnswers(definition, kind, id) ?? []),
  );

function found(definition: Definition, kind: AnswerSet['kind'], id: string): AnswerSet {
  const set = findAnswers(definition, kind, id);
  if (set === null) throw new Error(`no ${kind} ${id}`);
  return set;
}

function read(set: AnswerSet, values: FormValues) {
  return readAnswers({ ...answersValues(set), ...values }, { kind: set.kind, definition: residents, before: set, t });
}

describe('the form of a scale or list', () => {
  it('changes nothing when it is saved as it was shown', () => {
    for (const definition of [residents, researchers, everyItemType()])
      for (const set of setsOf(definition))
        expect(readAnswers(answersValues(set), { kind: set.kind, definition, before: set, t })).toEqual({ set });
  });

  it('keeps the names that answers have in the files of other programs, also where an answer moves', () => {
    const sex = found(residents, 'list', 'sex');
    const named = { ...sex, options: sex.options.map((option) => ({ ...option, name: `name_${option.code}` })) } as AnswerSet;
    expect(read(named, {})).toEqual({ set: named });
    expect(read(named, { _do: 'up-1' })).toMatchObject({ set: { options: [{ name: 'name_2' }, { name: 'name_1' }] } });
  });

  it('adds a row with the next code, and leaves out rows in which nothing stands', () => {
    const list = found(residents, 'list', 'sex');
    const added = read(list, { _do: 'add-row' });
    expect(added).toMatchObject({ set: { options: [{}, {}, { code: 3, label: { kk: '', ru: '', en: '' } }] } });
    expect(read(list, { 'code.2': '', 'label.2.kk': '', 'label.2.ru': '', 'label.2.en': '' })).toEqual({ set: list });
  });

  it('moves an answer of a list with its code, and only the words of a step on a scale', () => {
    const list = read(found(residents, 'list', 'sex'), { _do: 'down-0' });
    expect('set' in list && list.set.options.map(({ code }) => code)).toEqual([2, 1]);
    const sat5 = found(residents, 'scale', 'sat5');
    const scale = read(sat5, { _do: 'up-4' });
    expect('set' in scale && scale.set.options.map(({ code }) => code)).toEqual([1, 2, 3, 4, 5]);
    expect('set' in scale && scale.set.options[3]?.label).toEqual(sat5.options[4]?.label);
  });

  it('numbers the steps of a scale and keeps the words of those that stay', () => {
    const sat5 = found(residents, 'scale', 'sat5');
    const steps = read(sat5, { _do: 'number', _first: '0', _last: '10', layout: 'steps' });
    expect('set' in steps && steps.set.options.map(({ code }) => code)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect('set' in steps && steps.set.options[1]?.label).toEqual(sat5.options[0]?.label);
    expect('set' in steps && steps.set.options[7]).toEqual({ code: 7 });
    expect(read(sat5, { _do: 'number', _first: '5', _last: '1' })).toMatchObject({ faults: [{ field: '_first' }] });
  });

  it('refuses a code that is none or stands there already', () => {
    const list = found(residents, 'list', 'sex');
    expect(read(list, { 'code.1': '1' })).toMatchObject({ faults: [{ field: 'code.1' }] });
    for (const code of ['-1', '1.5', 'one', '10000']) expect(read(list, { 'code.1': code })).toMatchObject({ faults: [{}] });
  });

  it('never loses an answer by moving', () => {
    fc.assert(
      fc.property(fc.constantFrom(...setsOf(residents)), fc.constantFrom('up', 'down'), fc.nat(12), (set, step, at) => {
        const rows = rowsOf(set);
        const words = (of: typeof rows) => of.map(({ label }) => label.en).toSorted();
        expect(words(changedRows(rows, `${step}-${at}`, set.kind))).toEqual(words(rows));
      }),
    );
  });
});

describe('scales and lists of a draft', () => {
  it('are renamed for all items that take them', () => {
    const set = found(residents, 'scale', 'sat5');
    const renamed = replaceAnswers(residents, 'sat5', { ...set, id: 'satisfaction' });
    expect(itemsWithAnswers(renamed, 'scale', 'satisfaction')).toHaveLength(itemsWithAnswers(residents, 'scale', 'sat5').length);
    expect(crossReferenceFaults(renamed)).toEqual([]);
    expect(() => parseDraft(renamed)).not.toThrow();
  });

  it('are copied for one item, while the others keep theirs', () => {
    const { definition, copy } = copyAnswersFor(residents, 'd8_attends', found(residents, 'list', 'yesno'));
    expect(copy).toBe('yesno_2');
    expect(findItem(definition, 'd8_attends')?.item).toMatchObject({ list: 'yesno_2' });
    expect(findItem(definition, 's_resident')?.item).toMatchObject({ list: 'yesno' });
  });
});
