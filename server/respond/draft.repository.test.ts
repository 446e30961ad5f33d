import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../test/support/testDatabase.js';
import type { StartedDraft } from './draft.js';
import { createDraftRepository, type DraftRepository } from './draft.repository.js';
import { draftIdOf, newToken } from './submissionToken.js';

const NOW = new Date('2026-06-15T07:00:00Z');
const EXPIRES = new Date('2026-07-16T00:00:00Z');

let database: TestDatabase;
let drafts: DraftRepository;

beforeAll(async () => {
  database = await openTestDatabase();
  drafts = createDraftRepository(database.connection);
});
afterAll(() => database.dispose());

async function started(): Promise<StartedDraft> {
  const draft: StartedDraft = {
    _id: draftIdOf('wave', newToken()),
    status: 'started',
    wave: 'wave',
    townId: 'zhezkazgan',
    definitionId: 'residents',
    definitionVersion: 1,
    language: 'kk',
    answers: { consent: 1, hh_child_1_6: 1, d8_attends: 0 },
    facetOrder: [['d7_water', 'd7_air', 'd7_cleanliness'], []],
    submissionToken: newToken(),
    activeMs: 0,
    lastActive: NOW,
    expires: EXPIRES,
  };
  await drafts.insert(draft);
  return draft;
}

const saving = { set: {}, erase: [], language: 'ru', activeMs: 1000, now: NOW } as const;

describe('a draft', () => {
  it('comes back as it went in until its last day is over', async () => {
    const draft = await started();
    expect(await drafts.find(draft._id, NOW)).toEqual(draft);
    expect(await drafts.find(draft._id, EXPIRES)).toBeNull();
    expect(await drafts.find(draftIdOf('wave', newToken()), NOW)).toBeNull();
  });

  it('takes new answers, loses erased ones and adds up its time', async () => {
    const draft = await started();
    const page = { ...saving, set: { hh_child_1_6: 0, used: [1, 2], wish: '.$' }, erase: ['d8_attends'] };
    expect(await drafts.save(draft, page)).toBe(true);
    expect(await drafts.save(draft, saving)).toBe(true);
    expect(await drafts.find(draft._id, NOW)).toMatchObject({
      answers: { consent: 1, hh_child_1_6: 0, used: [1, 2], wish: '.$' },
      language: 'ru',
      activeMs: 2000,
    });
    expect(await drafts.find(draft._id, NOW)).not.toHaveProperty('answers.d8_attends');
  });

  it('keeps the answers of two tabs that save different pages at once', async () => {
    const draft = await started();
    await Promise.all([
      drafts.save(draft, { ...saving, set: { sex: 1 } }),
      drafts.save(draft, { ...saving, set: { education: 4 } }),
    ]);
    expect(await drafts.find(draft._id, NOW)).toMatchObject({ answers: { sex: 1, education: 4 } });
  });

  it('keeps nothing but a mark once it is submitted, and is written to no more', async () => {
    const draft = await started();
    await drafts.eraseSubmitted(draft, EXPIRES);
    expect(await drafts.find(draft._id, NOW)).toEqual({ _id: draft._id, status: 'submitted', expires: EXPIRES });
    const raw = await database.connection.collection('drafts').findOne({ _id: draft._id as never });
    expect(Object.keys(raw ?? {}).toSorted()).toEqual(['_id', 'expires', 'status']);
    expect(await drafts.save(draft, saving)).toBe(false);
    expect(await drafts.remove(draft)).toBe(false);
    await drafts.forgetSubmitted(draft._id);
    expect(await drafts.find(draft._id, NOW)).toBeNull();
  });

  it('is removed once', async () => {
    const draft = await started();
    expect(await drafts.remove(draft)).toBe(true);
    expect(await drafts.remove(draft)).toBe(false);
  });

  it('is not removed while it is being sent, unless another page is saved first', async () => {
    const draft = await started();
    expect(await drafts.beginSending(draft)).toBe(true);
    expect(await drafts.remove(draft)).toBe(false);
    await drafts.endSending(draft);
    expect(await drafts.find(draft._id, NOW)).toEqual(draft);
    await drafts.beginSending(draft);
    await drafts.save(draft, saving);
    expect(await drafts.remove(draft)).toBe(true);
    expect(await drafts.beginSending(draft)).toBe(false);
  });

  it('rests and is resumed', async () => {
    const draft = await started();
    await drafts.rest(draft);
    expect(await drafts.find(draft._id, NOW)).not.toHaveProperty('lastActive');
    await drafts.resume(draft, NOW);
    expect(await drafts.find(draft._id, NOW)).toMatchObject({ lastActive: NOW });
  });
});
