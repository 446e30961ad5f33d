import { Router, type Request, type Response } from 'express';
import type { FieldFault } from '../http/fieldFault.js';
import { parseAddress } from '../http/parse.js';
import { renderView } from '../http/views.js';
import { textsIn } from '../i18n/index.js';
import { chosenTowns, IdAddressSchema, tokenFormSchema } from './accounts.requests.js';
import { allow, signedInPersonOf } from './recognition.js';
import type { FormValues } from './staffPages/formValues.js';
import { readForm } from './staffPages/staffForm.js';
import { staffLayout } from './staffPages/staffLayout.js';
import type { AccountsSurroundings } from './surroundings.js';
import { buildTokensPage } from './tokens.viewModels.js';

const LONGEST_LIFE_DAYS = 366;
const DAY_MS = 24 * 3600 * 1000;

/** Tokens for programs that use the API. */
export function tokenRoutes({ tokens, clock, towns }: AccountsSurroundings): Router {
  const router = Router();
  const dayIn = (days: number) => new Date(clock().getTime() + days * DAY_MS).toISOString().slice(0, 10);
  router.use('/accounts/tokens', allow('tokens'));

  router.get('/accounts/tokens', async (req, res) => {
    await showTokens(req, res, { townScope: 'all', lastDay: dayIn(90) }, []);
  });

  /** The token is in this answer and nowhere else, so this POST is answered with a page and not with a redirect. */
  router.post('/accounts/tokens', async (req, res) => {
    const t = textsIn(req.language);
    const form = readForm(tokenFormSchema(dayIn(0), dayIn(LONGEST_LIFE_DAYS)), req.body, t);
    if (!form.read) {
      await showTokens(req, res, form.shown, form.faults);
      return;
    }
    const { name, role, lastDay } = form.values;
    const secret = await tokens.makeToken({ name, role, lastDay, townIds: chosenTowns(form.values) }, signedInPersonOf(req));
    const content = {
      heading: t('accounts.token_made'),
      explanation: t('accounts.token_made_explanation', { name }),
      secret,
      back: { label: t('accounts.tokens'), href: '/accounts/tokens' },
    };
    const layout = staffLayout(req, { title: content.heading, current: 'people', languageHref: '/accounts/tokens' });
    await renderView(res, 'accounts/shownOnce', { layout, ...content }, 201);
  });

  router.post('/accounts/tokens/:id/revoke', async (req, res) => {
    await tokens.revokeToken(parseAddress(IdAddressSchema, req.params).id, signedInPersonOf(req));
    res.redirect(303, '/accounts/tokens?revoked=1');
  });

  async function showTokens(req: Request, res: Response, values: FormValues, faults: FieldFault[]): Promise<void> {
    const { language } = req;
    const revoked = req.query.revoked === '1';
    const material = { t: textsIn(language), language, towns, tokens: await tokens.listTokens(), revoked };
    const content = buildTokensPage(material, values, faults);
    const layout = staffLayout(req, { title: content.heading, current: 'people', faults, languageHref: '/accounts/tokens' });
    await renderView(res, 'accounts/tokens', { layout, ...content }, faults.length > 0 ? 422 : 200);
  }

  return router;
}
