import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  crossReferenceFaults,
  itemsInOrder,
  itemsOf,
  parseDraft,
  type Definition,
} from '../../../survey-definitions/contract/index.js';
import { residents, researchers } from '../../../test/definitions/builtIn.js';
import { emptyDefinitionFrom } from '../questionnaires/emptyDefinition.js';
import { findItem } from '../structure/edits/items.js';
import { findEntries } from './search.js';
import { takeItems } from './takeItems.js';

const words = { kk: 'x', ru: 'x', en: 'x' };
const empty: Definition = emptyDefinitionFrom({
  id: 'youth',
  population: 'residents',
  title: words,
  model: residents,
  firstSectionTitle: words,
  everyone: words,
});
const take = (items: string[], options: { source?: Definition; indicators?: boolean; draft?: Definition } = {}) =>
  takeItems(options.draft ?? empty, {
    source: options.source ?? residents,
    items,
    section: 'first',
    indicators: options.indicators ?? true,
  });

describe('taking items from the catalogue', () => {
  it('brings their scales and lists, each once, and makes no fault whichever items are chosen', () => {
    const ids = itemsInOrder(researchers)
      .map(({ id }) => id)
      .filter((id) => id !== 'consent');
    fc.assert(
      fc.property(fc.subarray(ids), fc.boolean(), (items, indicators) => {
        const { definition, unconditioned } = take(items, { source: researchers, indicators });
        expect(() => parseDraft(definition)).not.toThrow();
        expect(crossReferenceFaults(definition)).toEqual([]);
        expect(itemsInOrder(definition)).toHaveLength(1 + items.length);
        expect(new Set(definition.scales.map(({ id }) => id)).size).toBe(definition.scales.length);
        for (const id of unconditioned) expect(findItem(definition, id)?.item.when).toBeUndefined();
      }),
      { numRuns: 30 },
    );
  });

  it('keeps a condition where the items that it looks at come along or are there, and names the others', () => {
    const looked = itemsOf(findItem(residents, 'd8_attends')?.item.when ?? { all: [] });
    const together = take([...looked, 'd8_attends']);
    expect(findItem(together.definition, 'd8_attends')?.item.when).toBeDefined();
    expect(take(['d8_attends'], { draft: take(looked).definition }).unconditioned).toEqual([]);
    expect(take(['d8_attends']).unconditioned).toEqual(['d8_attends']);
  });

  it('gives an item whose id is taken a free one, under which conditions and indicators know it', () => {
    const twice = take(['hh_college', 'd10_college'], { draft: take(['hh_college', 'd10_college']).definition });
    expect([...twice.names.values()]).toEqual(['hh_college_2', 'd10_college_2']);
    expect(itemsOf(findItem(twice.definition, 'd10_college_2')?.item.when ?? { all: [] })).toContain('hh_college_2');
    expect(twice.definition.indicators.find(({ code }) => code === 'D10')?.items.map(({ item }) => item)).toEqual([
      'd10_college',
      'd10_college_2',
    ]);
  });

  it('takes an indicator along with those of its items that the draft has', () => {
    const { definition } = take(['d7_air', 'd7_water']);
    expect(definition.indicators).toMatchObject([{ code: 'D7', items: [{ item: 'd7_air' }, { item: 'd7_water' }] }]);
    expect(definition.indicators[0]?.minValid).toBeLessThanOrEqual(2);
    expect(take(['d7_air'], { indicators: false }).definition.indicators).toEqual([]);
  });

  it('shares a list that is the same under any name, and gives another one of the same name a free name', () => {
    const first = take(['sex']).definition;
    expect(take(['s_resident', 's_research_work'], { draft: first }).definition.lists.map(({ id }) => id)).toEqual([
      'consent',
      'sex',
      'yesno',
    ]);
    const changed = {
      ...first,
      lists: first.lists.map((list) => (list.id === 'sex' ? { ...list, options: list.options.toReversed() } : list)),
    };
    const again = take(['sex'], { draft: changed });
    expect(findItem(again.definition, 'sex_2')?.item).toMatchObject({ list: 'sex_2' });
  });

  it('allows the Latin words that the texts need', () => {
    const withPhd = take(
      itemsInOrder(researchers)
        .map(({ id }) => id)
        .filter((id) => id !== 'consent'),
      { source: researchers },
    );
    expect(withPhd.definition.latinWords).toEqual(['PhD']);
    expect(take(['d7_air'], { source: researchers }).definition.latinWords).toEqual([]);
  });
});

describe('looking for items', () => {
  const ids = (search: Partial<Parameters<typeof findEntries>[1]>) =>
    findEntries([residents, researchers], { words: '', from: 'residents/1', section: '', ...search }).map(({ item }) => item.id);

  it('finds words of any language, sources and indicators; never the consent question', () => {
    expect(ids({})).not.toContain('consent');
    expect(ids({ words: 'air quality' })).toContain('d7_air');
    expect(ids({ words: 'воздуха качеством' })).toEqual(['d7_air']);
    expect(ids({ words: 'D7' })).toEqual(expect.arrayContaining(['d7_air', 'd7_water', 'd7_cleanliness']));
    expect(ids({ words: 'no such words' })).toEqual([]);
  });

  it('stays in one questionnaire and one section', () => {
    expect(ids({ section: 'sec_environment' })).toEqual(['d6_climate', 'd7_air', 'd7_water', 'd7_cleanliness']);
    expect(ids({ from: '', section: 'sec_environment' })).toHaveLength(8);
  });
});
