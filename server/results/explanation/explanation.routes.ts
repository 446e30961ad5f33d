import { Router, type Request, type Response } from 'express';
import type { z } from 'zod';
import type { Town } from '../../../survey-definitions/contract/index.js';
import { AppError } from '../../errors.js';
import { samplingOf, type FieldworkService } from '../../fieldwork/index.js';
import type { Layout } from '../../http/layout.js';
import { parseAddress, parseRequest } from '../../http/parse.js';
import { renderView } from '../../http/views.js';
import { textsIn, type Language, type TextKey } from '../../i18n/index.js';
import { publicLayout } from '../layouts.js';
import type { Scenes } from '../methods/designer/scenes.js';
import { differencesInWords } from '../methods/differencesInWords.js';
import type { Methods } from '../methods/registry.js';
import { TownAddressSchema, type TownQuerySchema } from '../results.requests.js';
import type { PublicTowns } from '../towns/publicTowns.js';
import type { PictureChoice, TownPicture } from '../towns/townPicture.js';
import { explainAgainst } from './baseline.js';
import { buildChangesPage } from './changesPage.viewModels.js';
import type { ComparedYears } from './comparedYears.js';
import { buildDecompositionPage } from './decompositionPage.viewModels.js';
import { findExplainedTown, type ExplainedTown, type TownLookup } from './explainedTown.js';
import { ChangesQuerySchema, DecompositionQuerySchema, WhatIfQuerySchema } from './explanation.requests.js';
import { rankedGains } from './gainChoice.js';
import type { MethodDifferences } from './obstacleWords.viewModels.js';
import { scenarioFrom, typedIn } from './scenario.js';
import { startingPointOf } from './startingPoint.js';
import { buildWhatIfPage } from './whatIfPage.viewModels.js';
import { createYearChanges, type YearChangesSurroundings } from './yearChanges.js';

export interface ExplanationSurroundings extends YearChangesSurroundings {
  fieldwork: Pick<FieldworkService, 'listWaves'>;
  scenes: Scenes;
  towns: readonly Town[];
  methods: Methods;
  publicTowns: PublicTowns;
}

/** Pages that explain the public score of a town; anybody may open them. They show what the page of the town shows. */
export function explanationRouter(surroundings: ExplanationSurroundings): Router {
  const { towns, methods, publicTowns, definitionOf, fieldwork, scenes } = surroundings;
  const router = Router();
  const changesOf = createYearChanges(surroundings);
  const lookup: TownLookup = { publicTowns, methods, definitionOf };

  router.get('/towns/:town/decomposition', async (req, res) => {
    const query = parseRequest(DecompositionQuerySchema, req.query);
    const explained = await explainedTownAt(req, query);
    if (explained === null) {
      toTown(req, res);
      return;
    }
    const baseline = await explainAgainst(lookup, explained, query.against);
    const page = buildDecompositionPage({
      ...explained,
      layout: layoutOf(req, explained, { title: 'explanation.decomposition_heading' }),
      language: req.language,
      towns,
      methods: methods.all,
      baseline,
      differencesOf: differencesIn(req.language),
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
    if (explained === null) {
      toTown(req, res);
      return;
    }
    const { picture, method } = explained;
    const now = startingPointOf(method, picture.score);
    const typed = typedIn(req.query);
    const scenario = scenarioFrom(now, typed);
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

  router.get('/towns/:town/changes', async (req, res) => {
    const { from, to, ...query } = parseRequest(ChangesQuerySchema, req.query);
    const newest = await explainedTownAt(req, query);
    if (newest === null) {
      toTown(req, res);
      return;
    }
    const compared = await comparedYears(req, newest, [from, to], query);
    const page = buildChangesPage({
      ...(compared?.after ?? newest),
      layout: layoutOf(req, newest, { title: 'explanation.changes_heading' }),
      language: req.language,
      methods: methods.all,
      compared,
    });
    await renderView(res, 'results/changes', page);
  });

  /** Two years of a town, the earlier one first: those that were asked for, else the newest two. */
  async function comparedYears(
    req: Request,
    { years, town }: ExplainedTown,
    asked: readonly (number | undefined)[],
    query: TownQuery,
  ): Promise<ComparedYears | null> {
    const wanted = asked.filter((year) => year !== undefined && years.includes(year));
    const chosen = [...new Set([...wanted, ...years])].slice(0, 2).sort((a = 0, b = 0) => a - b);
    const [before, after] = await Promise.all(chosen.map((year) => explainedTownAt(req, { ...query, year })));
    if (!before || !after) return null;
    const waves = await fieldwork.listWaves({ townId: town.id });
    const t = textsIn(req.language);
    return {
      before,
      after,
      changes: await changesOf(before, after),
      differencesOf: differencesIn(req.language),
      samplingOf: (slug) => {
        const wave = waves.find((each) => each.slug === slug);
        return wave ? t(`fieldwork.sampling_${samplingOf(wave)}`) : null;
      },
    };
  }

  function differencesIn(language: Language): MethodDifferences {
    return (first, second) => differencesInWords(scenes.of(first, language), scenes.of(second, language));
  }

  /** The public pictures of other towns in the same year and by the same method. */
  async function othersOf({ picture, method, synthetic }: ExplainedTown): Promise<TownPicture[]> {
    const { pictures } = await publicTowns.listPictures({ year: picture.year, methodId: method.id, synthetic });
    return pictures.filter(({ townId }) => townId !== picture.townId);
  }

  function explainedTownAt(req: Request, { year, method, synthetic }: TownQuery): Promise<ExplainedTown | null> {
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

type TownQuery = z.infer<typeof TownQuerySchema>;

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
