import { Router } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { csvFrom, EXCEL_WITH_COMMA, EXCEL_WITH_DOT, MACHINE } from '../../csv/index.js';
import { parseRequest } from '../../http/parse.js';
import { scenarioTableFrom } from './csv/scenarioTable.js';
import { FileChoiceSchema } from './scenario.requests.js';
import type { ScenarioPageServices } from './scenarioPage.js';

const PROFILES = {
  machine: { dialect: MACHINE, language: null },
  'excel-kk': { dialect: EXCEL_WITH_COMMA, language: 'kk' },
  'excel-ru': { dialect: EXCEL_WITH_COMMA, language: 'ru' },
  'excel-en': { dialect: EXCEL_WITH_DOT, language: 'en' },
} as const;

/** The scenarios of a year as a file; a year without towns is a file without rows. */
export function filesRouter({ definitions, scenarios, scenarioMethods, clock }: ScenarioPageServices): Router {
  const router = Router();

  router.get('/analysis/scenario/scenarios.csv', async (req, res) => {
    const { year, version, profile } = parseRequest(FileChoiceSchema, req.query);
    const method = scenarioMethods.get(version);
    const { dialect, language } = PROFILES[profile];
    const entries = await scenarios.listNewest({ year });
    const table = scenarioTableFrom(entries, method, (id) => definitions.town(id).name, language);
    const stamp = clock()
      .toISOString()
      .replace(/[-:]|\.\d+/g, '');
    const what = entries.some(({ synthetic }) => synthetic) ? 'scenarios-synthetic' : 'scenarios';
    const parts = [method.id, `v${String(method.version)}`, year, what, profile, language ?? 'en', stamp];
    res
      .type('text/csv; charset=utf-8')
      .attachment(`${parts.join('_')}.csv`)
      .set('Cache-Control', 'private, no-store');
    await pipeline(Readable.from(csvFrom(table, dialect)), res);
  });

  return router;
}
