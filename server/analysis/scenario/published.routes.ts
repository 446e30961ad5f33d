import { Router } from 'express';
import { parseAddress } from '../../http/parse.js';
import { renderView } from '../../http/views.js';
import { textsIn } from '../../i18n/index.js';
import { analysisLayout } from '../layouts.js';
import { buildScenarioPublishedPage } from './pages/scenarioPublished.viewModels.js';
import { publishedPicture, publishedTown } from './published.js';
import { TownAddressSchema } from './scenario.requests.js';
import type { ScenarioPageServices } from './scenarioPage.js';

/** The towns of the paper: published beside recomputed, by the version of the method that was read from it. */
export function publishedRouter({ definitions }: ScenarioPageServices): Router {
  const router = Router();
  const publication = definitions.publishedScenarios;

  router.get('/analysis/scenario/published/:town', async (req, res) => {
    const { language } = req;
    const { town: townId } = parseAddress(TownAddressSchema, req.params);
    const printed = publishedTown(publication, townId);
    const town = definitions.town(townId);
    const method = definitions.scenarioMethod(publication.method.id, publication.method.version);
    const others = publication.towns.filter((other) => other !== printed).map((other) => definitions.town(other.town));
    const layout = analysisLayout(req, {
      title: textsIn(language)('scenarioData.published_title', { town: town.name[language] }),
    });
    const picture = publishedPicture(printed, method);
    const page = buildScenarioPublishedPage({ layout, language, town, others, method, printed, publication, picture });
    await renderView(res, 'analysis/scenarioPublished', page);
  });

  return router;
}
