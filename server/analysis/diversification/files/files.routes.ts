import { Router } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { csvFrom, EXCEL_WITH_COMMA, EXCEL_WITH_DOT, MACHINE } from '../../../csv/index.js';
import { parseAddress, parseRequest } from '../../../http/parse.js';
import type { Language } from '../../../i18n/index.js';
import { FileQuerySchema, TableAddressSchema } from '../diversification.requests.js';
import type { DiversificationPlaces } from '../places.js';
import { namesIn } from '../names.js';
import { getSectors } from '../sectorsAt.js';
import { coefficientsTableFrom, measuresTableFrom } from './measuresTable.js';

const DIALECTS = { machine: MACHINE, 'excel-kk': EXCEL_WITH_COMMA, 'excel-ru': EXCEL_WITH_COMMA, 'excel-en': EXCEL_WITH_DOT };
const LANGUAGES = { 'excel-kk': 'kk', 'excel-ru': 'ru', 'excel-en': 'en' } as const satisfies Record<string, Language>;
const TABLES = { measures: measuresTableFrom, coefficients: coefficientsTableFrom };

/** What the pages show, as files: for programs by ids, for spreadsheets by names. */
export function filesRouter({ datasets, definitions, computation }: DiversificationPlaces): Router {
  const router = Router();

  for (const kind of ['measures', 'coefficients'] as const) {
    router.get(`/analysis/diversification/:digest/files/${kind}.csv`, async (req, res) => {
      const { digest } = parseAddress(TableAddressSchema, req.params);
      const { profile, ...options } = parseRequest(FileQuerySchema, req.query);
      const dataset = await getSectors(datasets, digest);
      const { csv, synthetic } = dataset;
      const { economy } = await computation.run('economy', { csv }, options);
      const table = TABLES[kind]({ economy, regionOf: regionsFor(profile), synthetic });
      const name = ['diversification', kind, ...(synthetic ? ['synthetic'] : []), digest.slice(0, 12), profile].join('_');
      res.type('text/csv; charset=utf-8').attachment(`${name}.csv`).set('Cache-Control', 'private, no-store');
      await pipeline(Readable.from(csvFrom(table, DIALECTS[profile])), res);
    });
  }

  function regionsFor(profile: keyof typeof DIALECTS): (id: string) => string {
    return profile === 'machine' ? (id) => id : namesIn(definitions.towns, LANGUAGES[profile]).region;
  }

  return router;
}
