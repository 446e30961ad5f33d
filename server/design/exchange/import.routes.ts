import { Router, type ErrorRequestHandler, type Request, type Response } from 'express';
import { FormValuesSchema, readForm, signedInPersonOf, staffLayout, type FormValues } from '../../accounts/index.js';
import { AppError } from '../../errors.js';
import type { FieldFault } from '../../http/fieldFault.js';
import { uploadedBytes, uploadOneFile } from '../../http/upload.js';
import { renderView } from '../../http/views.js';
import { formatInteger, textsIn } from '../../i18n/index.js';
import { draftSurface } from '../editing/editor.routes.js';
import { draftAddress } from '../places.js';
import type { DesignSurroundings } from '../surroundings.js';
import { buildImportNotesPage } from './importNotesPage.viewModels.js';
import { buildImportPage, BYTES_PER_MEGABYTE } from './importPage.viewModels.js';
import { ImportFormSchema, type ImportForm } from './import.requests.js';
import { formatOf, importFile } from './importedFile.js';
import type { ImportNote } from './importResult.js';
import { importDeed, notesOf, shortened } from './keptNotes.js';

const NEW_VALUES: FormValues = { population: 'residents', language: 'kk', id: '' };
const UNKNOWN_FILE: ImportNote = { place: { in: 'file' }, kind: 'import_unknown_file', values: {} };

/** A new draft from a file: the upload, the faults of a file that is refused, and what an accepted one did not bring along. */
export function importRoutes({ accounts, config, definitions, drafts, editor, protectUpload }: DesignSurroundings): Router {
  const router = Router();
  const allowed = accounts.allow('questionnaires');
  const readFile = uploadOneFile('file', config.limits.uploadBytes, protectUpload);

  router.get('/design/import', allowed, (req, res) => show(req, res, { values: NEW_VALUES, faults: [], fileFaults: [] }));

  /** The page comes again with what to do about the file, instead of one that leads nowhere. */
  const refuseTooLarge: ErrorRequestHandler = async (error: unknown, req, res, next) => {
    if (!(error instanceof AppError && error.code === 'bodyTooLarge')) {
      next(error);
      return;
    }
    const megabytes = formatInteger(config.limits.uploadBytes / BYTES_PER_MEGABYTE, req.language);
    const message = textsIn(req.language)('designExchange.error_too_large', { megabytes });
    res.status(413);
    await show(req, res, { values: NEW_VALUES, faults: [{ field: 'file', message }], fileFaults: [] });
  };

  router.post('/design/import', allowed, readFile, refuseTooLarge, async (req: Request, res: Response) => {
    const t = textsIn(req.language);
    const values = FormValuesSchema.parse(req.body);
    const bytes = uploadedBytes(req);
    const form = readForm(ImportFormSchema, values, t);
    const faults = [
      ...(bytes === null
        ? [{ field: 'file', message: t(req.file ? 'designExchange.json_empty' : 'designExchange.error_no_file') }]
        : []),
      ...(form.read ? [] : form.faults),
    ];
    if (!form.read || bytes === null) return show(req, res, { values, faults, fileFaults: [] });
    const format = formatOf(bytes);
    const imported = format ? await importFile(bytes, format, optionsFor(form.values)) : { faults: [UNKNOWN_FILE] };
    if ('faults' in imported || format === null)
      return show(req, res, {
        values,
        faults: [{ field: 'file', message: t('designExchange.error_file_faults') }],
        fileFaults: 'faults' in imported ? shortened(imported.faults) : [],
      });
    const id = form.values.id === '' ? imported.definition.id : form.values.id;
    if (await isTaken(id)) {
      const fault = { field: 'id', message: t('designExchange.error_id_of_file', { id }) };
      return show(req, res, { values, faults: [fault], fileFaults: [] });
    }
    const { notCarried, statuses } = imported;
    const by = signedInPersonOf(req).signInName;
    const definition = { ...imported.definition, id, version: 1 };
    await drafts.start({ definition, statuses, basedOn: null, deed: importDeed(format, notCarried), by });
    await accounts.audit({ person: accounts.personOf(req), action: 'questionnaire_started', object: id });
    res.redirect(303, notCarried.length > 0 ? `${draftAddress(id)}/import` : draftAddress(id));
  });

  editor.show('/import', async (req, res, draft) => {
    const first = await drafts.findRevision(draft.questionnaire, 1);
    const notes = first && notesOf(first.deed);
    if (!notes) throw new AppError('notFound', { message: 'this draft did not begin with a file, or its first step is gone' });
    const page = buildImportNotesPage(req.language, draft.questionnaire, notes);
    const surface = draftSurface(req, draft, { tab: 'structure', title: page.heading });
    await renderView(res, 'design/importNotes', { ...surface, ...page });
  });

  async function isTaken(id: string): Promise<boolean> {
    return definitions.definitions.some((definition) => definition.id === id) || (await drafts.find(id)) !== null;
  }

  function optionsFor({ language, population }: ImportForm) {
    const model = definitions.builtIn.find((definition) => definition.population === population) ?? definitions.builtIn[0];
    if (!model) throw new Error('there is no built-in questionnaire whose consent page could be taken over');
    return { language, population, model };
  }

  async function show(req: Request, res: Response, shown: Shown): Promise<void> {
    const { uploadBytes } = config.limits;
    const page = buildImportPage(req.language, { ...shown, uploadBytes });
    const { faults } = shown;
    const title = page.heading;
    const layout = staffLayout(req, {
      title,
      current: 'design',
      faults,
      styles: ['design'],
      scripts: ['design.js'],
      languageHref: '/design/import',
    });
    const isRefused = faults.length > 0 && res.statusCode === 200;
    await renderView(res, 'design/import', { layout, ...page }, isRefused ? 422 : res.statusCode);
  }

  return router;
}

interface Shown {
  values: FormValues;
  faults: FieldFault[];
  fileFaults: ImportNote[];
}
