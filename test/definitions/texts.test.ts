import { describe, expect, it } from 'vitest';
import { mapTexts, parseDraft, textsOf, type Definition } from '../../survey-definitions/contract/index.js';
import { localizedTextsIn } from '../../survey-definitions/contract/faults/textFaults.js';
import { everyItemType } from '../support/everyItemType.js';
import { residents, researchers } from './builtIn.js';

const QUESTIONNAIRES: [string, Definition][] = [
  ['residents', residents],
  ['researchers', researchers],
  ['a questionnaire with every item type', everyItemType()],
];

describe.each(QUESTIONNAIRES)('the texts of %s', (_name, definition) => {
  it('are all there, each under a key of its own', () => {
    const keyed = textsOf(definition);
    expect(new Set(keyed.map(({ key }) => key)).size).toBe(keyed.length);
    expect(keyed).toHaveLength(localizedTextsIn(definition).length);
  });

  it('come back in their places', () => {
    expect(mapTexts(definition, ({ text }) => text)).toEqual(definition);
    const marked = mapTexts(definition, ({ key, text }) => ({ ...text, en: key }));
    expect(textsOf(marked).every(({ key, text }) => text.en === key)).toBe(true);
  });
});

describe('a draft', () => {
  it('may lack texts, answers and questions', () => {
    const empty = mapTexts(residents, () => ({ kk: '', ru: '', en: '' }));
    const bare = { ...empty, lists: empty.lists.map((list) => ({ ...list, options: [] })), indicators: [], endings: [] };
    expect(parseDraft(bare)).toEqual(bare);
  });

  it('is a complete definition unchanged', () => {
    for (const [, definition] of QUESTIONNAIRES) expect(parseDraft(definition)).toEqual(definition);
  });

  it('has the shape of a definition: what has another is named by its place', () => {
    expect(() => parseDraft({ ...residents, minutes: 'twelve' })).toThrow(/^minutes: /);
    expect(() => parseDraft({ ...residents, minutes: 0 })).toThrow(/^minutes: /);
    expect(() => parseDraft({ ...residents, sections: [{ id: 'one', items: [{ type: 'riddle' }], randomised: [] }] })).toThrow(
      /sections\.0\.items\.0/,
    );
    expect(() => parseDraft(null)).toThrow();
  });
});
