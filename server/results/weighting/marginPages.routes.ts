import { Router, type Request, type Response } from 'express';
import { signedInPersonOf, type FormValues } from '../../accounts/index.js';
import type { FieldFault } from '../../http/fieldFault.js';
import { renderView } from '../../http/views.js';
import { textsIn } from '../../i18n/index.js';
import { readMarginForm, typedAgain } from './marginForm.js';
import { buildMarginPage } from './marginPage.viewModels.js';
import { categoriesOfMargin, nameOfMargin } from './marginVariables.js';
import { marginName } from './weighting.js';
import { inWords, type Scene, type WeightsDesk, type WeightsPagesSurroundings } from './weightsDesk.js';

/** The form of one margin. */
export function marginPagesRouter({ accounts, weighting }: WeightsPagesSurroundings, desk: WeightsDesk): Router {
  const { sceneAt, marginAt, marginsOf, layoutOf, finish } = desk;
  const router = Router();
  const address = '/results/waves/:slug/weights/margin';

  router.get(address, accounts.allow('liveResults'), async (req, res) => {
    const scene = await sceneAt(req);
    const ids = marginAt(req, scene);
    const standing = (await marginsOf(scene)).find(({ variables }) => marginName(variables) === marginName(ids));
    await showMargin(req, res, scene, { ids, shown: standing ? typedAgain(standing) : {}, faults: [] });
  });

  router.post(address, accounts.allow('releases'), async (req, res) => {
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

  return router;
}
