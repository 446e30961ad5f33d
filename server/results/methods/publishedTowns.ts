import type { Method } from '../../../survey-definitions/contract/index.js';
import type { PublicTowns } from '../towns/publicTowns.js';
import { inputsOfPicture } from './inputsOfPicture.js';
import type { TownsOfYear } from './townFigures.js';

/** Towns with something published in a year, as a method would score them; without a year, the newest with most towns. */
export type PublishedTowns = (method: Method, year?: number) => Promise<TownsOfYear | null>;

/** Only what has been published enters a method, since methods are public. */
export function publishedTownsOf(publicTowns: Pick<PublicTowns, 'listPictures'>): PublishedTowns {
  return async (method, wanted) => {
    const { year, pictures } = await publicTowns.listPictures({ year: wanted });
    if (year === null || pictures.length === 0) return null;
    return { year, towns: pictures.map((picture) => ({ townId: picture.townId, inputs: inputsOfPicture(method, picture) })) };
  };
}
