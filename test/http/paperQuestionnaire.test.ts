import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { optionsOf, questionsInOrder } from '../../survey-definitions/contract/index.js';
import { everyItemType } from '../support/everyItemType.js';
import { signIn, type StaffVisitor } from '../support/staffVisitor.js';
import { startTestApp, type TestApp } from '../support/testApp.js';

let app: TestApp;
let designer: StaffVisitor;
beforeAll(async () => {
  app = await startTestApp();
  app.dependencies.definitions.add(everyItemType());
  designer = await signIn(app, { roles: ['designer'] });
});
afterAll(() => app.close());

const formIn = async (path: string): Promise<string> => (await designer.get(path)).html.replace(/^.*?<article/s, '<article');
const countOf = (html: string, part: RegExp): number => [...html.matchAll(part)].length;

describe('a questionnaire on paper', () => {
  it.each(['kk', 'ru', 'en'] as const)(
    'holds every question with its number, every answer with its code, in %s',
    async (language) => {
      const definition = app.dependencies.definitions.definition('residents', 1);
      const html = await formIn(`/design/residents/versions/1/paper?lang=${language}`);
      expect(html).toMatch(new RegExp(`^<article class="sheet form" lang="${language}"`));
      expect(html).not.toMatch(/\{\w+\}/);
      const numbers = [...html.matchAll(/class="number">(\d+)\./g)].map(([, number]) => Number(number));
      expect(numbers).toEqual(questionsInOrder(definition).map((_, at) => at + 1));
      const boxes = questionsInOrder(definition).flatMap((item) => [...optionsOf(definition, item), ...item.special]);
      expect(countOf(html, /class="box"/g)).toBe(boxes.length);
      expect(html.indexOf('class="form-consent"')).toBeLessThan(html.indexOf('next-page'));
    },
  );

  it('has a shape for every type of answer', async () => {
    const html = await formIn('/design/every_type/versions/1/paper?lang=en');
    const question = (id: string): string => html.split('<div class="asked">').find((part) => part.includes(id)) ?? '';
    expect(countOf(question('How many rooms?'), /class="figure"/g)).toBe(2);
    expect(countOf(question('What area?'), /class="figure"/g)).toBe(4);
    expect(question('What area?')).toContain('<span class="mark">.</span>');
    expect(countOf(question('When did you move?'), /class="figure"/g)).toBe(8);
    expect(countOf(question('What do you wish?'), /class="write"/g)).toBeGreaterThan(1);
    expect(question('In which order?')).toMatch(/Write its place.*class="ranking"/s);
    expect(question('Which ways do you use?')).toMatch(
      /Largest number of answers you may mark: 2\..*Other <span class="blank">/s,
    );
    expect(question('Which rung?')).toMatch(/Step 10.*Step 1</s);
    expect(question('Nearly done.')).toContain('<span class="number"></span>');
  });

  it('says where to go on at the answer, and at the question for whom it is', async () => {
    const html = await formIn('/design/researchers/versions/1/paper?lang=en');
    expect(html).toMatch(/class="words">No<\/span><span class="arrow">→ go to question \d+/);
    expect(html).toMatch(/class="only-if">Answer only if the answer to question \d+ is “Yes”\./);
    expect(html).toContain('→ the questionnaire ends here, thank you');
  });

  it('comes in three languages, one after another', async () => {
    const html = await formIn('/design/residents/versions/1/paper?languages=all');
    expect([...html.matchAll(/<article class="sheet form" lang="(\w+)"/g)].map(([, language]) => language)).toEqual([
      'kk',
      'ru',
      'en',
    ]);
  });

  it('can be printed while it is written', async () => {
    const titles = { 'title.kk': 'Анкета', 'title.ru': 'Анкета', 'title.en': 'Half written' };
    await designer.post('/design', { from: 'nothing', id: 'half_written', population: 'residents', ...titles }, '/design/new');
    expect((await designer.get('/design/half_written/draft/paper')).html).toContain('Half written');
    expect((await (await signIn(app, { roles: ['coordinator'] })).get('/design/half_written/draft/paper')).status).toBe(403);
  });
});
