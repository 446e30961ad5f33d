import { Router, type Request, type Response } from 'express';
import type { FieldFault } from '../http/fieldFault.js';
import { buildLayout } from '../http/layout.js';
import { renderView } from '../http/views.js';
import { textsIn } from '../i18n/index.js';
import { safeNext, SignInFormSchema } from './accounts.requests.js';
import { personFrom } from './accounts.service.js';
import { buildSignInPage } from './doorPages.viewModels.js';
import { personOf } from './recognition.js';
import { beginSession, endSession } from './session.js';
import { documentTitle } from './staffPages/documentTitle.js';
import type { FormValues } from './staffPages/formValues.js';
import { readForm } from './staffPages/staffForm.js';
import type { AccountsSurroundings } from './surroundings.js';

export function signInRoutes({ accounts, attempts, audit }: AccountsSurroundings): Router {
  const router = Router();

  router.get('/accounts/sign-in', async (req, res) => {
    const next = safeNext(req.query.next);
    if (personOf(req)) res.redirect(303, next);
    else await showSignIn(req, res, { values: {}, faults: [], next, status: 200 });
  });

  router.post('/accounts/sign-in', async (req, res) => {
    const t = textsIn(req.language);
    const next = safeNext((req.body as FormValues).next);
    const form = readForm(SignInFormSchema, req.body, t);
    if (!form.read) {
      await showSignIn(req, res, { values: form.shown, faults: form.faults, next, status: 422 });
      return;
    }
    const { signInName, password } = form.values;
    const again = (message: string, status: number) =>
      showSignIn(req, res, { values: { signInName }, faults: [{ field: 'signInName', message }], next, status });
    if (!(await attempts.countAttempt(req.ip, signInName))) {
      await again(t('accounts.error_too_many_attempts'), 429);
      return;
    }
    const account = await accounts.accountFor(signInName, password);
    if (!account) {
      await again(t('accounts.error_sign_in'), 422);
      return;
    }
    await attempts.forgetName(signInName);
    await beginSession(req, account);
    await audit({ person: personFrom(account), action: 'signed_in', object: account.signInName });
    res.redirect(303, next);
  });

  router.post('/accounts/sign-out', async (req, res) => {
    const person = personOf(req);
    await endSession(req);
    if (person) await audit({ person, action: 'signed_out', object: person.signInName });
    res.redirect(303, '/accounts/sign-in');
  });

  return router;
}

interface SignInAttempt {
  values: FormValues;
  faults: FieldFault[];
  next: string;
  status: number;
}

async function showSignIn(req: Request, res: Response, { values, faults, next, status }: SignInAttempt): Promise<void> {
  const t = textsIn(req.language);
  const content = buildSignInPage(t, values, faults, next);
  const layout = buildLayout(req, {
    title: documentTitle(t, content.heading, faults),
    styles: ['staff'],
    languageHref: `/accounts/sign-in?next=${encodeURIComponent(next)}`,
    indexed: false,
  });
  await renderView(res, 'accounts/door', { layout, ...content }, status);
}
