import { itemsOf, type Section } from '../../../../survey-definitions/contract/index.js';
import { error, type Finding } from '../finding.js';
import type { Check } from '../reading.js';

/** Groups shown in random order, and groups in which the same answer everywhere is noticed. */
export const itemGroups: Check = ({ draft, byId }) => [
  ...draft.sections.flatMap((section) =>
    section.randomised.filter((group) => group.length > 1).flatMap((group) => ofRandomised(section, group)),
  ),
  ...draft.straightlineSets.flatMap(({ id, items }) => {
    const place = { part: 'straightlineSet', id } as const;
    const unknown = items.filter((item) => !byId.has(item));
    if (unknown.length > 0) return unknown.map((item) => error('straightline_unknown', place, { item }));
    const scales = items.map((item) => scaleOf(byId.get(item)));
    return items.length > 1 && (new Set(scales).size > 1 || scales.includes(undefined))
      ? [error('straightline_scales', place)]
      : [];
  }),
];

function scaleOf(item: Section['items'][number] | undefined): string | undefined {
  return item?.type === 'scale' ? item.scale : undefined;
}

function ofRandomised({ id, items }: Section, group: readonly string[]): Finding[] {
  const place = { part: 'section', id } as const;
  const first = items.findIndex((item) => item.id === group[0]);
  const members = first < 0 ? [] : items.slice(first, first + group.length);
  if (members.length < group.length || members.some((item, at) => item.id !== group[at]))
    return [error('randomised_apart', place, { items: group.join(', ') })];
  const dependent = members.filter(({ when }) => when !== undefined && itemsOf(when).some((other) => group.includes(other)));
  return dependent.map((item) => error('randomised_depends', place, { item: item.id }));
}
