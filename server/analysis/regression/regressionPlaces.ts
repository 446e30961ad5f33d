import type { Request } from 'express';
import { signedInPersonOf, type Accounts } from '../../accounts/index.js';
import type { Definitions } from '../../definitions/index.js';
import { parseAddress } from '../../http/parse.js';
import { textsIn } from '../../i18n/index.js';
import type { AnalysisComputation } from '../computation/analysisComputation.js';
import type { Dataset } from '../datasets/dataset.js';
import type { DatasetRepository } from '../datasets/dataset.repository.js';
import { unitNamesIn } from '../datasets/unitNames.js';
import type { SavedService } from '../saved/saved.service.js';
import type { AnalysisWords } from './pages/analysisWords.js';
import { AnalysisAddressSchema } from './regression.requests.js';
import type { RegressionService } from './regression.service.js';
import type { WorkingAnalysis } from './workingAnalysis.js';

/** What the pages of regressions work with. */
export interface RegressionPlaces {
  accounts: Accounts;
  definitions: Definitions;
  datasets: DatasetRepository;
  computation: AnalysisComputation;
  regressions: RegressionService;
  saved: SavedService;
}

/** The analysis of an address. @throws AppError notFound, also for the analysis of somebody else */
export function workingAnalysisAt(
  req: Request,
  { regressions }: Pick<RegressionPlaces, 'regressions'>,
): Promise<WorkingAnalysis> {
  const { id } = parseAddress(AnalysisAddressSchema, req.params);
  return regressions.get(id, signedInPersonOf(req).accountId);
}

/** The analysis of an address with its data, which may be large. @throws AppError as `workingAnalysisAt` */
export async function analysisAt(
  req: Request,
  places: Pick<RegressionPlaces, 'regressions' | 'datasets'>,
): Promise<{ analysis: WorkingAnalysis; dataset: Dataset }> {
  const analysis = await workingAnalysisAt(req, places);
  return { analysis, dataset: await places.datasets.get(analysis.data) };
}

/** How pages about some data speak to a reader. */
export function wordsFor({ language }: Request, dataset: Dataset, { towns }: Definitions): AnalysisWords {
  return { language, t: textsIn(language), nameOf: unitNamesIn(towns, dataset, language) };
}
