import type { Method } from '../../../survey-definitions/contract/index.js';
import type { TownPicture } from '../towns/townPicture.js';
import type { Methods } from './registry.js';

/** Scores that may be compared: of one version of one method. */
interface ComparablePictures {
  readonly method: Method;
  readonly pictures: readonly TownPicture[];
  /** Scores of other versions of it: to be named, never to be compared with these. */
  readonly others: readonly TownPicture[];
}

/**
 * Scores of the newest version that any of the towns has (methodology §4.18).
 *
 * @param pictures of one method
 * @param id of the method; the default one unless told
 */
export function ofOneVersion(
  pictures: readonly TownPicture[],
  id: string | undefined,
  methods: Pick<Methods, 'get' | 'standard'>,
): ComparablePictures {
  const known = id === undefined ? methods.standard : methods.get(id);
  const versions = pictures.map(({ score }) => score.method.version);
  const newest = versions.length === 0 ? known.version : Math.max(...versions);
  const isNewest = ({ score }: TownPicture): boolean => score.method.version === newest;
  return {
    method: methods.get(known.id, newest),
    pictures: pictures.filter(isNewest),
    others: pictures.filter((picture) => !isNewest(picture)),
  };
}
