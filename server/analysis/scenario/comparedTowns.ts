import type { ScenarioMethod } from '../../../survey-definitions/contract/index.js';
import { valuesOf, type ScenarioEntry } from './scenarioEntry.js';
import { computedFigure, scenarioPictureFrom, type ReadPicture } from './scenarioPicture.js';

/** A town of a comparison: its newest inputs of a year, read by one version of the method. */
export interface ComparedTown {
  townId: string;
  name: string;
  synthetic: boolean;
  href: string;
  picture: ReadPicture;
}

/** Towns whose inputs this version can read. */
export function comparedTowns(
  entries: readonly ScenarioEntry[],
  method: ScenarioMethod,
  nameOf: (townId: string) => string,
  hrefOf: (entry: ScenarioEntry) => string,
): ComparedTown[] {
  return entries.flatMap((entry) => {
    const picture = scenarioPictureFrom(method, valuesOf(entry));
    if (picture.state === 'refused') return [];
    const { townId, synthetic } = entry;
    return [{ townId, name: nameOf(townId), synthetic, href: hrefOf(entry), picture }];
  });
}

/** Places from the top; equal values share them. */
export interface Place {
  first: number;
  last: number;
}

export function placesOf(values: readonly (number | undefined)[]): (Place | null)[] {
  return values.map((value) => {
    if (value === undefined) return null;
    const above = values.filter((other) => other !== undefined && other > value).length;
    return { first: above + 1, last: above + values.filter((other) => other === value).length };
  });
}

/** What towns are ordered by: an indicator, a scenario's share of its marks, or the leading scenario and its share. */
export function inOrder(towns: readonly ComparedTown[], order: string, { rule }: ScenarioMethod): ComparedTown[] {
  const scenarios = rule.scenarios.map(({ id }) => id);
  const keyOf = ({ picture }: ComparedTown): number => {
    const { marks } = picture.reading;
    const figure = computedFigure(picture, order);
    if (figure) return figure.value;
    if (marks.state === 'missing') return -Infinity;
    if (scenarios.includes(order)) return marks.marks.find(({ scenario }) => scenario === order)?.percent ?? -Infinity;
    if (order !== 'leading') return -Infinity;
    const [leader = ''] = marks.leadingByPercent;
    const share = marks.marks.find(({ scenario }) => scenario === leader)?.percent ?? 0;
    return share - 1000 * scenarios.indexOf(leader);
  };
  return towns
    .map((town) => ({ town, key: keyOf(town) }))
    .sort((a, b) => (a.key === b.key ? 0 : b.key - a.key))
    .map(({ town }) => town);
}
