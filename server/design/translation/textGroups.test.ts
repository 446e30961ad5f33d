import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textsOf, type Definition } from '../../../survey-definitions/contract/index.js';
import { everyItemType } from '../../../test/support/everyItemType.js';
import { loadDefinitions } from '../../definitions/index.js';
import { completenessOf } from './completeness.js';
import { textGroupsOf, type TextGroup } from './textGroups.js';
import { chosenGroups, pagesOf } from './textSelection.js';
import { statesIn } from './textStates.js';

const definitions: readonly Definition[] = [everyItemType(), ...loadDefinitions(process.cwd()).definitions];
const keysIn = (groups: readonly TextGroup[]): string[] => groups.flatMap(({ texts }) => texts.map(({ key }) => key));

describe('the texts of a questionnaire', () => {
  it.each(definitions.map((definition) => [definition.id, definition] as const))(
    'of %s stand in groups, each exactly once',
    (_, definition) => {
      const keys = keysIn(textGroupsOf(definition));
      expect(keys.toSorted()).toEqual(
        textsOf(definition)
          .map(({ key }) => key)
          .toSorted(),
      );
    },
  );

  it('have the answers of a list behind the first question that uses it, and unused ones at the end', () => {
    const model = everyItemType();
    const label = { kk: 'Ж', ru: 'Ж', en: 'Unused' };
    const groups = textGroupsOf({ ...model, lists: [...model.lists, { id: 'spare', options: [{ code: 1, label }] }] });
    const section = groups.find(({ id }) => id === 'section.all');
    expect(keysIn(section ? [section] : []).slice(0, 5)).toEqual([
      'section.all.title',
      'item.way.text',
      'list.ways.1',
      'list.ways.2',
      'list.ways.9',
    ]);
    expect(groups.map(({ id }) => id)).toEqual(['general', 'section.all', 'answers', 'special', 'indicators', 'populations']);
    expect(groups[2]?.texts.map(({ key }) => key)).toEqual(['list.spare.1']);
  });

  it('fall into pages whose forms fit, however long the texts are, in the same order', () => {
    const length = fc.oneof(fc.nat(60), fc.nat(4_000));
    fc.assert(
      fc.property(fc.array(length, { minLength: 1, maxLength: 200 }), (lengths) => {
        const texts = lengths.map((letters, at) => {
          const words = 'ә'.repeat(letters);
          return { key: `text.${at}`, text: { kk: words, ru: '', en: '' } };
        });
        const groups = [
          { id: 'a', texts: texts.slice(0, 70) },
          { id: 'b', texts: texts.slice(70) },
        ].filter((group) => group.texts.length > 0);
        const pages = pagesOf(groups, 200_000);
        expect(pages.flatMap(keysIn)).toEqual(keysIn(groups));
        for (const page of pages) {
          const letters = page.flatMap((group) => group.texts.map(({ text }) => text.kk));
          expect(letters.length).toBeLessThanOrEqual(50);
          if (letters.length > 1) expect(6 * 3 * letters.join('').length).toBeLessThanOrEqual(100_000);
        }
      }),
    );
  });
});

describe('the choice of texts', () => {
  const groups = [
    {
      id: 'general',
      texts: [
        { key: 'title', text: { kk: 'Бар', ru: 'Есть', en: '' } },
        { key: 'thanks', text: { kk: 'Бар', ru: 'Есть', en: 'There' } },
      ],
    },
    { id: 'special', texts: [{ key: 'special.-1', text: { kk: ' ', ru: 'Есть', en: 'There' } }] },
  ];
  const stateOf = statesIn([
    { key: 'thanks', language: 'kk', status: 'reviewed' },
    { key: 'thanks', language: 'ru', status: 'backTranslated' },
    { key: 'thanks', language: 'en', status: 'reviewed' },
  ]);
  const chosen = (choice: Partial<Parameters<typeof chosenGroups>[1]>) =>
    keysIn(chosenGroups(groups, { part: '', show: 'all', language: 'all', ...choice }, stateOf));

  it('is by what is missing, by what nobody reviewed, by language and by part', () => {
    expect(chosen({ show: 'missing' })).toEqual(['title', 'special.-1']);
    expect(chosen({ show: 'missing', language: 'en' })).toEqual(['title']);
    expect(chosen({ show: 'unreviewed' })).toEqual(['title', 'special.-1']);
    expect(chosen({ show: 'unreviewed', language: 'kk' })).toEqual(['title']);
    expect(chosen({ part: 'special' })).toEqual(['special.-1']);
    expect(chosen({ part: 'nowhere' })).toHaveLength(3);
  });

  it('stands below what is complete in every language, which is never rounded up', () => {
    const texts = groups.flatMap((group) => group.texts);
    expect(completenessOf(texts, stateOf)).toEqual([
      { language: 'kk', total: 3, written: 2, reviewed: 1, backTranslated: 0, writtenPercent: 66 },
      { language: 'ru', total: 3, written: 3, reviewed: 1, backTranslated: 1, writtenPercent: 100 },
      { language: 'en', total: 3, written: 2, reviewed: 1, backTranslated: 0, writtenPercent: 66 },
    ]);
  });
});
