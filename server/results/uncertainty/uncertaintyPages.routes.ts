import { Router } from 'express';
import type { Town } from '../../../survey-definitions/contract/index.js';
import { AppError } from '../../errors.js';
import { parseAddress, parseRequest } from '../../http/parse.js';
import { renderView } from '../../http/views.js';
import { textsIn } from '../../i18n/index.js';
import { publicLayout } from '../layouts.js';
import { ofOneVersion } from '../methods/oneVersion.js';
import type { Methods } from '../methods/registry.js';
import { CompareQuerySchema, TownAddressSchema, TownQuerySchema } from '../results.requests.js';
import { SCORE_DRAWS } from '../scores/scoring.js';
import type { PublicTowns } from '../towns/publicTowns.js';
import { buildOrderPage } from './orderPage.viewModels.js';
import { SENSITIVITY_RUNS } from './townUncertainty.js';
import { buildTownUncertaintyPage } from './townUncertaintyPage.viewModels.js';
import type { Uncertainty } from './uncertainty.service.js';

export interface UncertaintyPagesSurroundings {
  towns: readonly Town[];
  methods: Methods;
  publicTowns: PublicTowns;
  uncertainty: Uncertainty;
}

/** How sure scores and the order of towns are, for anybody: of what has been released, or of a demonstration. */
export function uncertaintyPagesRouter(surroundings: UncertaintyPagesSurroundings): Router {
  const { towns, methods, publicTowns, uncertainty } = surroundings;
  const router = Router();

  router.get('/towns/:town/uncertainty', async (req, res) => {
    const { language } = req;
    const town = towns.find(({ id }) => id === parseAddress(TownAddressSchema, req.params).town);
    if (!town) throw new AppError('notFound');
    const query = parseRequest(TownQuerySchema, req.query);
    const asked = query.method === undefined ? methods.standard : methods.get(query.method);
    const synthetic = query.synthetic === 'exclude' ? 'excluded' : 'included';
    const found = await publicTowns.findPicture(town.id, { year: query.year, methodId: asked.id, synthetic });
    if (found?.picture.score.method.id !== asked.id) throw new AppError('notFound');
    const { picture, years } = found;
    const page = buildTownUncertaintyPage({
      layout: publicLayout(req, {
        title: textsIn(language)('uncertainty.town_title', { town: town.name[language], year: picture.year }),
        synthetic: picture.score.inputs.synthetic.length > 0,
      }),
      language,
      town,
      picture,
      method: methods.get(picture.score.method.id, picture.score.method.version),
      methods: methods.all,
      years,
      synthetic,
      uncertainty: await uncertainty.ofTown(picture.score),
      draws: SCORE_DRAWS,
      runs: SENSITIVITY_RUNS,
    });
    await renderView(res, 'results/uncertaintyTown', page);
  });

  router.get('/compare/uncertainty', async (req, res) => {
    const query = parseRequest(CompareQuerySchema, req.query);
    const asked = query.method === undefined ? methods.standard : methods.get(query.method);
    const { year, pictures } = await publicTowns.listPictures({ year: query.year, methodId: asked.id });
    const { method } = ofOneVersion(pictures, asked.id, methods);
    const page = buildOrderPage({
      layout: publicLayout(req, {
        title: textsIn(req.language)('uncertainty.order_title'),
        synthetic: pictures.some(({ score }) => score.inputs.synthetic.length > 0),
      }),
      language: req.language,
      towns,
      method,
      year,
      years: await publicTowns.listYears(),
      drawn: await uncertainty.ofTowns(pictures),
      sensitivity: await uncertainty.orderSensitivity(pictures),
      townId: query.town,
      runs: SENSITIVITY_RUNS,
    });
    await renderView(res, 'results/uncertaintyOrder', page);
  });

  return router;
}
