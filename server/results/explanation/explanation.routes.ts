import { Router, type Request, type Response } from 'express';
import type { Town } from '../../../survey-definitions/contract/index.js';
import { AppError } from '../../errors.js';
import type { Layout } from '../../http/layout.js';
import { parseAddress, parseRequest } from '../../http/parse.js';
import { renderView } from '../../http/views.js';
import { textsIn, type TextKey } from '../../i18n/index.js';
import { publicLayout } from '../layouts.js';
import type { Methods } from '../methods/registry.js';
import { TownAddressSchema } from '../results.requests.js';
import type { PublicTowns } from '../towns/publicTowns.js';
import type { PictureChoice, TownPicture } from '../towns/townPicture.js';
import { explainAgainst } from './baseline.js';
import { buildDecompositionPage } from './decompositionPage.viewModels.js';
import { findExplainedTown, type ExplainedTown, type TownLookup } from './explainedTown.js';
import { DecompositionQuerySchema, WhatIfQuerySchema } from './explanation.requests.js';
import { rankedGains } from './gainChoice.js';
import { scenarioFrom, typedIn } from './scenario.js';
import { startingPointOf } from './startingPoint.js';
import { buildWhatIfPage } from './whatIfPage.viewModels.js';

export interface ExplanationSurroundings extends Pick<TownLookup, 'definitionOf'> {
  towns: readonly Town[];
  methods: Methods;
  publicTowns: PublicTowns;
}

/** Pages that explain the public score of a town; anybody may open them. They show what the page of the town shows. */
export function explanationRouter({ towns, methods, publicTowns, definitionOf }: ExplanationSurroundings): Router {
  const router = Router();
  const lookup: TownLookup = { publicTowns, methods, definitionOf };

  router.get('/towns/:town/decomposition', async (req, res) => {
    const query = parseRequest(DecompositionQuerySchema, req.query);
    const explained = await explainedTownAt(req, query);
    if (explained === null) return toTown(req, res);
    const baseline = await explainAgainst(lookup, explained, query.against);
    const page = buildDecompositionPage({
      ...explained,
      layout: layoutOf(req, explained, { title: 'explanation.decomposition_heading' }),
      language: req.language,
      towns,
      methods: methods.all,
      baseline,
      others: {
        towns: (await othersOf(explained)).map(({ townId }) => townId),
        years: explained.years.filter((year) => year !== explained.picture.year),
      },
    });
    await renderView(res, 'results/decomposition', page);
  });

  router.get('/towns/:town/what-if', async (req, res) => {
    const query = parseRequest(WhatIfQuerySchema, req.query);
    const explained = await explainedTownAt(req, query);
    if (explained === null) return toTown(req, res);
    const { picture, method } = explained;
    const now = startingPointOf(method, picture.score);
    const typed = typedIn(req.query);
    const scenario = scenarioFrom(method, now, typed);
    const isFaulty = scenario.state === 'faulty';
    const page = buildWhatIfPage({
      ...explained,
      layout: layoutOf(req, explained, { title: 'explanation.what_if_heading', isFaulty, scripts: ['whatIf.js'] }),
      language: req.language,
      towns,
      methods: methods.all,
      now,
      scenario,
      typed,
      step: query.step,
      gains: rankedGains(method, now, query.step, await othersOf(explained)),
    });
    await renderView(res, 'results/whatIf', page, isFaulty ? 422 : 200);
  });

  /** The public pictures of other towns in the same year and by the same method. */
  async function othersOf({ picture, method, synthetic }: ExplainedTown): Promise<TownPicture[]> {
    const { pictures } = await publicTowns.listPictures({ year: picture.year, methodId: method.id, synthetic });
    return pictures.filter(({ townId }) => townId !== picture.townId);
  }

  function explainedTownAt(
    req: Request,
    { year, method, synthetic }: { year?: number | undefined; method?: string | undefined; synthetic?: 'exclude' | undefined },
  ): Promise<ExplainedTown | null> {
    const choice: PictureChoice = { year, methodId: method, synthetic: synthetic === 'exclude' ? 'excluded' : 'included' };
    return findExplainedTown(lookup, townAt(req), choice);
  }

  function townAt(req: Request): Town {
    const { town: id } = parseAddress(TownAddressSchema, req.params);
    const town = towns.find((candidate) => candidate.id === id);
    if (!town) throw new AppError('notFound');
    return town;
  }

  /** The page of a town says what there is while nothing is shown of the year that was asked for. */
  function toTown(req: Request, res: Response): void {
    res.redirect(303, `/towns/${townAt(req).id}`);
  }

  return router;
}

interface FrameOptions {
  title: TextKey;
  isFaulty?: boolean;
  scripts?: string[];
}

function layoutOf(
  req: Request,
  { town, picture }: ExplainedTown,
  { title, isFaulty = false, scripts = [] }: FrameOptions,
): Layout {
  const t = textsIn(req.language);
  const synthetic = picture.score.inputs.synthetic.length > 0 || picture.parts.some((part) => part.demonstration);
  const heading = t(title, { town: town.name[req.language] });
  return publicLayout(req, { title: isFaulty ? `${t('interface.ui_error_prefix')} ${heading}` : heading, synthetic, scripts });
}
