import { Router, type ErrorRequestHandler, type Request, type RequestHandler, type Response } from 'express';
import { FormValuesSchema, readForm, type FormValues } from '../../accounts/index.js';
import { AppError } from '../../errors.js';
import type { FieldFault } from '../../http/fieldFault.js';
import { uploadedBytes, uploadOneFile } from '../../http/upload.js';
import { renderView } from '../../http/views.js';
import { textsIn } from '../../i18n/index.js';
import { analysisLayout } from '../layouts.js';
import type { Dataset } from './dataset.js';
import type { DatasetPlaces } from './datasetPlaces.js';
import { UploadFormSchema } from './datasets.requests.js';
import { buildUploadPage, megabytesIn } from './pages/uploadPage.viewModels.js';
import { readDataset, type DatasetContent } from './reading/readDataset.js';
import type { TableFault } from './remark.js';
import { unitNamesIn } from './unitNames.js';
import { saveAudited } from './saveAudited.js';

const NEW_VALUES: FormValues = { kind: 'panel' };

interface Shown {
  values: FormValues;
  faults: FieldFault[];
  tableFaults: readonly TableFault[];
}

/** Why nothing can be kept of a file. */
interface Refused {
  message: string;
  faults: readonly TableFault[];
}

/** New data from a file: saved at once where nothing is wrong with it, else the page comes again with every fault. */
export function uploadPagesRouter(places: DatasetPlaces & { protectUpload: RequestHandler }): Router {
  const { definitions, limits, protectUpload } = places;
  const router = Router();
  const readUpload = uploadOneFile('file', limits.uploadBytes, protectUpload);
  const size = { rows: limits.csvRows, columns: limits.csvColumns };

  router.get('/analysis/data/new', (req, res) => show(req, res, { values: NEW_VALUES, faults: [], tableFaults: [] }));

  /** The page comes again with what to do about the file, instead of one that leads nowhere. */
  const refuseTooLarge: ErrorRequestHandler = async (error: unknown, req, res, next) => {
    if (!(error instanceof AppError && error.code === 'bodyTooLarge')) {
      next(error);
      return;
    }
    const message = textsIn(req.language)('datasets.error_too_large', {
      megabytes: megabytesIn(limits.uploadBytes, req.language),
    });
    await show(req, res, { values: NEW_VALUES, faults: [{ field: 'file', message }], tableFaults: [] }, error.status);
  };

  router.post('/analysis/data/new', readUpload, refuseTooLarge, async (req: Request, res: Response) => {
    const t = textsIn(req.language);
    const values = FormValuesSchema.parse(req.body);
    const form = readForm(UploadFormSchema, values, t);
    const file = await fileIn(req, kindOf(values));
    if (!form.read || 'faults' in file) {
      const faults = [...('faults' in file ? [{ field: 'file', message: file.message }] : []), ...(form.read ? [] : form.faults)];
      await show(req, res, { values, faults, tableFaults: 'faults' in file ? file.faults : [] });
      return;
    }
    const { name, source, synthetic } = form.values;
    const { digest, isNew } = await saveAudited(req, places, file.content, { name, source, synthetic, origin: 'upload' });
    res.redirect(303, `/analysis/data/${digest}?done=${isNew ? 'saved' : 'existing'}`);
  });

  /** What the file holds; its faults are told together with those of the form. */
  async function fileIn(req: Request, kind: Dataset['kind']): Promise<{ content: DatasetContent } | Refused> {
    const t = textsIn(req.language);
    const bytes = uploadedBytes(req);
    if (bytes === null) return { message: t('datasets.error_no_file'), faults: [] };
    const { towns, statistics } = definitions;
    const read = await readDataset(bytes, kind, { towns, statistics, size, language: req.language });
    return 'faults' in read ? { message: t('datasets.error_faults'), ...read } : read;
  }

  async function show(req: Request, res: Response, shown: Shown, status = shown.faults.length === 0 ? 200 : 422): Promise<void> {
    const { language } = req;
    const layout = analysisLayout(req, { title: textsIn(language)('datasets.upload_title'), faults: shown.faults });
    const nameOf = unitNamesIn(definitions.towns, { kind: kindOf(shown.values) }, language);
    await renderView(res, 'analysis/datasetUpload', buildUploadPage({ layout, language, nameOf, limits, ...shown }), status);
  }

  return router;
}

function kindOf({ kind }: FormValues): Dataset['kind'] {
  return kind === 'sectors' ? 'sectors' : 'panel';
}
