import { Router, type Request } from 'express';
import type { Definition } from '../../../survey-definitions/contract/index.js';
import { may, type Accounts } from '../../accounts/index.js';
import type { Definitions } from '../../definitions/index.js';
import type { Design } from '../../design/index.js';
import { AppError } from '../../errors.js';
import { buildLayout } from '../../http/layout.js';
import { parseAddress, parseRequest } from '../../http/parse.js';
import { renderView } from '../../http/views.js';
import { textsIn } from '../../i18n/index.js';
import { FormatQuerySchema } from '../export.requests.js';
import type { ExportService } from '../export.service.js';
import { produce, type Workshop } from '../files/produce.js';
import { sendFile } from '../sendFile.routes.js';
import { CodebookAddressSchema } from './codebook.requests.js';
import { buildCodebookPage } from './codebookPage.viewModels.js';
import { buildCodebookListPage } from './codebookListPage.viewModels.js';

export interface CodebookSurroundings {
  accounts: Accounts;
  definitions: Definitions;
  design: Pick<Design, 'findDraft'>;
  service: ExportService;
  workshop: Workshop;
}

interface FoundDefinition {
  definition: Definition;
  isDraft: boolean;
}

/** Codebooks of questionnaires: of published versions for anyone, of drafts for those who write them. */
export function codebookRouter({ accounts, definitions, design, service, workshop }: CodebookSurroundings): Router {
  const router = Router();

  router.get('/export/codebooks', async (req, res) => {
    const page = buildCodebookListPage(req.language, definitions);
    await renderView(res, 'export/codebooks', { layout: layoutOf(req, page.heading, true), ...page });
  });

  router.get('/export/codebooks/:questionnaire/:version', async (req, res) => {
    const { definition, isDraft } = await definitionAt(req);
    const page = buildCodebookPage({
      language: req.language,
      definition,
      isDraft,
      columns: service.columnsOfDefinition(definition),
    });
    await renderView(res, 'export/codebook', { layout: layoutOf(req, page.heading, !isDraft), ...page });
  });

  router.get('/export/codebooks/:questionnaire/:version/codebook.csv', async (req, res) => {
    const format = parseRequest(FormatQuerySchema, req.query);
    const { definition, isDraft } = await definitionAt(req);
    await sendFile(req, res, await produce(service.codebookOfVersion(definition, isDraft, format), workshop));
  });

  async function definitionAt(req: Request): Promise<FoundDefinition> {
    const { questionnaire, version } = parseAddress(CodebookAddressSchema, req.params);
    if (version !== 'draft') return { definition: definitions.definition(questionnaire, version), isDraft: false };
    const person = accounts.personOf(req);
    if (person === null) throw new AppError('notSignedIn');
    if (!may(person, 'questionnaires')) throw new AppError('forbidden');
    const draft = await design.findDraft(questionnaire);
    if (draft === null) throw new AppError('notFound');
    return { definition: draft.definition, isDraft: true };
  }

  return router;
}

function layoutOf(req: Request, title: string, indexed: boolean) {
  return buildLayout(req, {
    title: `${title} – ${textsIn(req.language)('common.siteName')}`,
    styles: ['data', 'sheet'],
    indexed,
  });
}
