import type { PublishedScenarios, PublishedTown, ScenarioMethod } from '../../../survey-definitions/contract/index.js';
import { AppError } from '../../errors.js';
import { parseScenarioFigure } from './parseScenarioFigure.js';
import { scenarioPictureFrom, type ReadPicture } from './scenarioPicture.js';

/** A town of the paper, recomputed from its inputs as printed. @throws AppError notFound for any other town */
export function publishedTown({ towns }: PublishedScenarios, townId: string): PublishedTown {
  const found = towns.find(({ town }) => town === townId);
  if (!found) throw new AppError('notFound', { message: 'the paper has no such town' });
  return found;
}

export function publishedPicture({ inputs }: PublishedTown, method: ScenarioMethod): ReadPicture {
  const values = method.inputs.flatMap((input) => {
    const read = parseScenarioFigure(inputs[input.id] ?? '', input);
    return 'figure' in read ? [[input.id, read.figure.value] as const] : [];
  });
  const picture = scenarioPictureFrom(method, Object.fromEntries(values));
  if (picture.state === 'refused') throw picture.error;
  return picture;
}
