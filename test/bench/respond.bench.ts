import { formsOf, Visitor, answerQuestionnaire } from '../support/visitor.js';
import type { BenchRow } from './benchRow.js';
import { startServer } from './startServer.js';

const VISITORS = 16;
const SUBMISSIONS = 160;
const PAGE_RENDERS = 2_000;

/** Complete submissions and page renders of the real application beside a bare Express that does the same amount of work. */
export async function benchRespond(): Promise<BenchRow[]> {
  const ours = await startServer('aleuetServer.ts');
  const bare = await startServer('bareServer.ts');
  try {
    const rows: BenchRow[] = [];
    for (const [name, wave, questionsPerPage] of [
      ['residents’ questionnaire', 'bench-residents', 4],
      ['one page of 20 questions', 'bench-one-page', 20],
    ] as const) {
      const shape = await shapeOf(ours.url, `/s/${wave}`);
      await submissionsPerSecond(ours.url, (visitor) => answerOnce(visitor, `/s/${wave}`), VISITORS);
      const value = await submissionsPerSecond(ours.url, (visitor) => answerOnce(visitor, `/s/${wave}`), SUBMISSIONS);
      const yardstick = await submissionsPerSecond(
        bare.url,
        (visitor) => sameWorkBare(visitor, shape, questionsPerPage),
        SUBMISSIONS,
      );
      rows.push({
        name: `complete submissions, ${name} (${shape.pages} pages, ${shape.posts} posts each)`,
        value,
        unit: 'submissions/s',
        yardstick: { name: 'bare Express: as many EJS renders, form posts and durable inserts', value: yardstick },
      });
    }
    rows.push({
      name: 'opening page of the residents’ questionnaire',
      value: await rendersPerSecond(`${ours.url}/s/bench-residents`),
      unit: 'pages/s',
      yardstick: { name: 'bare Express: an EJS page of 4 questions', value: await rendersPerSecond(`${bare.url}/page/4`) },
    });
    return rows;
  } finally {
    ours.stop();
    bare.stop();
  }
}

interface Shape {
  pages: number;
  posts: number;
}

/** How many pages one respondent reads and how many forms are posted. */
async function shapeOf(url: string, path: string): Promise<Shape> {
  const visitor = new Visitor(url);
  await answerOnce(visitor, path);
  const posts = Math.floor(visitor.requests / 2);
  return { pages: visitor.requests - posts, posts };
}

async function answerOnce(visitor: Visitor, path: string): Promise<void> {
  const last = await answerQuestionnaire(visitor, path, chooseLiving);
  if (last.status !== 200 || formsOf(last.html).some((form) => form.choices.size > 0))
    throw new Error(`a respondent was stopped at ${last.url}`);
}

/** Consents, is of age and lives in the town; elsewhere the middle answer. */
function chooseLiving(name: string, values: string[]): string {
  if (name === 'consent' || name === 's_resident') return '1';
  if (name === 'age_group') return '3';
  return values[Math.floor(values.length / 2)] ?? '';
}

async function sameWorkBare(visitor: Visitor, { pages, posts }: Shape, questionsPerPage: number): Promise<void> {
  const fields = Array.from({ length: questionsPerPage }, (_, at): [string, string] => [`question_${at}`, '3']);
  for (let page = posts; page < pages; page += 1) await visitor.get(`/page/${questionsPerPage}`);
  for (let post = 0; post < posts; post += 1) await visitor.post('/save', fields);
}

async function submissionsPerSecond(url: string, answer: (visitor: Visitor) => Promise<void>, total: number): Promise<number> {
  let left = total;
  const start = performance.now();
  await Promise.all(
    Array.from({ length: VISITORS }, async () => {
      while (left > 0) {
        left -= 1;
        await answer(new Visitor(url));
      }
    }),
  );
  return total / ((performance.now() - start) / 1000);
}

async function rendersPerSecond(url: string): Promise<number> {
  let left = PAGE_RENDERS;
  const start = performance.now();
  await Promise.all(
    Array.from({ length: VISITORS }, async () => {
      while (left > 0) {
        left -= 1;
        await (await fetch(url)).text();
      }
    }),
  );
  return PAGE_RENDERS / ((performance.now() - start) / 1000);
}
