import type { Town } from '../../../survey-definitions/contract/index.js';
import type { Diversification, DiversificationOptions } from '../../../scoring/index.js';
import type { Language } from '../../i18n/index.js';
import type { AnalysisComputation } from '../computation/analysisComputation.js';
import type { Dataset } from '../datasets/dataset.js';
import type { TableWarning } from '../datasets/remark.js';
import type { Choices } from './diversification.requests.js';
import { figuresIn, type Figures } from './figures.js';
import type { Measure } from './measures.js';
import { namesIn, type Names } from './names.js';

/** A table of sectors as somebody looks at it: what was computed of it, and how to say it. */
export interface Scene {
  language: Language;
  dataset: Dataset;
  /** How many sectors and activities the table knows. */
  size: { sectors: number; activities: number };
  economy: Diversification;
  /** Years for which the table has totals of the country, be they of some activities only. */
  yearsWithTotals: readonly number[];
  /** Totals of the country that are smaller than its regions together. */
  totalsTooSmall: readonly TableWarning[];
  choices: Choices;
  names: Names;
  figures: Figures;
}

interface Look {
  language: Language;
  towns: readonly Town[];
  computation: AnalysisComputation;
  asked: DiversificationOptions & { year?: number | undefined; measure: Measure };
}

/** @throws ScoringError of a table that cannot be computed as a whole */
export async function sceneOf(dataset: Dataset, { language, towns, asked, computation }: Look): Promise<Scene> {
  const { year: askedYear, measure, ...options } = asked;
  const { economy, ...facts } = await computation.run('economy', { csv: dataset.csv }, options);
  const year = economy.years.find((each) => each === askedYear) ?? economy.years.at(-1) ?? 0;
  return {
    language,
    dataset,
    ...facts,
    economy,
    choices: { year, measure, ...options },
    names: namesIn(towns, language),
    figures: figuresIn(language),
  };
}
