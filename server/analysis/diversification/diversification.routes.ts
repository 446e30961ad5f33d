import { Router, type Request, type Response } from 'express';
import { AppError } from '../../errors.js';
import type { FieldFault } from '../../http/fieldFault.js';
import { parseAddress, parseRequest } from '../../http/parse.js';
import { renderView } from '../../http/views.js';
import { textsIn } from '../../i18n/index.js';
import { saveAudited } from '../datasets/saveAudited.js';
import { analysisLayout } from '../layouts.js';
import { changesChart } from './charts/changesChart.js';
import { coefficientsChart } from './charts/coefficientsChart.js';
import { rankingChart } from './charts/rankingChart.js';
import { seriesChart } from './charts/seriesChart.js';
import { structureChart } from './charts/structureChart.js';
import {
  addressOf,
  ChoicesQuerySchema,
  PanelFormSchema,
  RegionAddressSchema,
  TableAddressSchema,
} from './diversification.requests.js';
import { filesRouter } from './files/files.routes.js';
import { economiesOfYear } from './measures.js';
import { namesIn } from './names.js';
import { buildRegionPage } from './pages/regionPage.viewModels.js';
import { buildRegionsPage } from './pages/regionsPage.viewModels.js';
import { buildDiversificationPage } from './pages/startPage.viewModels.js';
import { panelForm } from './panel/panelForm.viewModels.js';
import { savePanel } from './panel/savePanel.js';
import type { DiversificationPlaces } from './places.js';
import { sceneOf, type Scene } from './scene.js';
import { getSectors } from './sectorsAt.js';

/** The regressions of the paper, first those of which it prints the estimates. */
const PRESETS = ['t23', 't23-z', 't23-twoways'];

/** How specialised and how various the economies of regions are. */
export function diversificationRouter(places: DiversificationPlaces): Router {
  const { datasets, definitions, computation } = places;
  const router = Router();
  router.use(filesRouter(places));

  router.get('/analysis/diversification', async (req, res) => {
    const { language } = req;
    const page = buildDiversificationPage({
      layout: analysisLayout(req, { title: textsIn(language)('diversification.title') }),
      language,
      names: namesIn(definitions.towns, language),
      tables: await datasets.list('sectors'),
      presets: PRESETS.flatMap((id) => definitions.regressionPresets.filter((preset) => preset.id === id)),
    });
    await renderView(res, 'analysis/diversification', page);
  });

  router.get('/analysis/diversification/:digest', async (req, res) => {
    await showRegions(req, res, { scene: await sceneAt(req), chosen: '', faults: [] });
  });

  router.post('/analysis/diversification/:digest/panel', async (req, res) => {
    const { language } = req;
    const { controls: chosen, ...options } = parseRequest(PanelFormSchema, req.body);
    const sectors = await getSectors(datasets, parseAddress(TableAddressSchema, req.params).digest);
    const controls = chosen === '' ? null : await datasets.find(chosen);
    const save: Parameters<typeof savePanel>[0]['save'] = (content, label) => saveAudited(req, places, content, label);
    const outcome =
      controls?.kind === 'panel'
        ? await savePanel({ sectors, controls, options, language, computation, save })
        : { refused: textsIn(language)('diversification.panel_error_choose') };
    if ('digest' in outcome) {
      res.redirect(303, `/analysis/data/${outcome.digest}?done=${outcome.isNew ? 'saved' : 'existing'}`);
      return;
    }
    const asked = { ...options, measure: 'variance' as const };
    const scene = await sceneOf(sectors, { language, towns: definitions.towns, computation, asked });
    await showRegions(req, res, { scene, chosen, faults: [{ field: 'controls', message: outcome.refused }] });
  });

  router.get('/analysis/diversification/:digest/:region', async (req, res) => {
    const scene = await sceneAt(req);
    const { region: id } = parseAddress(RegionAddressSchema, req.params);
    const region = economiesOfYear(scene.economy, scene.choices.year).find((each) => each.region === id);
    if (region === undefined) throw new AppError('notFound', { message: 'the table has no such region' });
    const structure = region.economy && structureChart(id, region.economy.structure, scene);
    const title = `${scene.names.region(id)} – ${scene.dataset.name}`;
    const layout = analysisLayout(req, { title, synthetic: scene.dataset.synthetic });
    const page = buildRegionPage({ layout, scene, region, charts: { structure, series: seriesChart(id, scene) } });
    await renderView(res, 'analysis/diversificationRegion', page);
  });

  async function sceneAt(req: Request): Promise<Scene> {
    const { digest } = parseAddress(TableAddressSchema, { digest: req.params.digest });
    const asked = parseRequest(ChoicesQuerySchema, req.query);
    const sectors = await getSectors(datasets, digest);
    return sceneOf(sectors, { language: req.language, towns: definitions.towns, computation, asked });
  }

  async function showRegions(req: Request, res: Response, { scene, chosen, faults }: ShownRegions): Promise<void> {
    const { language } = req;
    const { dataset, choices } = scene;
    const layout = analysisLayout(req, {
      title: dataset.name,
      synthetic: dataset.synthetic,
      faults,
      languageHref: addressOf(dataset.digest, '', choices),
    });
    const panels = await datasets.list('panel');
    const page = buildRegionsPage({
      layout,
      scene,
      charts: { ranking: rankingChart(scene), coefficients: coefficientsChart(scene), changes: changesChart(scene) },
      panelForm: panelForm({ language, digest: dataset.digest, choices, panels, chosen, faults }),
    });
    await renderView(res, 'analysis/diversificationRegions', page, faults.length === 0 ? 200 : 422);
  }

  return router;
}

interface ShownRegions {
  scene: Scene;
  /** The panel of controls that was chosen. */
  chosen: string;
  faults: FieldFault[];
}
