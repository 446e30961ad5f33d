import { Router, type Request, type Response } from 'express';
import type { Method } from '../../../../survey-definitions/contract/index.js';
import { signedInPersonOf, type Accounts } from '../../../accounts/index.js';
import { parseAddress, parseRequest } from '../../../http/parse.js';
import { renderView } from '../../../http/views.js';
import { textsIn } from '../../../i18n/index.js';
import { staffLayout } from '../../layouts.js';
import { DoneQuerySchema, DraftAddressSchema, OriginQuerySchema } from '../methods.requests.js';
import type { MethodsService } from '../methods.service.js';
import type { Methods } from '../registry.js';
import { buildNewMethodPage } from './formPage.viewModels.js';
import { formReader, type FormReader } from './formReader.js';
import { languageFields } from './languageFields.js';
import { buildMethodListPage } from './listPage.viewModels.js';
import { newMethodIn } from './newMethod.js';
import { draftAddress } from './section.js';

export interface MethodsPagesSurroundings {
  accounts: Accounts;
  methods: Methods;
  methodDesign: MethodsService;
}

/** All methods for those who publish them: beginning one from another, the next version, out of use and back. */
export function methodsPagesRouter({ accounts, methods, methodDesign }: MethodsPagesSurroundings): Router {
  const router = Router();
  const mayDesign = accounts.allow('releases');

  router.get('/results/methods', mayDesign, async (req, res) => {
    const { done } = parseRequest(DoneQuerySchema, req.query);
    const page = buildMethodListPage({
      layout: staffLayout(req, accounts, { title: textsIn(req.language)('methods.list_heading') }),
      language: req.language,
      published: methods.everyVersion.map((method) => ({
        method,
        isBuiltIn: methods.isBuiltIn(method.id),
        isRetired: methods.isRetired(method.id),
        isNewest: methods.versionsOf(method.id)[0] === method,
      })),
      drafts: await methodDesign.listDrafts(),
      done: done === 'published' || done === 'discarded' ? done : null,
    });
    await renderView(res, 'results/methodList', page);
  });

  router.get('/results/methods/new', mayDesign, async (req, res) => {
    await showNew(req, res, originAt(req.query));
  });

  router.post('/results/methods', mayDesign, async (req, res) => {
    const origin = originAt(req.body);
    const read = formReader(req.body, textsIn(req.language));
    const method = newMethodIn(read, origin, methods);
    if (read.faults.length === 0 && (await methodDesign.tryBegin(method, signedInPersonOf(req).signInName))) {
      await finishBeginning(req, res, method.id);
      return;
    }
    read.refuse('id', 'methods.error_id_taken');
    await showNew(req, res, origin, read);
  });

  router.post('/results/methods/:method/next', mayDesign, async (req, res) => {
    const method = methods.get(idAt(req));
    await methodDesign.begin(method, signedInPersonOf(req).signInName);
    await finishBeginning(req, res, method.id);
  });

  router.post('/results/methods/:method/retire', mayDesign, async (req, res) => {
    const { id } = methods.get(idAt(req));
    await methodDesign.retire(id);
    await accounts.audit({ person: accounts.personOf(req), action: 'method_retired', object: id });
    res.redirect(303, '/results/methods');
  });

  router.post('/results/methods/:method/bring-back', mayDesign, async (req, res) => {
    const { id } = methods.get(idAt(req));
    await methodDesign.bringBack(id);
    await accounts.audit({ person: accounts.personOf(req), action: 'method_brought_back', object: id });
    res.redirect(303, '/results/methods');
  });

  const idAt = (req: Request): string => parseAddress(DraftAddressSchema, req.params).method;

  function originAt(source: unknown): Method {
    const { from } = parseRequest(OriginQuerySchema, source);
    return from === undefined ? methods.standard : methods.get(from.id, from.version);
  }

  async function finishBeginning(req: Request, res: Response, id: string): Promise<void> {
    await accounts.audit({ person: accounts.personOf(req), action: 'method_begun', object: id });
    res.redirect(303, `${draftAddress(id)}?done=begun`);
  }

  async function showNew(req: Request, res: Response, origin: Method, read?: FormReader): Promise<void> {
    const { language } = req;
    const t = textsIn(language);
    const faults = read?.faults ?? [];
    const prefix = faults.length === 0 ? '' : `${t('interface.ui_error_prefix')} `;
    const page = buildNewMethodPage(
      (make) => [
        languageFields(make, 'name', t('methods.field_name'), { hint: t('methods.new_name_hint') }),
        make.text('id', t('methods.field_id'), { hint: t('methods.id_hint') }),
      ],
      {
        layout: staffLayout(req, accounts, { title: `${prefix}${t('methods.new_heading')}` }),
        language,
        action: '/results/methods',
        origin: origin.name[language],
        from: `${origin.id}/${origin.version}`,
        faults,
        ...(read && { shown: read.shown }),
      },
    );
    await renderView(res, 'results/methodForm', page, faults.length === 0 ? 200 : 422);
  }

  return router;
}
