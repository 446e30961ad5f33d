import { Router, type Request, type Response } from 'express';
import { may, signedInPersonOf, type Accounts, type FormValues } from '../../accounts/index.js';
import type { Definitions } from '../../definitions/index.js';
import type { FieldFault } from '../../http/fieldFault.js';
import { parseRequest } from '../../http/parse.js';
import { renderView } from '../../http/views.js';
import { textsIn } from '../../i18n/index.js';
import { analysisLayout } from '../layouts.js';
import { editValues } from './editFields.js';
import { buildEditPage } from './editPage.viewModels.js';
import { buildMethodPage, METHOD_ADDRESS } from './methodPage.viewModels.js';
import { readMethodEdit } from './readMethodEdit.js';
import { ReadVersionSchema, VersionChoiceSchema } from './scenarioMethod.requests.js';
import type { ScenarioMethods } from './scenarioMethods.js';

export interface ScenarioMethodServices {
  accounts: Accounts;
  definitions: Definitions;
  scenarioMethods: ScenarioMethods;
}

/** The method of development scenarios: read by all who analyse, changed by those who release. */
export function scenarioMethodRouter({ accounts, definitions, scenarioMethods }: ScenarioMethodServices): Router {
  const router = Router();
  const mayEdit = accounts.allow('releases');

  router.use('/analysis/scenario', async (_req, _res, next) => {
    await scenarioMethods.refresh();
    next();
  });

  router.get(METHOD_ADDRESS, async (req, res) => {
    const { version, done } = parseRequest(VersionChoiceSchema, req.query);
    const { language } = req;
    const page = buildMethodPage({
      layout: analysisLayout(req, { title: textsIn(language)('scenario.title') }),
      language,
      method: scenarioMethods.get(version),
      history: scenarioMethods.history(),
      published: definitions.publishedScenarios,
      mayEdit: may(accounts.personOf(req), 'releases'),
      isSaved: done === 'saved',
    });
    await renderView(res, 'analysis/scenarioMethod', page);
  });

  router.get(`${METHOD_ADDRESS}/edit`, mayEdit, async (req, res) => {
    const values = editValues(scenarioMethods.newest(), req.language === 'en' ? '.' : ',');
    await showForm(req, res, 200, values, []);
  });

  router.post(`${METHOD_ADDRESS}/edit`, mayEdit, async (req, res) => {
    const { readVersion } = parseRequest(ReadVersionSchema, req.body);
    const reading = readMethodEdit(req.body, scenarioMethods.get(readVersion), req.language);
    if (!reading.read) {
      await showForm(req, res, 422, reading.shown, reading.faults);
      return;
    }
    const { method, why } = reading.values;
    const { accountId, signInName } = signedInPersonOf(req);
    if (!(await scenarioMethods.tryAdd(method, { by: accountId, byName: signInName, why }))) {
      const { version } = scenarioMethods.newest();
      const fault = { field: 'why', message: textsIn(req.language)('scenario.fault_outdated', { version }) };
      await showForm(req, res, 409, req.body as FormValues, [fault]);
      return;
    }
    const object = `${method.id} v${String(method.version)}`;
    await accounts.audit({ person: accounts.personOf(req), action: 'scenario_method_changed', object });
    res.redirect(303, `${METHOD_ADDRESS}?done=saved`);
  });

  async function showForm(req: Request, res: Response, status: number, values: FormValues, faults: FieldFault[]): Promise<void> {
    const { language } = req;
    const layout = analysisLayout(req, {
      title: textsIn(language)('scenario.edit_title'),
      faults,
      languageHref: `${METHOD_ADDRESS}/edit`,
    });
    const page = buildEditPage({ layout, language, method: scenarioMethods.newest(), values, faults });
    await renderView(res, 'analysis/scenarioMethodEdit', page, status);
  }

  return router;
}
