import type { Town } from '../../../survey-definitions/contract/index.js';
import { textsIn, type Language } from '../../i18n/index.js';
import { regionNamesIn } from '../datasets/regionNames.js';

/** Codes of the general classification of economic activities that are shown with their names. */
const ACTIVITIES = [
  'A', 'A01', 'A02', 'B', 'B05', 'B06', 'B07', 'C', 'C10', 'C20', 'C24', 'G', 'G46', 'G47', 'H', 'H49', 'H52', 'J', 'J61', 'J62',
] as const; // prettier-ignore

/** What regions and sectors of a table are called; what nobody knows is shown as it is written. */
export interface Names {
  region: (id: string) => string;
  /** Code and name. */
  sector: (code: string) => string;
  /** As short as it can be read, for the axis of a chart. */
  shortSector: (code: string) => string;
}

const LONGEST = 14;

export function namesIn(towns: readonly Town[], language: Language): Names {
  const t = textsIn(language);
  const regions = regionNamesIn(towns, language);
  return {
    region: (id) => regions.get(id) ?? id,
    sector: (code) => {
      const known = ACTIVITIES.find((each) => each === code);
      return known === undefined ? code : t('diversification.code_and_name', { code, name: t(`diversification.oked_${known}`) });
    },
    shortSector: (code) => (code.length > LONGEST ? `${code.slice(0, LONGEST - 1)}…` : code),
  };
}
