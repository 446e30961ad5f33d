import { Router, type Request, type Response } from 'express';
import { itemsInOrder } from '../../../survey-definitions/contract/index.js';
import { staffLayout } from '../../accounts/index.js';
import { AppError } from '../../errors.js';
import { parseAddress, parseRequest } from '../../http/parse.js';
import { renderView } from '../../http/views.js';
import { draftSurface } from '../editing/editor.routes.js';
import type { DesignSurroundings } from '../surroundings.js';
import { buildPathPage } from './path/pathPage.viewModels.js';
import { ItemAddressSchema, PathSchema, PhoneAddressSchema, PreviewPlaceSchema } from './preview.requests.js';
import { buildPreviewPage } from './previewPage.viewModels.js';
import type { PreviewVisit } from './provider.js';
import { startingPoints } from './startingPoints.js';
import { loadSubject, phoneAddress, type PreviewSubject } from './subject.js';
import { walkFromAddress } from './walk.js';

const SUBJECTS = ['/design/:questionnaire/draft/preview', '/design/:questionnaire/versions/:version/preview'];

/** A questionnaire as respondents will meet it, one question alone, and the path that chosen answers lead along. */
export function previewRoutes(surroundings: DesignSurroundings): Router {
  const router = Router();
  const { accounts, preview } = surroundings;
  const allowed = accounts.allow('questionnaires');
  const subjectOf = (req: Request) => loadSubject(surroundings, req.params);

  for (const address of SUBJECTS) {
    router.get(address, allowed, async (req, res) => {
      const subject = await subjectOf(req);
      const { language: phoneLanguage = req.language, at } = parseRequest(PreviewPlaceSchema, req.query);
      const starts = startingPoints(subject.shown);
      const page = buildPreviewPage({ subject, language: req.language, phoneLanguage, at, starts });
      await renderView(res, 'design/preview', { ...surface(req, subject, page.heading), ...page });
    });

    router.get(`${address}/path`, allowed, async (req, res) => {
      const subject = await subjectOf(req);
      const page = buildPathPage({
        subject,
        language: req.language,
        preview: preview(),
        fields: parseRequest(PathSchema, req.query),
      });
      await renderView(res, 'design/previewPath', { ...surface(req, subject, page.heading), ...page });
    });

    for (const language of ['', '/:language'])
      router.get(`${address}/item/:item${language}`, allowed, async (req, res) => showItem(req, res, await subjectOf(req)));

    router.use(`${address}/phone/:language/:walk`, allowed, async (req, res, next) => {
      const subject = await subjectOf(req);
      const { language, walk } = parseAddress(PhoneAddressSchema, req.params);
      const visit: PreviewVisit = {
        definition: subject.shown,
        walk: walkFromAddress(walk, subject.shown),
        language,
        addressOf: (state, other = language) => phoneAddress(subject, other, state),
      };
      preview().walk(visit, req, res, next);
    });
  }
  async function showItem(req: Request, res: Response, { shown }: PreviewSubject): Promise<void> {
    const { item: id, language = req.language } = parseAddress(ItemAddressSchema, req.params);
    const item = itemsInOrder(shown).find((candidate) => candidate.id === id);
    if (!item) throw new AppError('notFound', { message: 'there is no such item' });
    req.language = language;
    await preview().showQuestion(req, res, shown, item);
  }

  return router;
}

/** The frame of the draft, or the plain page of a published version. */
function surface(req: Request, { draft }: PreviewSubject, title: string) {
  const scripts = ['designPreview.js'];
  if (draft !== null) return draftSurface(req, draft, { tab: 'preview', title, scripts });
  return { frame: null, layout: staffLayout(req, { title, current: 'design', styles: ['design'], scripts }) };
}
