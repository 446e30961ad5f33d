import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../server/app.js';
import { configFrom } from '../../server/config.js';
import { createDependencies } from '../../server/dependencies.js';
import { createLogger } from '../../server/http/requestLog.js';
import type { Definition } from '../../survey-definitions/contract/index.js';
import { createAnalysisComputation } from '../../server/analysis/computation/analysisComputation.js';
import { createResultsComputation } from '../../server/results/computation/computation.js';
import { completeMethod, townsAround } from '../support/comparedTown.js';
import { benchWave } from './benchWave.js';

/** The real application over a real store in a process of its own; tells its port and ends with its parent. */
const base = configFrom({ NODE_ENV: 'production', PORT: '0', DEMO: '0', LOG_LEVEL: 'error' });
const folder = mkdtempSync(join(tmpdir(), 'aleuet-bench-'));
cpSync(join(base.rootDir, 'survey-definitions'), join(folder, 'survey-definitions'), { recursive: true });
mkdirSync(join(folder, 'survey-definitions/one_page'));
writeFileSync(join(folder, 'survey-definitions/one_page/v1.json'), JSON.stringify(onePage()));
for (const name of ['views', 'package.json', 'node_modules']) symlinkSync(join(base.rootDir, name), join(folder, name));

const config = { ...base, rootDir: folder, dataDir: join(folder, 'data') };
const dependencies = await createDependencies({ config, log: createLogger('error') });
const { fieldwork } = dependencies;
await fieldwork.createStudy({
  slug: 'bench',
  names: { kk: 'Өлшеу', ru: 'Измерение', en: 'Measurement' },
  demonstration: false,
  retentionYears: 1,
  kMin: { residents: 10, researchers: 5 },
});
for (const definitionId of ['residents', 'one_page']) {
  await fieldwork.createWave(benchWave(definitionId));
  await fieldwork.changeState(benchWave(definitionId).slug, 'open');
}
await dependencies.start();
const server = createApp(dependencies).listen(0, '127.0.0.1', () =>
  process.send?.({ port: (server.address() as AddressInfo).port }),
);
/** As long as it is told to, the server asks its computing threads what drives the order of 27 towns, or for a long panel. */
let computing = false;
const results = createResultsComputation(1);
const analysis = createAnalysisComputation(1);
const LONG_PANEL = longPanel();
const ORDERS: Readonly<Record<string, () => Promise<unknown>>> = { compute: orderOfTowns, analyse: modelsOfLongPanel };
process.on('message', (word) => {
  const order = ORDERS[String(word)];
  computing = order !== undefined;
  if (order) void computeOn(order);
});

process.once('disconnect', () => {
  computing = false;
  void results.stop();
  void analysis.stop();
  server.closeAllConnections();
  server.close();
  void dependencies.stop().then(() => {
    rmSync(folder, { recursive: true, force: true });
    process.exit(0);
  });
});

async function computeOn(order: () => Promise<unknown>): Promise<void> {
  while (computing) await order().catch(() => undefined);
}

function orderOfTowns(): Promise<unknown> {
  const method = completeMethod();
  const towns = townsAround(
    method,
    Array.from({ length: 27 }, (_, at) => 35 + at),
  );
  return results.run('rankSensitivity', method, towns, { base: 1024, seed: 1, bootstrap: 500 });
}

/** A model of 1,000 towns in 20 years, from their file to the figures. */
function modelsOfLongPanel(): Promise<unknown> {
  const [response = '', ...terms] = LONG_PANEL.names;
  const model = { name: 'a', response, terms, estimator: { kind: 'ols' as const }, errors: 'HC3' as const };
  return analysis.run('analysis', { transformations: [], models: [model] }, LONG_PANEL);
}

function longPanel(): { names: string[]; csv: string } {
  const names = Array.from({ length: 8 }, (_, at) => `x${at}`);
  const lines = Array.from({ length: 20_000 }, (_, row) => {
    const figures = names.map((__, at) => 100 + (((row * 7919 + 31) * (at + 13)) % 1009));
    return [`town ${Math.floor(row / 20)}`, 2000 + (row % 20), ...figures].join(',');
  });
  return { names, csv: [`town,year,${names.join()}`, ...lines].join('\n') };
}

/** The residents' questionnaire cut down to consent and one page of twenty scale questions. */
function onePage(): Definition {
  const full = JSON.parse(readFileSync(join(base.rootDir, 'survey-definitions/residents/v1.json'), 'utf8')) as Definition;
  const scaled = full.sections
    .flatMap((section) => section.items)
    .filter((item) => item.type === 'scale' && item.when === undefined);
  const items = scaled.slice(0, 20);
  const known = new Set(items.map((item) => item.id));
  const consent = full.sections[0];
  if (!consent) throw new Error('the questionnaire has no section');
  return {
    ...full,
    id: 'one_page',
    sections: [consent, { id: 'sec_bench', title: full.title, items, randomised: [] }],
    endings: full.endings.filter((rule) => JSON.stringify(rule).includes('"consent"')),
    derived: [],
    weightingVariables: [],
    straightlineSets: [],
    indicators: full.indicators.filter(
      (indicator) => indicator.items.every(({ item }) => known.has(item)) && indicator.comparator === undefined,
    ),
    analysisPopulations: [{ id: 'headline', name: full.title, rule: { item: 'consent', op: '==', value: 1 } }],
  };
}
