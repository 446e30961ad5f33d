import type { Item } from '../../../../survey-definitions/contract/index.js';
import { error, hint, type Finding } from '../finding.js';
import { codesOf, type Check, type Reading } from '../reading.js';

/** Items whose answers are not there or cannot be given; scales and lists that no item uses. */
export const itemFindings: Check = (reading) => [...reading.items.flatMap((item) => ofItem(item, reading)), ...unused(reading)];

function ofItem(item: Item, { draft }: Reading): Finding[] {
  const place = { part: 'item', id: item.id } as const;
  const findings: Finding[] = [];
  if (item.type === 'scale' && !draft.scales.some(({ id }) => id === item.scale))
    findings.push(error('scale_unknown', place, { id: item.scale }));
  if ('list' in item && !draft.lists.some(({ id }) => id === item.list))
    findings.push(error('list_unknown', place, { id: item.list }));
  if ('min' in item && item.min !== undefined && item.max !== undefined && item.min > item.max)
    findings.push(error('limits_reversed', place, { min: item.min, max: item.max }));
  const options = codesOf(draft, item)?.length;
  if (item.type === 'multiple' && options !== undefined && (item.maxChoices ?? 1) > options)
    findings.push(error('choices_too_many', place, { max: item.maxChoices ?? 1, options }));
  return findings;
}

function unused({ draft, items }: Reading): Finding[] {
  const scales = new Set(items.map((item) => (item.type === 'scale' ? item.scale : undefined)));
  const lists = new Set(items.map((item) => ('list' in item ? item.list : undefined)));
  return [
    ...draft.scales.filter(({ id }) => !scales.has(id)).map(({ id }) => hint('answers_unused', { part: 'scale', id })),
    ...draft.lists.filter(({ id }) => !lists.has(id)).map(({ id }) => hint('answers_unused', { part: 'list', id })),
  ];
}
