import type { Town } from '../../../survey-definitions/contract/index.js';
import { textsIn, type Language, type TextKey } from '../../i18n/index.js';

/** Regions and large cities without a single-industry town, which the register of towns does not know. */
const OTHERS = {
  almaty: 'diversification.region_almaty',
  almaty_region: 'diversification.region_almaty_region',
  astana: 'diversification.region_astana',
  kyzylorda: 'diversification.region_kyzylorda',
  north_kazakhstan: 'diversification.region_north_kazakhstan',
  shymkent: 'diversification.region_shymkent',
} as const satisfies Record<string, TextKey>;

/** All regions and large cities of Kazakhstan by their ids. */
export function regionNamesIn(towns: readonly Town[], language: Language): ReadonlyMap<string, string> {
  const t = textsIn(language);
  return new Map([
    ...Object.entries(OTHERS).map(([id, key]): [string, string] => [id, t(key)]),
    ...towns.map(({ region }): [string, string] => [region.id, region.name[language]]),
  ]);
}
