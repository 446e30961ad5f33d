import type { Language } from '../../i18n/index.js';
import { textsIn } from '../../i18n/index.js';
import type { Difference } from './difference.js';

/** One sentence for one difference. */
export function differenceInWords({ place, kind }: Difference, language: Language): string {
  const t = textsIn(language);
  const name = 'id' in place ? place.id : '';
  return t(`designVersions.${kind}`, { part: t(`designVersions.part_${place.part}`), name });
}
