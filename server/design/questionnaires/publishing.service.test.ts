import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileURLToPath } from 'node:url';
import { everyItemType } from '../../../test/support/everyItemType.js';
import { openTestDatabase, type TestDatabase } from '../../../test/support/testDatabase.js';
import { loadDefinitions } from '../../definitions/index.js';
import type { Definition } from '../../../survey-definitions/contract/index.js';
import { createDraftRepository } from './drafts.repository.js';
import { createDraftsService } from './drafts.service.js';
import { createPublishedRepository } from './published.repository.js';
import { createPublishingService } from './publishing.service.js';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const clock = () => new Date('2026-06-15T07:00:00Z');
const deed = { key: 'design.deed_started' };

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.dispose());

/** One process of the platform over the common store. */
function process() {
  const definitions = loadDefinitions(ROOT);
  const repository = createDraftRepository(database.connection);
  const drafts = createDraftsService({ drafts: repository, clock });
  const published = createPublishedRepository(database.connection);
  return { definitions, drafts, publishing: createPublishingService({ definitions, published, drafts: repository, clock }) };
}

async function startedIn({ drafts, definitions }: ReturnType<typeof process>, id: string) {
  const definition: Definition = { ...definitions.definition('residents', 1), id };
  return drafts.start({ definition, basedOn: null, deed, by: 'designer' });
}

describe('publishing', () => {
  it('makes a version that stays, learned by other processes, and clears the draft away', async () => {
    const [here, there] = [process(), process()];
    const draft = await startedIn(here, 'streets');
    await here.publishing.publish(draft, 'designer');
    expect(await here.drafts.find('streets')).toBeNull();
    expect(there.definitions.findDefinition('streets', 1)).toBeNull();
    await there.publishing.refresh();
    expect(there.definitions.definition('streets', 1)).toEqual(here.definitions.definition('streets', 1));
  });

  it('lets no file with the number of a published version take its place: the start stops with its name', async () => {
    const here = process();
    await here.publishing.publish(await startedIn(here, 'lanes'), 'designer');
    const later = process();
    later.definitions.add({ ...here.definitions.definition('lanes', 1), minutes: 99 });
    await expect(later.publishing.refresh()).rejects.toThrow('survey-definitions/lanes/v1.json');
  });

  it('takes the next number and never writes over a version', async () => {
    const here = process();
    await here.publishing.publish(await startedIn(here, 'parks'), 'designer');
    const second = await startedIn(here, 'parks');
    expect((await here.publishing.publish(second, 'designer')).version).toBe(2);
    const late = process();
    await expect(late.publishing.publish(await startedIn(late, 'parks'), 'designer')).rejects.toThrow('published');
    expect(here.definitions.findDefinition('parks', 3)).toBeNull();
  });

  it('leaves a step that somebody else made in the same moment as a draft', async () => {
    const here = process();
    const draft = await startedIn(here, 'yards');
    const minutes = draft.definition.minutes + 1;
    await here.drafts.save(draft, { definition: { ...draft.definition, minutes }, deed, by: 'colleague' });
    await here.publishing.publish(draft, 'designer');
    expect(await here.drafts.get('yards')).toMatchObject({ definition: { minutes }, undoTo: null });
    expect(here.definitions.definition('yards', 1).minutes).toBe(minutes - 1);
  });

  it('is refused while a text is missing, and nothing is published', async () => {
    const here = process();
    const draft = await startedIn(here, 'shops');
    const title = { ...draft.definition.title, kk: '' };
    await expect(here.publishing.publish({ ...draft, definition: { ...draft.definition, title } }, 'designer')).rejects.toThrow(
      'not complete',
    );
    expect(here.definitions.findDefinition('shops', 1)).toBeNull();
    expect(await here.drafts.find('shops')).not.toBeNull();
  });

  it('is refused while a word mixes letters or is Latin without being listed, and is not once it is listed', async () => {
    const here = process();
    const draft = await startedIn(here, 'letters');
    const titled = (ru: string, latinWords = draft.definition.latinWords) => ({
      ...draft,
      definition: { ...draft.definition, latinWords, title: { ...draft.definition.title, ru } },
    });
    for (const ru of ['Жизнь в н\u0061шем городе', 'Опрос Monotown'])
      await expect(here.publishing.publish(titled(ru), 'designer')).rejects.toThrow('not complete');
    expect(here.definitions.findDefinition('letters', 1)).toBeNull();
    const listed = titled('Опрос Monotown', [...draft.definition.latinWords, 'Monotown']);
    expect((await here.publishing.publish(listed, 'designer')).title.ru).toBe('Опрос Monotown');
  });

  it('retires a version for all processes and brings it back', async () => {
    const [here, there] = [process(), process()];
    await here.publishing.publish(await startedIn(here, 'squares'), 'designer');
    await here.publishing.retire('squares', 1);
    await there.publishing.refresh();
    expect(there.definitions.isRetired('squares', 1)).toBe(true);
    await there.publishing.bringBack('squares', 1);
    await here.publishing.refresh();
    expect(here.definitions.isRetired('squares', 1)).toBe(false);
  });
});

describe('undoing', () => {
  it('goes back step by step and forward again, each as a revision of its own', async () => {
    const { drafts, ...others } = process();
    let draft = await startedIn({ drafts, ...others }, 'undone');
    const minutesNow = async () => (await drafts.get('undone')).definition.minutes;
    for (const minutes of [20, 30]) {
      const saved = await drafts.save(draft, { definition: { ...draft.definition, minutes }, deed, by: 'designer' });
      if (saved) draft = saved;
    }
    const walked: number[] = [];
    for (const step of ['undo', 'undo', 'redo', 'redo'] as const) {
      await drafts[step](await drafts.get('undone'), 'designer');
      walked.push(await minutesNow());
    }
    expect(walked).toEqual([20, 12, 20, 30]);
    expect((await drafts.get('undone')).revision).toBe(7);
  });

  it('knows the newest sixty steps, and offers none that is gone', async () => {
    const { drafts } = process();
    let draft = await drafts.start({ definition: { ...everyItemType(), id: 'long' }, basedOn: null, deed, by: 'designer' });
    for (let minutes = 1; minutes < 125; minutes += 1)
      draft = (await drafts.save(draft, { definition: { ...draft.definition, minutes }, deed, by: 'designer' })) ?? draft;
    expect(draft.revision).toBe(125);
    expect((await drafts.listSteps('long')).at(-1)?.revision).toBe(66);
    expect(await drafts.findRevision('long', 60)).not.toBeNull();
    expect(await drafts.findRevision('long', 59)).toBeNull();

    let undone = 0;
    for (draft = await drafts.get('long'); draft.undoTo !== null; draft = await drafts.get('long')) {
      await drafts.undo(draft, 'designer');
      undone += 1;
    }
    expect(undone).toBeGreaterThan(50);
    expect(draft.definition.minutes).toBe(124 - undone);
    await expect(drafts.undo(draft, 'designer')).rejects.toThrow('nothing to undo');
  });

  it('ends with the draft: a new one of the next version knows nothing of pages that are still open', async () => {
    const here = process();
    const draft = await startedIn(here, 'squares_again');
    const { version } = await here.publishing.publish(draft, 'designer');
    const definition = { ...draft.definition, version: version + 1 };
    const next = await here.drafts.start({ definition, basedOn: version, deed, by: 'designer' });
    expect(next).toMatchObject({ revision: 1_000_001, undoTo: null, redoTo: null });
    expect(await here.drafts.get('squares_again')).toEqual(next);
  });

  it('of a long draft stays its own: no second draft begins beside it', async () => {
    const here = process();
    const draft = await startedIn(here, 'begun_twice');
    const again = () => startedIn(here, 'begun_twice');
    await expect(again()).rejects.toThrow('has a draft');
    await here.drafts.save(draft, { definition: { ...draft.definition, minutes: 40 }, deed, by: 'designer' });
    await createDraftRepository(database.connection).removeBefore('begun_twice', 2);
    await expect(again()).rejects.toThrow('has a draft');
    expect((await here.drafts.get('begun_twice')).definition.minutes).toBe(40);
  });

  it('lets only the first of two steps on the same revision through', async () => {
    const here = process();
    const draft = await startedIn(here, 'twice');
    const change = (minutes: number) => ({ definition: { ...draft.definition, minutes }, deed, by: 'designer' });
    const saved = await Promise.all([here.drafts.save(draft, change(20)), here.drafts.save(draft, change(30))]);
    expect(saved.filter((revision) => revision === null)).toHaveLength(1);
  });
});
