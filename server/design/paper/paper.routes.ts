import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import type { Definition } from '../../../survey-definitions/contract/index.js';
import { staffLayout } from '../../accounts/index.js';
import { parseAddress } from '../../http/parse.js';
import { renderView } from '../../http/views.js';
import { textsIn } from '../../i18n/index.js';
import { titleIn } from '../editing/draftFrame.viewModels.js';
import { draftAddress } from '../places.js';
import type { DesignSurroundings } from '../surroundings.js';
import { buildPaperPage } from './paper.viewModels.js';

const VersionAddressSchema = z.object({ questionnaire: z.string(), version: z.coerce.number().int().min(1) });

/** The questionnaire to be printed: of a draft, and of every published version. */
export function paperRoutes({ accounts, definitions, editor }: DesignSurroundings): Router {
  const router = Router();

  editor.show('/paper', (req, res, { questionnaire, definition }) => show(req, res, definition, draftAddress(questionnaire)));

  router.get('/design/:questionnaire/versions/:version/paper', accounts.allow('questionnaires'), async (req, res) => {
    const { questionnaire, version } = parseAddress(VersionAddressSchema, req.params);
    await show(req, res, definitions.definition(questionnaire, version), '/design');
  });

  async function show(req: Request, res: Response, definition: Definition, backTo: string): Promise<void> {
    const { language } = req;
    const t = textsIn(language);
    const title = titleIn(definition, language);
    const layout = staffLayout(req, { title: t('paper.heading', { title }), current: 'design', styles: ['sheet'] });
    const page = buildPaperPage({
      layout,
      language,
      definition,
      back: { label: t('paper.back_to_design'), href: backTo },
      allLanguages: req.query.languages === 'all',
    });
    await renderView(res, 'design/paper', page);
  }

  return router;
}
