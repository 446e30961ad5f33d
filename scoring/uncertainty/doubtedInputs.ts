import type { Covariance } from '../estimates/covariance.js';
import type { ScoreInputs } from '../scores/townScore.js';

/**
 * Inputs for draws that also vary official figures by their quality: both covariances are added, since the errors are
 * independent. Only for draws: a score computed from these inputs would call the sum a sampling error.
 *
 * @param inputs of a town
 * @param official from `officialCovarianceFrom`
 * @source methodology §10.8
 * @example scoreIntervalsFrom(method, doubtedInputs(inputs, official), options) // and so in every other draw
 */
export function doubtedInputs(inputs: ScoreInputs, official: Covariance): ScoreInputs {
  const sampling = inputs.covariance ?? { keys: [], values: [] };
  const keys = [...new Set([...sampling.keys, ...official.keys])];
  const values = keys.map((row) => keys.map((column) => entryOf(sampling, row, column) + entryOf(official, row, column)));
  return { ...inputs, covariance: { keys, values } };
}

function entryOf({ keys, values }: Covariance, row: string, column: string): number {
  return values[keys.indexOf(row)]?.[keys.indexOf(column)] ?? 0;
}
