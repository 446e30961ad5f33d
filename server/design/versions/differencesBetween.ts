import { itemsInOrder, type Definition } from '../../../survey-definitions/contract/index.js';
import type { Place } from '../places.js';
import type { Difference } from './difference.js';

/** What differs between two states of a questionnaire, part by part, in the order in which a reader meets the parts. */
export function differencesBetween(before: Definition, after: Definition): Difference[] {
  return [
    ...frameDifference(before, after),
    ...partDifferences('section', before.sections.map(withoutItems), after.sections.map(withoutItems)),
    ...partDifferences('item', itemsInOrder(before), itemsInOrder(after)),
    ...partDifferences('scale', before.scales, after.scales),
    ...partDifferences('list', before.lists, after.lists),
    ...partDifferences('variable', before.derived, after.derived),
    ...partDifferences('indicator', before.indicators, after.indicators),
    ...partDifferences('population', before.analysisPopulations, after.analysisPopulations),
    ...partDifferences('straightlineSet', before.straightlineSets, after.straightlineSets),
  ];
}

function partDifferences(part: Exclude<Place['part'], 'questionnaire' | 'ending' | 'text'>, before: Part[], after: Part[]) {
  const was = new Map(before.map((member) => [member.id, member]));
  const is = new Map(after.map((member) => [member.id, member]));
  const ids = [...new Set([...was.keys(), ...is.keys()])];
  return ids.flatMap((id): Difference[] => {
    const [old, now] = [was.get(id), is.get(id)];
    if (JSON.stringify(old) === JSON.stringify(now)) return [];
    return [{ place: { part, id }, kind: old === undefined ? 'added' : now === undefined ? 'removed' : 'changed' }];
  });
}

interface Part {
  id: string;
}

function withoutItems({ items, ...section }: Definition['sections'][number]) {
  return { ...section, order: items.map(({ id }) => id) };
}

function frameDifference(before: Definition, after: Definition): Difference[] {
  const frame = ({ sections, scales, lists, derived, indicators, analysisPopulations, straightlineSets, ...rest }: Definition) =>
    JSON.stringify(rest);
  return frame(before) === frame(after) ? [] : [{ place: { part: 'questionnaire' }, kind: 'changed' }];
}
