import { Router } from 'express';
import { staffLayout } from '../../accounts/index.js';
import { readerNamesFrom } from '../../definitions/index.js';
import { refusalFrom } from '../../http/refusal.js';
import { AppError } from '../../errors.js';
import { parseAddress, parseRequest } from '../../http/parse.js';
import { renderView } from '../../http/views.js';
import { textsIn } from '../../i18n/index.js';
import { buildScenarioSheetPage } from './pages/scenarioSheet.viewModels.js';
import { EntryAddressSchema, TownChoiceSchema } from './scenario.requests.js';
import type { ScenarioPageServices } from './scenarioPage.js';
import { loadTownScenario } from './townScenario.js';

/** The scenario of a town on one sheet of paper. */
export function sheetRouter({ definitions, scenarios, scenarioMethods, clock }: ScenarioPageServices): Router {
  const router = Router();
  const names = readerNamesFrom(definitions);

  router.get('/analysis/scenario/:town/:year/sheet', async (req, res) => {
    const { language } = req;
    const { town: townId, year } = parseAddress(EntryAddressSchema, req.params);
    const { version, unemployment } = parseRequest(TownChoiceSchema, req.query);
    const town = definitions.town(townId);
    const method = scenarioMethods.get(version);
    const { entry, picture, reversed } = await loadTownScenario(scenarios, { townId, year }, method, unemployment === 'reversed');
    if (picture.state === 'refused')
      throw new AppError('invalidInput', { faults: refusalFrom(picture.error, language, names).faults });
    const t = textsIn(language);
    const layout = staffLayout(req, {
      title: t('scenarioData.sheet_title', { town: town.name[language], year }),
      current: 'analysis',
      styles: ['data', 'analysis', 'sheet'],
      banner: entry.synthetic ? t('common.demonstrationBanner') : null,
    });
    const page = buildScenarioSheetPage({ layout, language, town, method, entry, picture, reversed, printedOn: clock() });
    await renderView(res, 'analysis/scenarioSheet', page);
  });

  return router;
}
