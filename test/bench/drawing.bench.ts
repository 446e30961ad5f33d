import type { BenchRow } from './benchRow.js';
import { startServer } from './startServer.js';

const REQUESTS = 600;
const WARM_UP = 100;

const COMPUTATIONS = {
  compute: 'the order of 27 towns is analysed, 95th percentile (at most 1.5 × idle)',
  analyse: 'a panel of 20,000 rows is analysed without a pause, 95th percentile',
};

/** Whether people who answer notice what is computed: a questionnaire page while a computing thread is busy. */
export async function benchDrawing(): Promise<BenchRow[]> {
  const server = await startServer('aleuetServer.ts');
  const page = `${server.url}/s/bench-residents`;
  const rows: BenchRow[] = [];
  try {
    await slowestOfTwenty(page, WARM_UP);
    const idle = await slowestOfTwenty(page, REQUESTS);
    for (const [order, what] of Object.entries(COMPUTATIONS)) {
      server.tell(order);
      await slowestOfTwenty(page, WARM_UP);
      rows.push({
        name: `questionnaire page while ${what}`,
        value: await slowestOfTwenty(page, REQUESTS),
        unit: 'ms',
        yardstick: { name: 'the same page while nothing is computed, 95th percentile', value: idle },
      });
      server.tell('rest');
    }
    return rows;
  } finally {
    server.stop();
  }
}

/** The time in milliseconds that one request in twenty exceeds. */
async function slowestOfTwenty(url: string, requests: number): Promise<number> {
  const times: number[] = [];
  for (let request = 0; request < requests; request += 1) {
    const start = performance.now();
    await (await fetch(url)).text();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return times[Math.ceil(0.95 * requests) - 1] ?? 0;
}
