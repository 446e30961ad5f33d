import { Router, type Request } from 'express';
import type { Town } from '../../survey-definitions/contract/index.js';
import type { Definitions } from '../definitions/index.js';
import { AppError } from '../errors.js';
import type { FieldworkService, Wave } from '../fieldwork/index.js';
import type { Layout } from '../http/layout.js';
import { parseAddress, parseRequest } from '../http/parse.js';
import { renderView } from '../http/views.js';
import { textsIn, type TextKey } from '../i18n/index.js';
import type { ActionsOfTown } from './actions/actionsOfTown.js';
import { buildComparePage } from './pages/comparePage.viewModels.js';
import { buildEmptyTownPage } from './pages/emptyTownPage.viewModels.js';
import { buildHomePage } from './pages/homePage.viewModels.js';
import { buildTownContent, type TownContent } from './pages/townPage.viewModels.js';
import { CompareQuerySchema, TownAddressSchema, TownQuerySchema } from './results.requests.js';
import { FinishedContent } from './finishedContent.js';
import { publicLayout } from './layouts.js';
import { lineageAddress } from './lineage/lineageAddress.js';
import { ofOneVersion } from './methods/oneVersion.js';
import type { Methods } from './methods/registry.js';
import { comparisonFrom } from './towns/comparison.js';
import type { PublicTowns } from './towns/publicTowns.js';
import type { Uncertainty } from './uncertainty/uncertainty.service.js';

export interface PublicPagesSurroundings {
  definitions: Definitions;
  methods: Methods;
  fieldwork: FieldworkService;
  publicTowns: PublicTowns;
  uncertainty: Uncertainty;
  actionsOf: ActionsOfTown;
}

/** Pages that anybody may open: towns, comparison, method. They show what has been released. */
export function publicPagesRouter(surroundings: PublicPagesSurroundings): Router {
  const { definitions, methods, fieldwork, publicTowns, uncertainty, actionsOf } = surroundings;
  const router = Router();
  const townContent = new FinishedContent<TownContent>();

  /** What anyone may answer now; a pilot is for those who were asked to try it. */
  const openWavesOf = async (filter: { townId?: string } = {}): Promise<Wave[]> =>
    (await fieldwork.listWaves(filter)).filter(
      (wave) => fieldwork.entryOf(wave) === 'open' && wave.access === 'open-link' && !wave.pilot,
    );

  router.get('/', async (req, res) => {
    const headlines = await publicTowns.listHeadlines();
    const synthetic = headlines.some(({ demonstration }) => demonstration);
    const layout = pageLayout(req, 'results.home_title', {}, synthetic);
    const { language } = req;
    const page = buildHomePage({ layout, language, towns: definitions.towns, headlines, openWaves: await openWavesOf() });
    await renderView(res, 'results/home', page);
  });

  router.get('/towns/:town', async (req, res) => {
    const { language } = req;
    const town = townAt(parseAddress(TownAddressSchema, req.params).town);
    const query = parseRequest(TownQuerySchema, req.query);
    const synthetic = query.synthetic === 'exclude' ? 'excluded' : 'included';
    const found = await publicTowns.findPicture(town.id, { year: query.year, methodId: query.method, synthetic });
    const name = town.name[language];
    if (found === null && query.method !== undefined && (await publicTowns.findPicture(town.id, { year: query.year }))) {
      res.redirect(303, `/towns/${town.id}/methods${query.year === undefined ? '' : `?year=${query.year}`}`);
      return;
    }
    if (found === null) {
      const layout = pageLayout(req, 'results.empty_title', { town: name }, false);
      const openWaves = await openWavesOf({ townId: town.id });
      await renderView(res, 'results/emptyTown', buildEmptyTownPage({ layout, language, town, openWaves }));
      return;
    }
    const { picture, years } = found;
    const isSynthetic = picture.score.inputs.synthetic.length > 0 || picture.parts.some((part) => part.demonstration);
    const layout = pageLayout(req, 'results.town_title', { town: name, year: picture.year }, isSynthetic);
    const waves = await fieldwork.listWaves({ townId: town.id });
    const content = townContent.of(picture, JSON.stringify([language, synthetic, years]), () =>
      buildTownContent({
        language,
        town,
        picture,
        method: methods.get(picture.score.method.id, picture.score.method.version),
        years,
        synthetic,
        definitionOf: (part) => definitions.definition(part.definitionId, part.definitionVersion),
        waves,
        statistics: definitions.statistics,
      }),
    );
    await renderView(res, 'results/town', { layout, ...content, actions: await actionsOf(picture, language) });
  });

  router.get('/compare', async (req, res) => {
    const query = parseRequest(CompareQuerySchema, req.query);
    const listed = await publicTowns.listPictures({ year: query.year, methodId: query.method });
    const { year } = listed;
    const { method, pictures, others } = ofOneVersion(listed.pictures, query.method, methods);
    const { comparison, leftOut } = await uncertainty.ofTowns(pictures);
    const page = buildComparePage({
      layout: pageLayout(
        req,
        'results.compare_title',
        {},
        pictures.some(({ score }) => score.inputs.synthetic.length > 0),
      ),
      language: req.language,
      towns: definitions.towns,
      method,
      year,
      comparison: comparisonFrom(comparison, query.town ?? ''),
      leftOut,
      otherVersions: others.map(({ townId, score }) => ({ townId, version: score.method.version })),
      lineageOf: (townId) => {
        const picture = pictures.find((candidate) => candidate.townId === townId);
        return picture ? lineageAddress(picture) : `/towns/${townId}/scores`;
      },
    });
    await renderView(res, 'results/compare', page);
  });

  function townAt(id: string): Town {
    const town = definitions.towns.find((candidate) => candidate.id === id);
    if (!town) throw new AppError('notFound');
    return town;
  }

  return router;
}

function pageLayout(req: Request, title: TextKey, values: Record<string, string | number>, synthetic: boolean): Layout {
  return publicLayout(req, { title: textsIn(req.language)(title, values), synthetic });
}
