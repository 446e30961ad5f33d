import { Router, type Request } from 'express';
import { z } from 'zod';
import { signedInPersonOf } from '../../accounts/index.js';
import { AppError } from '../../errors.js';
import { parseAddress, parseRequest } from '../../http/parse.js';
import { renderView } from '../../http/views.js';
import { columnMeanings, presetAmong } from '../journal/presets.js';
import { analysisLayout } from '../layouts.js';
import { shortName } from '../shortName.js';
import { journalOf } from '../regression/journalOf.js';
import { estimatedOf, openAnalysis } from '../regression/openedAnalysis.js';
import { buildModelPage } from '../regression/pages/modelPage.viewModels.js';
import { wordsFor, type RegressionPlaces } from '../regression/regressionPlaces.js';
import { buildSavedPage } from './pages/savedPage.viewModels.js';
import { mayRemove, type VerifiedAnalysis } from './saved.service.js';

const SavedAddressSchema = z.object({ digest: z.string().regex(/^[\da-f]{64}$/) });
const SavedModelSchema = SavedAddressSchema.extend({ at: z.coerce.number().int().min(1).max(1000) });
const DoneSchema = z.object({ done: z.literal('saved').optional().catch(undefined) });

/** Saved analyses: computed again on opening, copied to work on, removed by who saved them. */
export function savedRouter({ accounts, saved, regressions, datasets, definitions, computation }: RegressionPlaces): Router {
  const router = Router();
  const base = '/analysis/saved/:digest';

  router.get(base, async (req, res) => {
    const verified = await verifiedAt(req);
    const { saved: analysis, opened } = verified;
    const { synthetic } = opened.dataset;
    const preset = presetAmong(definitions.regressionPresets, analysis.preset);
    const page = buildSavedPage({
      layout: analysisLayout(req, { title: analysis.name, synthetic }),
      words: wordsFor(req, opened.dataset, definitions),
      verified,
      journal: journalOf(estimatedOf(opened.results), { preset, synthetic }, req.language),
      done: parseRequest(DoneSchema, req.query).done,
      mayRemove: mayRemove(analysis, signedInPersonOf(req)),
    });
    await renderView(res, 'analysis/saved', page);
  });

  router.get(`${base}/models/:at`, async (req, res) => {
    const { digest, at } = parseAddress(SavedModelSchema, req.params);
    const analysis = await saved.get(digest);
    const dataset = await datasets.get(analysis.data);
    const models = analysis.models.slice(at - 1, at);
    const [estimated] = estimatedOf((await openAnalysis(computation, { ...analysis, models }, dataset)).results);
    if (!estimated) throw new AppError('notFound');
    const { synthetic } = dataset;
    const words = wordsFor(req, dataset, definitions);
    const title = words.t('regression.model_heading', { name: estimated.model.name });
    const back = { label: analysis.name, href: `/analysis/saved/${analysis._id}` };
    const layout = analysisLayout(req, { title, synthetic });
    const transformations = columnMeanings(analysis, definitions.regressionPresets);
    const page = buildModelPage({ layout, words, estimated, transformations, back, edit: null, synthetic });
    await renderView(res, 'analysis/regressionModel', page);
  });

  router.post(`${base}/copy`, async (req, res) => {
    const { name, data, preset, transformations, models } = await saved.get(parseAddress(SavedAddressSchema, req.params).digest);
    const specification = { data, preset, transformations, models };
    const id = await regressions.begin(name, specification, signedInPersonOf(req).accountId);
    res.redirect(303, `/analysis/regression/${id}?done=begun`);
  });

  router.post(`${base}/remove`, async (req, res) => {
    const person = signedInPersonOf(req);
    const removed = await saved.remove(parseAddress(SavedAddressSchema, req.params).digest, person);
    await accounts.audit({ person, action: 'analysis_removed', object: shortName(removed.name, removed._id) });
    res.redirect(303, '/analysis/regression');
  });

  return router;

  async function verifiedAt(req: Request): Promise<VerifiedAnalysis> {
    const analysis = await saved.get(parseAddress(SavedAddressSchema, req.params).digest);
    return saved.verify(analysis, await datasets.get(analysis.data));
  }
}
