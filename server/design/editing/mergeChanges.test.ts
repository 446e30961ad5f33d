import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mapTexts, textsOf, type Definition } from '../../../survey-definitions/contract/index.js';
import { residents } from '../../../test/definitions/builtIn.js';
import { mergeChanges } from './mergeChanges.js';

const keys = textsOf(residents).map(({ key }) => key);
const rewritten = (key: string, language: 'kk' | 'ru', words: string): Definition =>
  mapTexts(residents, ({ key: at, text }) => (at === key ? { ...text, [language]: words } : text));
const withSections = (change: (section: Definition['sections'][number]) => Definition['sections'][number]): Definition => ({
  ...residents,
  sections: residents.sections.map(change),
});
const itemsOf = ({ sections }: Definition) => sections.map(({ items }) => items.map(({ id }) => id));

describe('two changes of one questionnaire', () => {
  it('leave what only one of them changed as that one has it', () => {
    const theirs = rewritten('item.sex.text', 'ru', 'Ваш пол');
    expect(mergeChanges(residents, theirs, residents)).toEqual(theirs);
    expect(mergeChanges(residents, residents, theirs)).toEqual(theirs);
  });

  it('of any two texts stand side by side, and of one text in two languages', () => {
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.constantFrom(...keys), (one, other) => {
        const both = mergeChanges(residents, rewritten(one, 'ru', 'Мой'), rewritten(other, 'kk', 'Менің'));
        const texts = new Map(both && textsOf(both).map(({ key, text }) => [key, text]));
        expect([texts.get(one)?.ru, texts.get(other)?.kk]).toEqual(['Мой', 'Менің']);
      }),
      { numRuns: 20 },
    );
  });

  it('of the same words end as mine', () => {
    const merged = mergeChanges(residents, rewritten('title', 'ru', 'Их'), rewritten('title', 'ru', 'Мой'));
    expect(merged?.title.ru).toBe('Мой');
  });

  it('keep the order of one and the words of the other', () => {
    const turned = withSections((section) =>
      section.randomised.length > 0 ? section : { ...section, items: section.items.toReversed() },
    );
    const worded = rewritten('item.sex.text', 'kk', 'Жынысыңызды белгілеңіз');
    for (const merged of [mergeChanges(residents, turned, worded), mergeChanges(residents, worded, turned)]) {
      expect(merged && itemsOf(merged)).toEqual(itemsOf(turned));
      expect(merged && textsOf(merged).find(({ key }) => key === 'item.sex.text')?.text.kk).toBe('Жынысыңызды белгілеңіз');
    }
  });

  it('are not put together where one deleted what the other changed', () => {
    const without = withSections((section) => ({ ...section, items: section.items.filter(({ id }) => id !== 'sex') }));
    expect(mergeChanges(residents, without, rewritten('item.sex.text', 'kk', 'Жынысыңызды белгілеңіз'))).toBeNull();
    expect(mergeChanges(residents, without, rewritten('title', 'kk', 'Тақырып'))?.title.kk).toBe('Тақырып');
  });
});
