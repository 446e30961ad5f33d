import { Router, type Request } from 'express';
import { parseAddress, parseRequest } from '../http/parse.js';
import { renderView } from '../http/views.js';
import { textsIn } from '../i18n/index.js';
import { officialIndicatorsFrom } from './indicators.js';
import { DoneSchema, ScoreYearSchema, TownAddressSchema } from './official.requests.js';
import { lastYear, officialLayout, townsFor, type OfficialPageServices } from './officialPage.js';
import type { Observation } from './observation.js';
import { buildTownFiguresPage } from './pages/townFigures.viewModels.js';
import { buildTownListPage } from './pages/townList.viewModels.js';

const STANDARD_METHOD = 'zhezkazgan-2020';

/** Which towns have which figures, and what follows from them. */
export function townPagesRouter(services: OfficialPageServices): Router {
  const { accounts, definitions, official, clock } = services;
  const { statistics } = definitions;
  const router = Router();
  const townOf = (req: Request): string => String(req.params.town);
  const method = definitions.method(STANDARD_METHOD);
  const newestYearIn = (observations: readonly Observation[]): number =>
    observations.reduce((newest, { year }) => Math.max(newest, year), 0) || lastYear(clock);

  router.get('/official', accounts.allow('officialData'), async (req, res) => {
    const towns = townsFor(req, services);
    const observations = await official.observationsOf(towns.map(({ id }) => id));
    const year = parseRequest(ScoreYearSchema, req.query).year ?? newestYearIn(observations);
    const rows = towns.map((town) => {
      const own = observations.filter(({ townId }) => townId === town.id);
      return { town, indicators: officialIndicatorsFrom(own, year, method, statistics), entered: own.length };
    });
    const layout = officialLayout(req, textsIn(req.language)('official.title'));
    await renderView(res, 'official/towns', buildTownListPage({ layout, language: req.language, year, towns: rows }));
  });

  router.get('/official/:town', accounts.allow('officialData', { townOf }), async (req, res) => {
    const town = definitions.town(parseAddress(TownAddressSchema, req.params).town);
    const observations = await official.observationsOf(town.id);
    const year = parseRequest(ScoreYearSchema, req.query).year ?? newestYearIn(observations);
    const title = textsIn(req.language)('official.town_title', { town: town.name[req.language] });
    const page = buildTownFiguresPage({
      layout: officialLayout(req, title),
      language: req.language,
      town,
      year,
      method,
      statistics,
      observations,
      indicators: officialIndicatorsFrom(observations, year, method, statistics),
      done: parseRequest(DoneSchema, req.query).done,
    });
    await renderView(res, 'official/town', page);
  });

  return router;
}
