import { inputsOf } from '../../../survey-definitions/contract/index.js';
import { columnsOfModel } from './estimation/panelRowsOfModel.js';
import type { AnalysisSpecification } from './workingAnalysis.js';

/** Names of columns and models that rest on a column. */
export function columnUsers(name: string, { transformations, models }: AnalysisSpecification): string[] {
  const columns = transformations.filter((transformation) => inputsOf(transformation).includes(name));
  const users = models.filter((model) => columnsOfModel(model).includes(name));
  return [...columns, ...users].map((user) => user.name);
}
