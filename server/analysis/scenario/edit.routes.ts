import { Router, type Request, type Response } from 'express';
import { parseAddress, parseRequest } from '../../http/parse.js';
import { renderView } from '../../http/views.js';
import { analysisLayout } from '../layouts.js';
import { buildScenarioEditPage, editHeading } from './pages/scenarioEdit.viewModels.js';
import { entryAddress, withChoices } from './pages/scenarioAddresses.js';
import { rawScenarioFrom, typedAgain, type RawScenario } from './rawScenario.js';
import { EditChoiceSchema, EntryAddressSchema, TypedFieldsSchema, TypedFormSchema } from './scenario.requests.js';
import { authorOf, fieldFaultsFrom, type ScenarioPageServices } from './scenarioPage.js';
import type { ScenarioEntry } from './scenarioEntry.js';
import type { ScenarioFault } from './scenarioFault.js';
import { startsFor, typedFromStart } from './startOptions.js';

interface Shown {
  typed: RawScenario;
  newest: ScenarioEntry | null;
  /** The revision that the form was read at; 0 = none. */
  revision: number;
  startedFrom?: string;
  faults?: readonly ScenarioFault[];
  outdated?: boolean;
}

/** Entering and correcting the inputs of one town and year. */
export function editRouter(services: ScenarioPageServices): Router {
  const { accounts, definitions, scenarios, scenarioMethods } = services;
  const router = Router();
  const mayEdit = accounts.allow('analyses', { townOf: (req) => String(req.params.town) });

  router.get('/analysis/scenario/:town/:year/edit', mayEdit, async (req, res) => {
    const { town, year } = placeAt(req);
    const { from } = parseRequest(EditChoiceSchema, req.query);
    const newest = await newestOf(town.id, year);
    const start = (await startsAt(req)).find(({ value }) => value === from);
    const typed = newest ? typedAgain(newest) : typedFromStart(start, town.id, year, scenarioMethods.newest());
    await show(req, res, 200, { typed, newest, revision: newest?.revision ?? 0, startedFrom: from });
  });

  router.post('/analysis/scenario/:town/:year/edit', mayEdit, async (req, res) => {
    const { town, year } = placeAt(req);
    const { revision } = parseRequest(TypedFormSchema, req.body);
    const fields = { ...parseRequest(TypedFieldsSchema, req.body), town: town.id, year: String(year) };
    const typed = rawScenarioFrom(fields, scenarioMethods.newest().inputs.map(({ id }) => id)); // prettier-ignore
    const saved = await scenarios.save(typed, revision, authorOf(req, services));
    if (saved.outcome === 'faulty') {
      await show(req, res, 422, { typed, newest: await newestOf(town.id, year), revision, faults: saved.faults });
    } else if (saved.outcome === 'outdated') {
      await show(req, res, 409, { typed, newest: saved.newest, revision: saved.newest.revision, outdated: true });
    } else {
      const object = `${town.id} ${year}`;
      if (saved.outcome === 'saved') await accounts.audit({ person: accounts.personOf(req), action: 'scenario_entered', object });
      res.redirect(303, withChoices(entryAddress(town.id, year), { done: saved.outcome }));
    }
  });

  return router;

  function placeAt(req: Request) {
    const { town, year } = parseAddress(EntryAddressSchema, req.params);
    return { town: definitions.town(town), year };
  }

  async function newestOf(townId: string, year: number): Promise<ScenarioEntry | null> {
    return (await scenarios.historyOf({ townId, year })).at(-1) ?? null;
  }

  async function startsAt(req: Request) {
    const { town, year } = placeAt(req);
    const entries = await scenarios.listNewest({ townId: town.id });
    const nameOf = (id: string) => definitions.town(id).name;
    return startsFor({ townId: town.id, year }, entries, definitions.publishedScenarios, nameOf, req.language);
  }

  async function show(req: Request, res: Response, status: number, shown: Shown): Promise<void> {
    const { town, year } = placeAt(req);
    const { typed, newest, revision, startedFrom = 'empty', outdated = false } = shown;
    const faults = fieldFaultsFrom(shown.faults ?? [], req);
    const { language } = req;
    const layout = analysisLayout(req, {
      title: editHeading(town, year, newest, language),
      faults,
      synthetic: newest?.synthetic ?? false,
      languageHref: `${entryAddress(town.id, year)}/edit`,
    });
    const method = scenarioMethods.newest();
    const starts = await startsAt(req);
    const material = { layout, language, town, year, method, typed, newest, revision, starts, startedFrom, faults, outdated };
    await renderView(res, 'analysis/scenarioEdit', buildScenarioEditPage(material), status);
  }
}
