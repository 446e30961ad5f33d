import { describe, expect, it } from 'vitest';
import type { Definition } from '../../../../survey-definitions/contract/index.js';
import { everyItemType } from '../../../../test/support/everyItemType.js';
import { findingsOf } from '../findingsOf.js';

const published = everyItemType();

function kindsAfter(change: (draft: Definition) => void): string[] {
  const draft = everyItemType();
  change(draft);
  const before = findingsOf(draft).map(({ kind }) => kind);
  return findingsOf(draft, { published })
    .map(({ kind }) => kind)
    .filter((kind) => !before.includes(kind));
}

function optionsOfWays({ lists }: Definition) {
  return lists.find(({ id }) => id === 'ways')?.options ?? [];
}

describe('codes against the published version', () => {
  it('are not spoken of while they mean the same', () => {
    expect(kindsAfter(() => undefined)).toEqual([]);
    expect(
      kindsAfter((draft) => optionsOfWays(draft).push({ code: 3, label: { kk: 'Атпен', ru: 'Верхом', en: 'Riding' } })),
    ).toEqual([]);
  });

  it('are a warning where a label took another code', () => {
    expect(
      kindsAfter((draft) => {
        for (const option of optionsOfWays(draft)) if (option.code === 1) option.code = 4;
      }),
    ).toEqual(['code_moved']);
  });

  it('are a warning where a code is gone or says something else in every language', () => {
    expect(kindsAfter((draft) => optionsOfWays(draft).pop())).toEqual(['code_removed']);
    const reworded = (languages: ('kk' | 'ru' | 'en')[]) =>
      kindsAfter((draft) => {
        for (const option of optionsOfWays(draft).slice(0, 1)) for (const language of languages) option.label[language] = 'Other';
      });
    expect(reworded(['kk', 'ru', 'en'])).toEqual(['code_reused']);
    expect(reworded(['ru'])).toEqual([]);
  });

  it('are a warning where an item, renamed or not, has another type or other answers', () => {
    const item = (draft: Definition) => draft.sections[0]?.items[0];
    expect(kindsAfter((draft) => Object.assign(item(draft) ?? {}, { id: 'way2', formerIds: ['way'], list: 'goals' }))).toContain(
      'answers_exchanged',
    );
    expect(kindsAfter((draft) => Object.assign(item(draft) ?? {}, { type: 'multiple' }))).toContain('type_changed');
  });
});
