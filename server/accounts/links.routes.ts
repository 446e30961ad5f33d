import { Router, type Request, type Response } from 'express';
import { AppError } from '../errors.js';
import type { FieldFault } from '../http/fieldFault.js';
import { buildLayout } from '../http/layout.js';
import { parseAddress } from '../http/parse.js';
import { renderView } from '../http/views.js';
import { textsIn, type Texts } from '../i18n/index.js';
import type { Account } from './account.js';
import { InvitationFormSchema, SecretAddressSchema, SetUpFormSchema } from './accounts.requests.js';
import { personFrom } from './accounts.service.js';
import { buildLinkPage } from './doorPages.viewModels.js';
import type { UsableLink } from './oneTimeLinks.service.js';
import { passwordFaults } from './passwordFaults.js';
import { beginSession } from './session.js';
import { documentTitle } from './staffPages/documentTitle.js';
import type { FormValues } from './staffPages/formValues.js';
import { readForm, type FormReading } from './staffPages/staffForm.js';
import type { AccountsSurroundings } from './surroundings.js';

/** What the button of a link does with the account, once the link has been taken. */
type Entrance = (link: UsableLink) => Promise<Account>;

/** One-time links: GET shows a page with a button, so that link previews use nothing up; POST uses the link. */
export function linkRoutes({ accounts, links, attempts, audit }: AccountsSurroundings): Router {
  const router = Router();

  router.get('/accounts/links/:secret', async (req, res) => {
    await refuseGuessing(req);
    const { secret } = parseAddress(SecretAddressSchema, req.params);
    await showLink(req, res, await links.getLink(secret), {}, []);
  });

  router.post('/accounts/links/:secret', async (req, res) => {
    await refuseGuessing(req);
    const { secret } = parseAddress(SecretAddressSchema, req.params);
    const link = await links.getLink(secret);
    const form = entranceFrom(link, req.body, textsIn(req.language));
    if (!form.read) {
      await showLink(req, res, link, form.shown, form.faults);
      return;
    }
    const account = await form.values(await links.takeLink(secret));
    await beginSession(req, account);
    await audit({ person: personFrom(account), action: 'signed_in', object: account.signInName });
    res.redirect(303, '/staff');
  });

  async function refuseGuessing(req: Request): Promise<void> {
    if (!(await attempts.countAttempt(req.ip))) throw new AppError('tooManyRequests');
  }

  function entranceFrom(link: UsableLink, body: unknown, t: Texts): FormReading<Entrance> {
    if (link.purpose === 'sign-in') return { read: true, values: (taken) => Promise.resolve(accountOf(taken)) };
    if (link.purpose === 'set-up') {
      const form = readForm(SetUpFormSchema, body, t);
      if (!form.read) return form;
      const { signInName, displayName, password } = form.values;
      const account = { signInName, displayName, password, roles: ['admin' as const], townIds: null };
      return checked(form.values, signInName, t, () => accounts.createAccount(account, null));
    }
    const form = readForm(InvitationFormSchema, body, t);
    if (!form.read) return form;
    const { displayName, password } = form.values;
    return checked(form.values, link.account?.signInName ?? '', t, (taken) =>
      accounts.setPassword(accountOf(taken), password, displayName),
    );
  }

  return router;
}

/** The rules for passwords come after the form itself is complete. */
function checked(
  { password, ...shown }: { password: string; passwordAgain: string; displayName: string; signInName?: string },
  signInName: string,
  t: Texts,
  entrance: Entrance,
): FormReading<Entrance> {
  const faults = passwordFaults(password, signInName, t);
  return faults.length === 0 ? { read: true, values: entrance } : { read: false, shown, faults };
}

function accountOf({ account }: UsableLink): Account {
  if (!account) throw new AppError('notFound');
  return account;
}

async function showLink(req: Request, res: Response, link: UsableLink, values: FormValues, faults: FieldFault[]): Promise<void> {
  const t = textsIn(req.language);
  const shown = { purpose: link.purpose, signInName: link.account?.signInName ?? null };
  const content = buildLinkPage(t, shown, req.path, { displayName: link.account?.displayName ?? '', ...values }, faults);
  const layout = buildLayout(req, { title: documentTitle(t, content.heading, faults), styles: ['staff'], indexed: false });
  res.setHeader('Cache-Control', 'no-store');
  await renderView(res, 'accounts/door', { layout, ...content }, faults.length > 0 ? 422 : 200);
}
