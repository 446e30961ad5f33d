import type { Town } from '../../../survey-definitions/contract/index.js';
import type { Language } from '../../i18n/index.js';
import type { Dataset } from './dataset.js';

/** What a unit of a data set is called: towns and regions of ours by their names, others as they are written. */
export function unitNamesIn(towns: readonly Town[], kind: Dataset['kind'], language: Language): (unit: string) => string {
  const places = kind === 'panel' ? [...towns.map(({ region }) => region), ...towns] : towns.map(({ region }) => region);
  const names = new Map(places.map(({ id, name }) => [id, name[language]]));
  return (unit) => names.get(unit) ?? unit;
}
