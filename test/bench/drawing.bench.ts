import type { BenchRow } from './benchRow.js';
import { startServer } from './startServer.js';

const REQUESTS = 600;
const WARM_UP = 100;

/** Whether people who answer notice that scores are drawn: a questionnaire page while the computing thread is busy. */
export async function benchDrawing(): Promise<BenchRow[]> {
  const server = await startServer('aleuetServer.ts');
  const page = `${server.url}/s/bench-residents`;
  try {
    await slowestOfTwenty(page, WARM_UP);
    const idle = await slowestOfTwenty(page, REQUESTS);
    server.tell('compute');
    await slowestOfTwenty(page, WARM_UP);
    const busy = await slowestOfTwenty(page, REQUESTS);
    server.tell('rest');
    return [
      {
        name: 'questionnaire page while the order of 27 towns is analysed, 95th percentile (at most 1.5 × idle)',
        value: busy,
        unit: 'ms',
        yardstick: { name: 'the same page while nothing is computed, 95th percentile', value: idle },
      },
    ];
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
