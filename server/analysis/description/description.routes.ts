import { Router, type Request } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { csvFrom, EXCEL_WITH_COMMA, EXCEL_WITH_DOT, MACHINE } from '../../csv/index.js';
import type { Definitions } from '../../definitions/index.js';
import { AppError } from '../../errors.js';
import type { FieldFault } from '../../http/fieldFault.js';
import { parseAddress, parseRequest } from '../../http/parse.js';
import { renderView } from '../../http/views.js';
import type { AnalysisComputation } from '../computation/analysisComputation.js';
import type { Dataset } from '../datasets/dataset.js';
import type { DatasetRepository } from '../datasets/dataset.repository.js';
import { analysisLayout } from '../layouts.js';
import type { AnalysisWords } from '../regression/pages/analysisWords.js';
import { refusalWords } from '../regression/refusalWords.js';
import { wordsFor } from '../regression/regressionPlaces.js';
import type { Description } from './description.js';
import { descriptionAddress } from './descriptionAddress.js';
import {
  DescriptionAddressSchema,
  DescriptionChoiceSchema,
  TableAddressSchema,
  TableFormatSchema,
  type DescriptionChoice,
} from './description.requests.js';
import type { DescribedPanel } from './describedPanel.js';
import { buildDescriptionPage } from './descriptionPage.viewModels.js';
import { descriptionTable } from './descriptionTables.js';

interface DescriptionPlaces {
  datasets: DatasetRepository;
  definitions: Definitions;
  computation: AnalysisComputation;
}

/** The description of a panel before any model, as a page and table by table as files. */
export function descriptionRouter({ datasets, definitions, computation }: DescriptionPlaces): Router {
  const router = Router();

  const panelAt = async (req: Request): Promise<Dataset> => {
    const dataset = await datasets.get(parseAddress(DescriptionAddressSchema, req.params).digest);
    if (dataset.kind !== 'panel') throw new AppError('notFound');
    return dataset;
  };

  const described = ({ csv }: Dataset, choice: DescriptionChoice): Promise<Description> =>
    computation.run('description', { csv }, choice);

  const faultsIn = (fault: DescribedPanel['fault'], words: AnalysisWords): FieldFault[] => {
    if (fault === null) return [];
    if ('key' in fault) return [{ field: fault.field, message: words.t(`description.fault_${fault.key}`) }];
    return [{ field: fault.error.code === 'duplicate-column' ? 'name' : 'of', message: refusalWords(fault.error, words) }];
  };

  router.get('/analysis/data/:digest/description', async (req, res) => {
    const { language } = req;
    const dataset = await panelAt(req);
    const choice = parseRequest(DescriptionChoiceSchema, req.query);
    const description = await described(dataset, choice);
    const words = wordsFor(req, dataset, definitions);
    const faults = faultsIn(description.fault, words);
    const { name, synthetic } = dataset;
    const title = words.t('description.heading', { name });
    const page = buildDescriptionPage({
      layout: analysisLayout(req, { title, synthetic, faults }),
      language,
      dataset,
      choice,
      description,
      address: descriptionAddress(dataset.digest, choice, description),
      faults,
      nameOf: words.nameOf,
    });
    await renderView(res, 'analysis/description', page, faults.length > 0 ? 422 : 200);
  });

  router.get('/analysis/data/:digest/description/:table.csv', async (req, res) => {
    const { table } = parseAddress(TableAddressSchema, req.params);
    const dataset = await panelAt(req);
    const description = await described(dataset, parseRequest(DescriptionChoiceSchema, req.query));
    const excel = req.language === 'en' ? EXCEL_WITH_DOT : EXCEL_WITH_COMMA;
    const dialect = parseRequest(TableFormatSchema, req.query).profile === 'excel' ? excel : MACHINE;
    const ending = dataset.synthetic ? '_synthetic' : '';
    res
      .type('text/csv; charset=utf-8')
      .attachment(`${table}_${dataset.digest.slice(0, 8)}${ending}.csv`)
      .set('Cache-Control', 'private, no-store');
    await pipeline(Readable.from(csvFrom(descriptionTable(table, description, dataset.synthetic), dialect)), res);
  });

  return router;
}
