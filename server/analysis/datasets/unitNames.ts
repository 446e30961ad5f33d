import type { Town } from '../../../survey-definitions/contract/index.js';
import type { Language } from '../../i18n/index.js';
import type { Dataset } from './dataset.js';
import { regionNamesIn } from './regionNames.js';

/** A data set, or the kind of one that is not there yet. */
type Named = Pick<Dataset, 'kind'> & Partial<Pick<Dataset, 'csv'>>;

/**
 * What a unit of a data set is called: towns and regions of ours by their names, others as they are written. Where a town
 * and a region share an id, a panel that also holds other regions means the region.
 */
export function unitNamesIn(towns: readonly Town[], { kind, csv = '' }: Named, language: Language): (unit: string) => string {
  const ofRegions = regionNamesIn(towns, language);
  const ofTowns = new Map(towns.map(({ id, name }) => [id, name[language]]));
  const isRegion = (unit: string): boolean => ofRegions.has(unit) && !ofTowns.has(unit);
  const regionsFirst = kind === 'sectors' || csv.split('\n').some((line) => isRegion(line.slice(0, line.indexOf(','))));
  const [first, second] = regionsFirst ? [ofRegions, ofTowns] : [ofTowns, ofRegions];
  return (unit) => first.get(unit) ?? (kind === 'panel' ? second.get(unit) : undefined) ?? unit;
}
