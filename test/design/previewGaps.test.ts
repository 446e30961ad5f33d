import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDraftRepository } from '../../server/design/questionnaires/drafts.repository.js';
import type { DraftRevision } from '../../server/design/questionnaires/draft.js';
import { itemsInOrder, LANGUAGES, mapTexts, type Definition } from '../../survey-definitions/contract/index.js';
import { residents } from '../definitions/builtIn.js';
import { signIn, type StaffVisitor } from '../support/staffVisitor.js';
import { startTestApp, type TestApp } from '../support/testApp.js';

const DRAFT = '/design/gaps/draft/preview';
const TITLES = { 'title.kk': 'Жоба', 'title.ru': 'Черновик', 'title.en': 'Draft' };

let app: TestApp;
let designer: StaffVisitor;
let newest: DraftRevision;
beforeAll(async () => {
  app = await startTestApp();
  designer = await signIn(app, { roles: ['designer'] });
  await designer.post('/design', { from: 'residents/1', id: 'gaps', population: 'residents', ...TITLES }, '/design/new');
  const draft = await app.dependencies.design.findDraft('gaps');
  if (!draft) throw new Error('the draft was not begun');
  newest = draft;
});
afterAll(() => app.close());

async function save(definition: Definition): Promise<void> {
  newest = { ...newest, definition: { ...definition, id: 'gaps' }, revision: newest.revision + 1 };
  await createDraftRepository(app.dependencies.database.connection).insert(newest);
}

type Removal = (definition: Definition) => Definition;

/** One of the things that are not there yet, or not any more. */
const removal: fc.Arbitrary<Removal> = fc.oneof(
  fc.tuple(fc.constantFrom(...LANGUAGES), fc.integer({ min: 2, max: 5 })).map(([language, nth]): Removal => (definition) => {
    let at = 0;
    return mapTexts(definition, ({ text }) => ((at += 1) % nth === 0 ? { ...text, [language]: '' } : text));
  }),
  fc.constantFrom('lists', 'scales').chain((sets) =>
    fc.nat(20).map((place): Removal => (definition) => ({
      ...definition,
      [sets]: definition[sets].map((set, at) => (at === place % definition[sets].length ? { ...set, options: [] } : set)),
    })),
  ),
  fc
    .constantFrom('lists', 'scales', 'specialCodes', 'consent', 'indicators', 'endings', 'analysisPopulations', 'sections')
    .map((field): Removal => (definition) => ({ ...definition, [field]: definition[field].slice(0, -3) })),
  fc.nat(60).map((place): Removal => (definition) => {
    const gone = itemsInOrder(definition)[place];
    const sections = definition.sections.map((section) => ({
      ...section,
      items: section.items.filter((item) => item !== gone),
    }));
    return { ...definition, sections };
  }),
  fc.nat(12).map((place): Removal => (definition) => ({
    ...definition,
    sections: definition.sections.map((section, at) => (at === place ? { ...section, items: [] } : section)),
  })),
);

describe('the preview of an unfinished draft', () => {
  it('shows every page of it, whatever is missing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(removal, { minLength: 1, maxLength: 8 }), async (removals) => {
        await save(removals.reduce((definition, remove) => remove(definition), residents));
        const item = itemsInOrder(newest.definition)[0]?.id;
        const outer = await designer.get(DRAFT);
        const starts = [...outer.html.matchAll(/href="(\/design\/gaps\/draft\/preview\/phone\/[^"]+)" target/g)].map(
          ([, href]) => href,
        );
        expect(starts.length).toBeGreaterThan(5);
        const addresses = [
          ...starts.map((href) => href ?? ''),
          ...LANGUAGES.map((language) => `${DRAFT}/phone/${language}/-`),
          `${DRAFT}/path`,
          `${DRAFT}/path?_rest=sample`,
          ...(item === undefined ? [] : [`${DRAFT}/item/${item}/en`]),
        ];
        expect(outer.status).toBe(200);
        for (const address of addresses) expect([200, 303], address).toContain((await designer.get(address)).status);
      }),
      { numRuns: 5 },
    );
  });

  it('marks a gap in the language that lacks it, and is never an error', async () => {
    await save({ ...residents, introduction: { kk: '', ru: 'Здравствуйте!', en: '' } });
    expect((await designer.get(`${DRAFT}/phone/kk/-`)).html).toContain('‹қазақшасы әлі жоқ: Здравствуйте!›');
    expect((await designer.get(`${DRAFT}/phone/ru/-`)).html).toContain('<p>Здравствуйте!</p>');
  });

  it('says that there are no questions where there are none', async () => {
    await save({ ...residents, sections: [] });
    expect((await designer.get(`${DRAFT}/phone/en/-`)).html).toContain('The questionnaire has no questions yet.');
    expect((await designer.get(`${DRAFT}/path`)).status).toBe(200);
  });
});
