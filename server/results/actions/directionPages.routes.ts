import { Router, type Request, type Response } from 'express';
import { signedInPersonOf, type Accounts, type FormValues } from '../../accounts/index.js';
import type { Definitions } from '../../definitions/index.js';
import { AppError } from '../../errors.js';
import type { FieldFault } from '../../http/fieldFault.js';
import { parseAddress, parseRequest } from '../../http/parse.js';
import { renderView } from '../../http/views.js';
import { textsIn } from '../../i18n/index.js';
import { staffLayout } from '../layouts.js';
import type { Methods } from '../methods/registry.js';
import { LinkAddressSchema, LinkDoneSchema, LinkRevisionFieldSchema } from './actions.requests.js';
import type { DirectionLinks } from './directionLinks.service.js';
import { linkedIndicatorsIn, type LinkedIndicator } from './linkedIndicators.js';
import { linkValues, readLinkForm } from './linkForm.js';
import { buildLinkListPage } from './linkListPage.viewModels.js';
import { buildLinkPage } from './linkPage.viewModels.js';

export interface DirectionPagesSurroundings {
  accounts: Accounts;
  definitions: Definitions;
  methods: Methods;
  directionLinks: DirectionLinks;
}

/** Coordinators change which directions are named where an indicator is weak; the directions are quotations and stay. */
export function directionPagesRouter(surroundings: DirectionPagesSurroundings): Router {
  const { accounts, directionLinks } = surroundings;
  const { quoted } = directionLinks;
  const router = Router();
  const mayEdit = accounts.allow('releases');

  router.get('/results/directions', mayEdit, async (req, res) => {
    const { language } = req;
    const page = buildLinkListPage({
      layout: staffLayout(req, accounts, { title: textsIn(language)('actions.list_heading') }),
      language,
      indicators: linkedIndicatorsIn(language, surroundings),
      linkOf: await directionLinks.current(),
      directions: quoted,
      done: parseRequest(LinkDoneSchema, req.query).done,
    });
    await renderView(res, 'results/actionsLinks', page);
  });

  router.get('/results/directions/:indicator', mayEdit, async (req, res) => {
    const indicator = indicatorAt(req);
    const { directions, reason } = (await directionLinks.current())(indicator.id);
    await showLink(req, res, indicator, { shown: linkValues(directions, reason), faults: [] });
  });

  router.post('/results/directions/:indicator', mayEdit, async (req, res) => {
    const indicator = indicatorAt(req);
    const reading = readLinkForm(req.body, quoted, textsIn(req.language));
    if (!reading.read) {
      await showLink(req, res, indicator, reading);
      return;
    }
    const { _revision } = parseRequest(LinkRevisionFieldSchema, req.body);
    const outcome = await directionLinks.tryChange(indicator.id, reading.content, _revision, signedInPersonOf(req));
    if (outcome === 'overtaken') {
      const fault = { field: 'directions', message: textsIn(req.language)('actions.error_changed') };
      await showLink(req, res, indicator, { shown: reading.shown, faults: [fault] });
      return;
    }
    if (outcome === 'changed')
      await accounts.audit({ person: accounts.personOf(req), action: 'directions_changed', object: indicator.id });
    res.redirect(303, `/results/directions?done=${outcome === 'changed' ? 'saved' : 'unchanged'}`);
  });

  function indicatorAt(req: Request): LinkedIndicator {
    const { indicator } = parseAddress(LinkAddressSchema, req.params);
    const found = linkedIndicatorsIn(req.language, surroundings).find(({ id }) => id === indicator);
    if (!found) throw new AppError('notFound');
    return found;
  }

  async function showLink(
    req: Request,
    res: Response,
    indicator: LinkedIndicator,
    { shown, faults }: { shown: FormValues; faults: FieldFault[] },
  ): Promise<void> {
    const { language } = req;
    const t = textsIn(language);
    const prefix = faults.length === 0 ? '' : `${t('interface.ui_error_prefix')} `;
    const { code, name } = indicator;
    const page = buildLinkPage({
      layout: staffLayout(req, accounts, { title: `${prefix}${t('actions.edit_heading', { code, name })}` }),
      language,
      indicator,
      directions: quoted,
      history: await directionLinks.history(indicator.id),
      shown,
      faults,
    });
    await renderView(res, 'results/actionsLink', page, faults.length === 0 ? 200 : 422);
  }

  return router;
}
