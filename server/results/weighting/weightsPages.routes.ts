import { Router, type Request, type RequestHandler, type Response } from 'express';
import type { Definition, Town } from '../../../survey-definitions/contract/index.js';
import { signedInPersonOf, type Accounts, type FormValues } from '../../accounts/index.js';
import { AppError } from '../../errors.js';
import type { FieldworkService, Wave } from '../../fieldwork/index.js';
import type { FieldFault } from '../../http/fieldFault.js';
import { parseAddress, parseRequest } from '../../http/parse.js';
import { uploadedBytes, uploadOneFile } from '../../http/upload.js';
import { renderView } from '../../http/views.js';
import { textsIn } from '../../i18n/index.js';
import { headlineOf } from '../estimates/displayedPopulation.js';
import type { LiveEstimates } from '../estimates/liveEstimates.js';
import { staffLayout } from '../layouts.js';
import type { DataMatrix } from '../matrix/dataMatrix.js';
import { waveVisitOf, type WaveVisit } from '../waves/waveVisit.js';
import { fieldFaultFrom, type MarginFault } from './marginFault.js';
import { readMarginForm, typedAgain } from './marginForm.js';
import { buildMarginPage } from './marginPage.viewModels.js';
import { marginsCsv, marginsTemplate } from './marginsFile.js';
import { categoriesOfMargin, marginVariablesOf, nameOfMargin, type MarginVariable } from './marginVariables.js';
import { mergeOffersFrom, type MergeOffer } from './mergeOffers.js';
import { readMarginsFile } from './readMarginsFile.js';
import { lookedAtMargins } from './usedWeights.js';
import { marginName, type Margin } from './weighting.js';
import {
  AdjustmentChoiceSchema,
  MarginChoiceSchema,
  MergeChoiceSchema,
  SeparationChoiceSchema,
  WaveAddressSchema,
  WeightsQuerySchema,
} from './weighting.requests.js';
import type { WeightingService } from './weighting.service.js';
import { weightsAddress } from './weightsAddress.js';
import { buildWeightsPage } from './weightsPage.viewModels.js';

export interface WeightsPagesSurroundings {
  accounts: Accounts;
  towns: readonly Town[];
  fieldwork: FieldworkService;
  estimates: LiveEstimates;
  dataMatrix: DataMatrix;
  weighting: WeightingService;
  definitionOf: (wave: Wave) => Definition;
  uploadBytes: number;
  protectUpload: RequestHandler;
}

/** One wave in one town, as the address names it. */
interface Scene extends WaveVisit {
  town: Town;
  place: { wave: string; townId: string };
  definition: Definition;
  variables: MarginVariable[];
}

/** The weights of a wave in a town: margins by form and file, merges, and what all that does. For coordinators only. */
export function weightsPagesRouter(surroundings: WeightsPagesSurroundings): Router {
  const { accounts, towns, fieldwork, estimates, dataMatrix, weighting, definitionOf } = surroundings;
  const router = Router();
  const maySee = accounts.allow('liveResults');
  const mayChange = accounts.allow('releases');
  const readFile = uploadOneFile('file', surroundings.uploadBytes, surroundings.protectUpload);
  const address = '/results/waves/:slug/weights';

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

  router.get(`${address}/margin`, maySee, async (req, res) => {
    const scene = await sceneAt(req);
    const ids = marginAt(req, scene);
    const standing = (await marginsOf(scene)).find(({ variables }) => marginName(variables) === marginName(ids));
    await showMargin(req, res, scene, { ids, shown: standing ? typedAgain(standing) : {}, faults: [] });
  });

  router.post(`${address}/margin`, mayChange, async (req, res) => {
    const scene = await sceneAt(req);
    const ids = marginAt(req, scene);
    const categories = categoriesOfMargin(scene.variables, ids);
    const read = readMarginForm(req.body, { variables: ids, categories, others: await marginsOf(scene) });
    if ('faults' in read) {
      const faults = inWords(read.faults, req, scene);
      await showMargin(req, res, scene, { ids, shown: read.shown, faults });
      return;
    }
    await weighting.putMargin(scene.place, read.margin, signedInPersonOf(req));
    await finish(req, res, scene, 'saved');
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

  /** @throws AppError notFound for waves that do not count and for towns of others */
  async function sceneAt(req: Request): Promise<Scene> {
    const { slug } = parseAddress(WaveAddressSchema, req.params);
    const { town: wanted } = parseRequest(WeightsQuerySchema, req.query);
    const visit = await waveVisitOf(fieldwork, towns, signedInPersonOf(req), { slug, town: wanted });
    const { wave, townId } = visit;
    const town = visit.towns.find(({ id }) => id === townId);
    if (!town) throw new AppError('notFound');
    const definition = definitionOf(wave);
    return { ...visit, town, place: { wave: slug, townId }, definition, variables: marginVariablesOf(definition) };
  }

  function marginAt(req: Request, { variables }: Scene): string[] {
    const ids = parseRequest(MarginChoiceSchema, req.query);
    if (categoriesOfMargin(variables, ids).length === 0) throw new AppError('notFound');
    return ids;
  }

  async function marginsOf({ place }: Scene): Promise<readonly Margin[]> {
    return (await weighting.current(place))?.margins ?? [];
  }

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

  async function showMargin(
    req: Request,
    res: Response,
    { wave, study, town, variables }: Scene,
    { ids, shown, faults }: { ids: string[]; shown: FormValues; faults: FieldFault[] },
  ): Promise<void> {
    const { language } = req;
    const margin = nameOfMargin(variables, ids)[language];
    const title = textsIn(language)('weighting.margin_heading', { margin, town: town.name[language] });
    const layout = layoutOf(req, { title, synthetic: study.demonstration, faults });
    const page = buildMarginPage({ layout, language, wave, town, variables, ids, shown, faults });
    await renderView(res, 'results/weightsMargin', page, faults.length === 0 ? 200 : 422);
  }

  function layoutOf(
    req: Request,
    { title, synthetic, faults }: { title: string; synthetic: boolean; faults: readonly FieldFault[] },
  ) {
    const prefix = faults.length === 0 ? '' : `${textsIn(req.language)('interface.ui_error_prefix')} `;
    return staffLayout(req, accounts, { title: `${prefix}${title}`, synthetic });
  }

  async function finish(req: Request, res: Response, { place }: Scene, done: 'saved' | 'imported'): Promise<void> {
    const person = accounts.personOf(req);
    await accounts.audit({ person, action: 'weighting_changed', object: `${place.wave} ${place.townId}` });
    res.redirect(303, `${weightsAddress(place).page()}&done=${done}`);
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

function inWords(faults: readonly MarginFault[], req: Request, { variables }: Scene): FieldFault[] {
  return faults.map((fault) => {
    const margin = fault.values?.margin;
    const named = typeof margin === 'string' ? { margin: nameOfMargin(variables, margin.split('*'))[req.language] } : {};
    return fieldFaultFrom({ ...fault, values: { ...fault.values, ...named } }, req.language);
  });
}

function send(res: Response, { place }: Scene, what: string, text: string): void {
  res.attachment(`weights_${place.wave}_${place.townId}_${what}.csv`);
  res.type('text/csv').send(text);
}
