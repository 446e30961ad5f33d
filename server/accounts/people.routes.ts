import { Router, type Request, type Response } from 'express';
import { AppError } from '../errors.js';
import type { FieldFault } from '../http/fieldFault.js';
import { parseAddress } from '../http/parse.js';
import { renderView } from '../http/views.js';
import { textsIn } from '../i18n/index.js';
import { chosenTowns, IdAddressSchema, InviteFormSchema, PersonFormSchema } from './accounts.requests.js';
import { buildInvitePage, buildPeoplePage, buildPersonPage, valuesOf, type PersonPage } from './people.viewModels.js';
import { allow, signedInPersonOf } from './recognition.js';
import './shownOnce.viewModels.js';
import type { FormValues } from './staffPages/formValues.js';
import { readForm } from './staffPages/staffForm.js';
import { staffLayout } from './staffPages/staffLayout.js';
import type { AccountsSurroundings } from './surroundings.js';

/** People and their rights, for admins. */
export function peopleRoutes({ accounts, links, audit, towns, baseUrl }: AccountsSurroundings): Router {
  const router = Router();
  const { repository } = accounts;
  const frameOf = (req: Request) => ({ t: textsIn(req.language), language: req.language, towns });
  const idOf = (req: Request) => parseAddress(IdAddressSchema, req.params).id;
  router.use('/accounts/people', allow('accounts'));

  router.get('/accounts/people', async (req, res) => {
    const content = buildPeoplePage(frameOf(req), await repository.listAccounts());
    await renderView(res, 'accounts/people', {
      layout: staffLayout(req, { title: content.heading, current: 'people' }),
      ...content,
    });
  });

  router.get('/accounts/people/new', async (req, res) => {
    await showPerson(req, res, buildInvitePage(frameOf(req), { townScope: 'all' }, []), []);
  });

  router.post('/accounts/people', async (req, res) => {
    const t = textsIn(req.language);
    const form = readForm(InviteFormSchema, req.body, t);
    const again = (shown: FormValues, faults: FieldFault[]) =>
      showPerson(req, res, buildInvitePage(frameOf(req), shown, faults), faults, '/accounts/people/new');
    if (!form.read) {
      await again(form.shown, form.faults);
      return;
    }
    const { signInName, displayName, roles } = form.values;
    if (await repository.findAccountByName(signInName)) {
      await again(form.values, [{ field: 'signInName', message: t('accounts.error_name_taken') }]);
      return;
    }
    const invited = { signInName, displayName, roles, townIds: chosenTowns(form.values) };
    const account = await accounts.createAccount(invited, signedInPersonOf(req));
    await showLink(req, res, account._id, signInName);
  });

  router.get('/accounts/people/:id', async (req, res) => {
    const account = await repository.getAccount(idOf(req));
    await showAccount(req, res, account._id, valuesOf(account), []);
  });

  router.post('/accounts/people/:id', async (req, res) => {
    const id = idOf(req);
    const form = readForm(PersonFormSchema, req.body, textsIn(req.language));
    if (!form.read) {
      await showAccount(req, res, id, form.shown, form.faults);
      return;
    }
    const { displayName, roles } = form.values;
    await accounts.changePerson(id, { displayName, roles, townIds: chosenTowns(form.values) }, signedInPersonOf(req));
    res.redirect(303, `/accounts/people/${id}?changed=1`);
  });

  router.post('/accounts/people/:id/link', async (req, res) => {
    const account = await repository.getAccount(idOf(req));
    if (account.disabled || account.demonstration) throw new AppError('conflict');
    await showLink(req, res, account._id, account.signInName);
  });

  for (const [deed, disabled] of [
    ['disable', true],
    ['enable', false],
  ] as const)
    router.post(`/accounts/people/:id/${deed}`, async (req, res) => {
      const id = idOf(req);
      await accounts.setDisabled(id, disabled, signedInPersonOf(req));
      res.redirect(303, `/accounts/people/${id}?changed=1`);
    });

  async function showAccount(req: Request, res: Response, id: string, values: FormValues, faults: FieldFault[]): Promise<void> {
    const account = await repository.getAccount(id);
    const self = id === signedInPersonOf(req).accountId;
    const changed = req.query.changed === '1';
    const content = buildPersonPage({ ...frameOf(req), account, self, changed }, values, faults);
    await showPerson(req, res, content, faults, `/accounts/people/${id}`);
  }

  async function showPerson(
    req: Request,
    res: Response,
    content: Omit<PersonPage, 'layout'>,
    faults: FieldFault[],
    languageHref = req.path,
  ): Promise<void> {
    const layout = staffLayout(req, { title: content.heading, current: 'people', faults, languageHref });
    await renderView(res, 'accounts/person', { layout, ...content }, faults.length > 0 ? 422 : 200);
  }

  /** The link is in this answer and nowhere else, so this POST is answered with a page and not with a redirect. */
  async function showLink(req: Request, res: Response, accountId: string, signInName: string): Promise<void> {
    const t = textsIn(req.language);
    const path = await links.makeLink('invitation', accountId);
    await audit({ person: signedInPersonOf(req), action: 'link_made', object: signInName });
    const content = {
      heading: t('accounts.link_made'),
      explanation: t('accounts.link_made_explanation', { name: signInName }),
      secret: baseUrl + path,
      back: { label: t('accounts.people'), href: '/accounts/people' },
    };
    const layout = staffLayout(req, { title: content.heading, current: 'people', languageHref: '/accounts/people' });
    await renderView(res, 'accounts/shownOnce', { layout, ...content }, 201);
  }

  return router;
}
