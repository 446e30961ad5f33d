import { Router } from 'express';
import { mayUseTown } from '../../accounts/index.js';
import { readerNamesFrom } from '../../definitions/index.js';
import { parseAddress, parseRequest } from '../../http/parse.js';
import { renderView } from '../../http/views.js';
import { textsIn } from '../../i18n/index.js';
import { scenarioSensitivityFrom } from '../../../scoring/index.js';
import { analysisLayout } from '../layouts.js';
import { entryAddress } from './pages/scenarioAddresses.js';
import { buildScenarioTownPage } from './pages/scenarioTown.viewModels.js';
import { EntryAddressSchema, TownAddressSchema, TownChoiceSchema, YearChoiceSchema } from './scenario.requests.js';
import { lastYear, type ScenarioPageServices } from './scenarioPage.js';
import { loadTownScenario } from './townScenario.js';

/** The scenario of one town and year; a town without a year leads to its newest one, or to the form. */
export function townRouter(services: ScenarioPageServices): Router {
  const { accounts, definitions, scenarios, scenarioMethods, clock } = services;
  const router = Router();
  const names = readerNamesFrom(definitions);

  router.get('/analysis/scenario/:town', async (req, res) => {
    const { id } = definitions.town(parseAddress(TownAddressSchema, req.params).town);
    const { year } = parseRequest(YearChoiceSchema, req.query);
    const entries = await scenarios.listNewest({ townId: id });
    const entry = year === undefined ? entries.at(-1) : entries.find((candidate) => candidate.year === year);
    const form = `${entryAddress(id, year ?? lastYear(clock))}/edit`;
    res.redirect(303, entry ? entryAddress(id, entry.year) : form);
  });

  router.get('/analysis/scenario/:town/:year', async (req, res) => {
    const { language } = req;
    const { town: townId, year } = parseAddress(EntryAddressSchema, req.params);
    const { version, unemployment, done } = parseRequest(TownChoiceSchema, req.query);
    const town = definitions.town(townId);
    const method = scenarioMethods.get(version);
    const scenario = await loadTownScenario(scenarios, { townId, year }, method, unemployment === 'reversed');
    const { picture, entry } = scenario;
    const page = buildScenarioTownPage({
      ...scenario,
      layout: analysisLayout(req, {
        title: textsIn(language)('scenarioData.town_title', { town: town.name[language], year }),
        synthetic: entry.synthetic,
      }),
      language,
      town,
      method,
      methods: scenarioMethods.list(),
      version: version ?? null,
      sensitivity: picture.state === 'read' ? scenarioSensitivityFrom(method, picture.values) : [],
      names,
      mayEdit: mayUseTown(accounts.personOf(req), townId),
      done: done ?? null,
    });
    await renderView(res, 'analysis/scenarioTown', page);
  });

  return router;
}
