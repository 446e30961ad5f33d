import { Router, type Request } from 'express';
import type { Town } from '../../../survey-definitions/contract/index.js';
import { may, mayUseTown, type Accounts } from '../../accounts/index.js';
import type { Definitions } from '../../definitions/index.js';
import { AppError } from '../../errors.js';
import type { Layout } from '../../http/layout.js';
import { parseAddress, parseRequest } from '../../http/parse.js';
import { renderView } from '../../http/views.js';
import { textsIn } from '../../i18n/index.js';
import { publicLayout, staffLayout } from '../layouts.js';
import type { Methods } from '../methods/registry.js';
import { TownAddressSchema, TownQuerySchema } from '../results.requests.js';
import { publicScoreFrom } from '../scores/publicScore.js';
import type { ScoreContent } from '../scores/scoreContent.js';
import type { PublicTowns } from '../towns/publicTowns.js';
import { ScoreAddressSchema } from './lineage.requests.js';
import type { Lineage } from './lineage.service.js';
import { lineageAddress } from './lineageAddress.js';
import { buildLineagePage } from './lineagePage.viewModels.js';
import { buildRecomputationPage } from './recomputationPage.viewModels.js';
import { buildScoresOfTownPage } from './scoresOfTownPage.viewModels.js';

export interface LineagePagesSurroundings {
  accounts: Accounts;
  definitions: Definitions;
  methods: Methods;
  publicTowns: PublicTowns;
  lineage: Lineage;
}

/** Where scores come from: stored ones for ever, and the preview of a live demonstration. */
export function lineagePagesRouter({ accounts, definitions, methods, publicTowns, lineage }: LineagePagesSurroundings): Router {
  const router = Router();
  const allowCoordinators = accounts.allow('liveResults', { townOf: (req) => String(req.params.town) });

  router.get('/towns/:town/scores', async (req, res) => {
    const town = townAt(req);
    const scores = await lineage.listOfTown(town.id, audienceOf(req, town));
    const picture = (await publicTowns.findPicture(town.id))?.picture;
    const isSynthetic = picture !== undefined && picture.score.inputs.synthetic.length > 0;
    const page = buildScoresOfTownPage({
      layout: layoutOf(req, textsIn(req.language)('lineage.list_heading', { town: town.name[req.language] }), isSynthetic),
      language: req.language,
      town,
      scores,
      livePreview: picture?.kind === 'live' ? lineageAddress(picture) : null,
      methodName: (id, version) => methods.get(id, version).name[req.language],
      mayReadAll: audienceOf(req, town) === 'coordinators',
    });
    await renderView(res, 'results/lineageScores', page);
  });

  router.get('/towns/:town/scores/live', async (req, res) => {
    const town = townAt(req);
    const { year, method, synthetic } = parseRequest(TownQuerySchema, req.query);
    const choice = { year, methodId: method, synthetic: synthetic === 'exclude' ? 'excluded' : 'included' } as const;
    const picture = (await publicTowns.findPicture(town.id, choice))?.picture;
    if (!picture) throw new AppError('notFound');
    if (picture.scoreId !== null) {
      res.redirect(303, lineageAddress(picture));
      return;
    }
    await renderView(res, 'results/lineage', pageOf(req, town, picture.score, null));
  });

  router.get('/towns/:town/scores/:score', async (req, res) => {
    const town = townAt(req);
    const { score, standing, storedOn } = await scoreAt(req, town);
    await renderView(res, 'results/lineage', pageOf(req, town, score.content, { id: score.id, standing, storedOn }));
  });

  router.get('/towns/:town/scores/:score/score.json', async (req, res) => {
    const { score } = await scoreAt(req, townAt(req));
    res
      .attachment(`${score.content.townId}-${score.content.year}.json`)
      .json({ id: score.id, ...publicScoreFrom(score.content) });
  });

  /** The very bytes whose digest is the id. */
  router.get('/results/:town/scores/:score/score.json', allowCoordinators, async (req, res) => {
    const { score } = await scoreAt(req, townAt(req));
    res
      .set('Cache-Control', 'private, no-store, no-transform')
      .type('application/json')
      .attachment(`${score.id}.json`)
      .send(score.canonical);
  });

  router.get('/results/:town/scores/:score/again', allowCoordinators, async (req, res) => {
    const town = townAt(req);
    const { score } = await scoreAt(req, town);
    const title = textsIn(req.language)('lineage.again_heading', { town: town.name[req.language], year: score.content.year });
    const page = buildRecomputationPage({
      layout: staffLayout(req, accounts, { title, synthetic: isSynthetic(score.content) }),
      language: req.language,
      town,
      score,
      recomputation: await lineage.recompute(score),
      software: lineage.software,
    });
    await renderView(res, 'results/lineageAgain', page);
  });

  function townAt(req: Request): Town {
    const { town: id } = parseAddress(TownAddressSchema, req.params);
    const town = definitions.towns.find((candidate) => candidate.id === id);
    if (!town) throw new AppError('notFound');
    return town;
  }

  function audienceOf(req: Request, town: Town): 'public' | 'coordinators' {
    const person = accounts.personOf(req);
    return may(person, 'liveResults') && mayUseTown(person, town.id) ? 'coordinators' : 'public';
  }

  async function scoreAt(req: Request, town: Town) {
    return lineage.getScore(town.id, parseAddress(ScoreAddressSchema, req.params).score, audienceOf(req, town));
  }

  function pageOf(req: Request, town: Town, content: ScoreContent, stored: Parameters<typeof buildLineagePage>[0]['stored']) {
    const { language } = req;
    const title = textsIn(language)('lineage.heading', { town: town.name[language], year: content.year });
    return buildLineagePage({
      layout: layoutOf(req, title, isSynthetic(content)),
      language,
      town,
      content,
      method: methods.get(content.method.id, content.method.version),
      definitionOf: (id, version) => definitions.definition(id, version),
      statistics: definitions.statistics,
      stored,
      mayReadAll: audienceOf(req, town) === 'coordinators',
    });
  }

  return router;
}

function layoutOf(req: Request, title: string, synthetic: boolean): Layout {
  return publicLayout(req, { title, synthetic });
}

function isSynthetic({ inputs, surveys }: ScoreContent): boolean {
  return inputs.synthetic.length > 0 || surveys.some(({ demonstration }) => demonstration);
}
