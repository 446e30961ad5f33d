import { Router, type Request, type Response } from 'express';
import type { FieldFault } from '../http/fieldFault.js';
import { renderView } from '../http/views.js';
import { textsIn } from '../i18n/index.js';
import { PasswordFormSchema } from './accounts.requests.js';
import { buildMePage } from './me.viewModels.js';
import { passwordFaults } from './passwordFaults.js';
import { allow, signedInPersonOf } from './recognition.js';
import { beginSession } from './session.js';
import { readForm } from './staffPages/staffForm.js';
import { staffLayout } from './staffPages/staffLayout.js';
import type { AccountsSurroundings } from './surroundings.js';

export function meRoutes({ accounts, attempts, towns }: AccountsSurroundings): Router {
  const router = Router();

  router.get('/accounts/me', allow('staffPages'), async (req, res) => {
    await showMe(req, res, []);
  });

  router.post('/accounts/me/password', allow('staffPages'), async (req, res) => {
    const t = textsIn(req.language);
    const { signInName } = signedInPersonOf(req);
    const form = readForm(PasswordFormSchema, req.body, t);
    if (!form.read) {
      await showMe(req, res, form.faults);
      return;
    }
    const { currentPassword, password } = form.values;
    if (!(await attempts.countAttempt(req.ip, signInName))) {
      await showMe(req, res, [{ field: 'currentPassword', message: t('accounts.error_too_many_attempts') }], 429);
      return;
    }
    const account = await accounts.accountFor(signInName, currentPassword);
    const faults = account
      ? passwordFaults(password, signInName, t)
      : [{ field: 'currentPassword', message: t('accounts.error_current_password') }];
    if (!account || faults.length > 0) {
      await showMe(req, res, faults);
      return;
    }
    await attempts.forgetName(signInName);
    // Every other session ends with the old password; this one goes on under a new id.
    await beginSession(req, await accounts.setPassword(account, password));
    res.redirect(303, '/accounts/me?changed=password');
  });

  async function showMe(
    req: Request,
    res: Response,
    faults: FieldFault[],
    status = faults.length > 0 ? 422 : 200,
  ): Promise<void> {
    const { language } = req;
    const changed = req.query.changed === 'password';
    const person = signedInPersonOf(req);
    const content = buildMePage({ t: textsIn(language), language, person, towns, faults, changed });
    const layout = staffLayout(req, { title: content.heading, current: 'account', faults, languageHref: '/accounts/me' });
    await renderView(res, 'accounts/me', { layout, ...content }, status);
  }

  return router;
}
