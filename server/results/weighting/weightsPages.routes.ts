import { Router, type Request, type Response } from 'express';
import { signedInPersonOf } from '../../accounts/index.js';
import type { FieldFault } from '../../http/fieldFault.js';
import { parseRequest } from '../../http/parse.js';
import { uploadedBytes, uploadOneFile } from '../../http/upload.js';
import { renderView } from '../../http/views.js';
import { textsIn } from '../../i18n/index.js';
import { headlineOf } from '../estimates/displayedPopulation.js';
import type { MarginFault } from './marginFault.js';
import { marginPagesRouter } from './marginPages.routes.js';
import { marginsCsv, marginsTemplate } from './marginsFile.js';
import { mergeOffersFrom, type MergeOffer } from './mergeOffers.js';
import { readMarginsFile } from './readMarginsFile.js';
import { lookedAtMargins } from './usedWeights.js';
import {
  AdjustmentChoiceSchema,
  MarginChoiceSchema,
  MergeChoiceSchema,
  SeparationChoiceSchema,
  WeightsQuerySchema,
} from './weighting.requests.js';
import { createWeightsDesk, inWords, type Scene, type WeightsPagesSurroundings } from './weightsDesk.js';
import { buildWeightsPage } from './weightsPage.viewModels.js';

/** The weights of a wave in a town: margins by form and file, merges, and what all that does. For coordinators only. */
export function weightsPagesRouter(surroundings: WeightsPagesSurroundings): Router {
  const { accounts, estimates, dataMatrix, weighting } = surroundings;
  const desk = createWeightsDesk(surroundings);
  const { sceneAt, marginAt, marginsOf, layoutOf, finish } = desk;
  const router = Router();
  const maySee = accounts.allow('liveResults');
  const mayChange = accounts.allow('releases');
  const readFile = uploadOneFile('file', surroundings.uploadBytes, surroundings.protectUpload);
  const address = '/results/waves/:slug/weights';

  router.use(marginPagesRouter(surroundings, desk));

  router.get(address, maySee, async (req, res) => {
    await showPage(req, res, await sceneAt(req), []);
  });

  router.get(`${address}/margins.csv`, maySee, async (req, res) => {
    const scene = await sceneAt(req);
    const current = await weighting.current(scene.place);
    send(res, scene, 'margins', await marginsCsv(current?.margins ?? [], scene.variables, req.language));
  });

  router.get(`${address}/template.csv`, maySee, async (req, res) => {
    const scene = await sceneAt(req);
    send(res, scene, 'template', await marginsTemplate(proposedMargins(scene), scene.variables, req.language));
  });

  router.post(`${address}/import`, mayChange, readFile, async (req: Request, res: Response) => {
    const scene = await sceneAt(req);
    const bytes = uploadedBytes(req);
    const read = bytes === null ? { faults: [NO_FILE] } : readMarginsFile(bytes, scene.variables);
    if ('faults' in read) {
      await showPage(req, res, scene, inWords(read.faults, req, scene));
      return;
    }
    await weighting.replaceMargins(scene.place, read.margins, signedInPersonOf(req));
    await finish(req, res, scene, 'imported');
  });

  router.post(`${address}/remove`, mayChange, async (req, res) => {
    const scene = await sceneAt(req);
    await weighting.removeMargin(scene.place, parseRequest(MarginChoiceSchema, req.query), signedInPersonOf(req));
    await finish(req, res, scene, 'saved');
  });

  router.post(`${address}/merge`, mayChange, async (req, res) => {
    const scene = await sceneAt(req);
    const merge = parseRequest(MergeChoiceSchema, req.query);
    await weighting.merge(scene.place, marginAt(req, scene), merge, signedInPersonOf(req));
    await finish(req, res, scene, 'saved');
  });

  router.post(`${address}/separate`, mayChange, async (req, res) => {
    const scene = await sceneAt(req);
    const { codes } = parseRequest(SeparationChoiceSchema, req.query);
    await weighting.separate(scene.place, marginAt(req, scene), codes, signedInPersonOf(req));
    await finish(req, res, scene, 'saved');
  });

  router.post(`${address}/adjustment`, mayChange, async (req, res) => {
    const scene = await sceneAt(req);
    const { adjustment } = parseRequest(AdjustmentChoiceSchema, req.body);
    await weighting.chooseAdjustment(scene.place, adjustment, signedInPersonOf(req));
    await finish(req, res, scene, 'saved');
  });

  async function offersOf(scene: Scene): Promise<MergeOffer[]> {
    const { columns } = await dataMatrix.read(scene.place);
    const margins = await marginsOf(scene);
    const people = { population: headlineOf(scene.definition), excludedFlags: [] };
    const sample = columns === null ? null : lookedAtMargins(columns, margins, people);
    return sample === null ? [] : mergeOffersFrom(margins, sample);
  }

  async function showPage(req: Request, res: Response, scene: Scene, fileFaults: readonly FieldFault[]): Promise<void> {
    const { wave, study, town, towns: visible, place, definition, variables } = scene;
    const title = textsIn(req.language)('weighting.heading', { town: town.name[req.language], wave: wave.slug });
    const layout = layoutOf(req, { title, synthetic: study.demonstration, faults: fileFaults });
    const page = buildWeightsPage({
      frame: {
        layout,
        language: req.language,
        wave,
        townId: town.id,
        towns: visible,
        tab: 'weights',
      },
      definition,
      variables,
      history: await weighting.history(place),
      fault: await estimates.weightingFaultOf(wave, town.id),
      offers: await offersOf(scene),
      weighted: await estimates.of(wave, town.id),
      unweighted: await estimates.unweightedOf(wave, town.id),
      fileFaults,
      done: parseRequest(WeightsQuerySchema, req.query).done ?? null,
    });
    await renderView(res, 'results/weights', page, fileFaults.length === 0 ? 200 : 422);
  }

  return router;
}

const NO_FILE: MarginFault = { field: 'file', code: 'no_file' };

/** The margins that a questionnaire names for its population, sex and age as one. */
function proposedMargins({ variables }: Scene): string[][] {
  const ids = variables.map(({ id }) => id);
  const crossed = ids.includes('sex') && ids.includes('age_group');
  return crossed
    ? [['sex', 'age_group'], ...ids.filter((id) => id !== 'sex' && id !== 'age_group').map((id) => [id])]
    : ids.map((id) => [id]);
}

function send(res: Response, { place }: Scene, what: string, text: string): void {
  res.attachment(`weights_${place.wave}_${place.townId}_${what}.csv`);
  res.type('text/csv').send(text);
}
