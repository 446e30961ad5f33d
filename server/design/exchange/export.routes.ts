import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import type { Definition } from '../../../survey-definitions/contract/index.js';
import { staffLayout } from '../../accounts/index.js';
import { parseAddress } from '../../http/parse.js';
import { renderView } from '../../http/views.js';
import { textsIn } from '../../i18n/index.js';
import { draftSurface } from '../editing/editor.routes.js';
import { draftAddress } from '../places.js';
import type { TextStatus } from '../questionnaires/draft.js';
import type { DesignSurroundings } from '../surroundings.js';
import { buildExchangePage } from './exchangePage.viewModels.js';
import { exportXlsForm } from './xlsform/exportXlsForm.js';

const VersionSchema = z.object({ questionnaire: z.string(), version: z.coerce.number().int().min(1) });
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A draft or a published version to take away, with the list of what other programs will not show of it. */
export function exportRoutes({ accounts, definitions, drafts, publishing, editor }: DesignSurroundings): Router {
  const router = Router();
  const allowed = accounts.allow('questionnaires');

  editor.show('/export', async (req, res, draft) => {
    const page = buildExchangePage(req.language, draft.definition, draftAddress(draft.questionnaire));
    const surface = draftSurface(req, draft, { tab: 'files', title: page.heading });
    await renderView(res, 'design/exchange', { ...surface, ...page });
  });

  router.get('/design/:questionnaire/versions/:version/export', allowed, async (req, res) => {
    const definition = versionOf(req);
    const page = buildExchangePage(req.language, definition, `/design/${definition.id}/versions/${definition.version}`);
    const title = `${page.heading}: ${definition.id}, ${textsIn(req.language)('design.version_n', { version: definition.version })}`;
    const layout = staffLayout(req, { title, current: 'design', styles: ['design'] });
    await renderView(res, 'design/exchange', { layout, frame: null, ...page });
  });

  router.get('/design/:questionnaire/draft/export.xlsx', allowed, async (req, res) => {
    const { definition, statuses } = await drafts.get(String(req.params.questionnaire));
    await send(res, `${definition.id}_v${definition.version}_draft.xlsx`, definition, statuses);
  });

  router.get('/design/:questionnaire/versions/:version/export.xlsx', allowed, async (req, res) => {
    const definition = versionOf(req);
    const { id, version } = definition;
    await send(res, `${id}_v${version}.xlsx`, definition, await publishing.statusesOf(id, version));
  });

  function versionOf(req: Request): Definition {
    const { questionnaire, version } = parseAddress(VersionSchema, req.params);
    return definitions.definition(questionnaire, version);
  }

  return router;
}

async function send(res: Response, name: string, definition: Definition, statuses: readonly TextStatus[]): Promise<void> {
  res
    .attachment(name)
    .type(XLSX)
    .send(await exportXlsForm(definition, statuses));
}
