import { describe, expect, it } from 'vitest';
import { everyItemType } from '../../../test/support/everyItemType.js';
import type { TextStatus } from './draft.js';
import { statusesAfter } from './textStatuses.js';

const before = everyItemType();
const titled = (title: Partial<typeof before.title>) => ({ ...before, title: { ...before.title, ...title } });
const reviewed: TextStatus[] = [
  { key: 'title', language: 'kk', status: 'reviewed' },
  { key: 'title', language: 'ru', status: 'backTranslated' },
  { key: 'thanks', language: 'en', status: 'reviewed' },
];

describe('what was said of a text', () => {
  it('is taken back in every language when the text changes in one, and nowhere else', () => {
    expect(statusesAfter(reviewed, before, titled({ ru: 'Другое' }))).toEqual([reviewed[2]]);
  });

  it('stays when a missing language is written', () => {
    expect(statusesAfter(reviewed, titled({ en: '' }), titled({ en: 'New' }))).toEqual(reviewed);
  });

  it('goes with the text', () => {
    expect(statusesAfter([{ key: 'list.gone.1', language: 'kk', status: 'reviewed' }], before, titled({ ru: 'x' }))).toEqual([]);
  });

  it('stays where it is said again together with the change, and can be taken back', () => {
    const said = [
      { key: 'title', language: 'kk', status: 'reviewed' },
      { key: 'thanks', language: 'en', status: 'draft' },
    ] as const;
    expect(statusesAfter(reviewed, before, titled({ kk: 'Жаңа' }), said)).toEqual([said[0]]);
  });
});
