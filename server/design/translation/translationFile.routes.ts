import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Router, type Request, type Response } from 'express';
import { signedInPersonOf } from '../../accounts/index.js';
import { csvFrom, defused, EXCEL_WITH_COMMA } from '../../csv/index.js';
import { AppError } from '../../errors.js';
import { parseRequest } from '../../http/parse.js';
import { uploadedBytes, uploadOneFile } from '../../http/upload.js';
import { renderView } from '../../http/views.js';
import { draftSurface } from '../editing/editor.routes.js';
import { writeWorkbook } from '../exchange/workbook/writeWorkbook.js';
import type { DraftRevision } from '../questionnaires/draft.js';
import type { DesignSurroundings } from '../surroundings.js';
import { fileAddress } from './addresses.js';
import { COLUMNS } from './files/columns.js';
import { faultAt } from './files/fileFault.js';
import { SHEET } from './files/openTable.js';
import { takeFile } from './files/takeFile.js';
import { textTableFrom } from './files/textTable.js';
import { withChanges } from './textChanges.js';
import { ConflictWaySchema, FileDoneSchema } from './translation.requests.js';
import { buildTranslationFilePage, type FileReport } from './translationFilePage.viewModels.js';

/** The texts of a draft as a spreadsheet: out to the translators, and in again. */
export function translationFileRoutes({ editor, accounts, drafts, config, protectUpload }: DesignSurroundings): Router {
  const router = Router();
  const allowed = accounts.allow('questionnaires');
  const readFile = uploadOneFile('file', config.limits.uploadBytes, protectUpload);

  editor.show('/translation/texts.xlsx', async (req, res, draft) => {
    const rows = [[...COLUMNS], ...textTableFrom(draft, req.language)].map((row) => row.map(defused));
    res.attachment(`${fileName(draft)}.xlsx`).send(await writeWorkbook([{ name: SHEET, rows }]));
  });

  editor.show('/translation/texts.csv', async (req, res, draft) => {
    const csv = csvFrom({ columns: COLUMNS, rows: textTableFrom(draft, req.language) }, EXCEL_WITH_COMMA);
    res.attachment(`${fileName(draft)}.csv`).type('text/csv');
    await pipeline(Readable.from(csv), res);
  });

  editor.show('/translation/file', (req, res, draft) => show(req, res, draft, { done: FileDoneSchema.parse(req.query) }));

  router.post('/design/:questionnaire/draft/translation/file', allowed, readFile, async (req: Request, res: Response) => {
    const draft = await drafts.get(String(req.params.questionnaire));
    const { conflicts: way } = parseRequest(ConflictWaySchema, req.body);
    const bytes = uploadedBytes(req);
    if (bytes === null) return show(req, res, draft, { faults: [faultAt(null, null, 'no_file')] });
    const outcome = await takeFile(bytes, draft, way);
    if (!('taken' in outcome)) return show(req, res, draft, outcome);
    const { changes, left } = outcome.taken;
    const changed = withChanges(draft, changes);
    const texts = changes.reduce((sum, change) => sum + Object.keys(change.texts).length, 0);
    const states = changes.reduce((sum, change) => sum + Object.keys(change.states).length, 0);
    if (changed.definition !== draft.definition || changed.said.length > 0) {
      const deed = { key: 'designTranslation.deed_file', values: { n: changes.length } };
      const saved = await drafts.save(draft, { ...changed, deed, by: signedInPersonOf(req).signInName });
      if (saved === null) throw new AppError('conflict', { message: 'the draft moved on while a file was read' });
    }
    res.redirect(303, `${fileAddress(draft.questionnaire)}?texts=${texts}&states=${states}&left=${left}`);
  });

  async function show(req: Request, res: Response, draft: DraftRevision, report: FileReport): Promise<void> {
    const page = buildTranslationFilePage({ language: req.language, draft, report, uploadBytes: config.limits.uploadBytes });
    const faults = page.faults === null ? [] : [{ field: 'faults', message: page.faults.heading }];
    const surface = draftSurface(req, draft, { tab: 'translation', title: page.heading, faults });
    await renderView(res, 'design/translationFile', { ...surface, ...page }, 'done' in report ? 200 : 422);
  }

  return router;
}

function fileName({ questionnaire, definition }: DraftRevision): string {
  return `${questionnaire}_v${definition.version}_texts`;
}
