import { DefinitionSchema, type Definition } from '../../../survey-definitions/contract/index.js';
import type { Place } from '../places.js';
import { error, type Finding } from './finding.js';

/**
 * The last net before publishing: what the contract refuses and no check has a sentence for is named by its place at least.
 * The checks run on every page and know all that can be made there; this reads the whole definition once more.
 */
export function otherFaults(draft: Definition): Finding[] {
  const parsed = DefinitionSchema.safeParse(draft);
  if (parsed.success) return [];
  return parsed.error.issues.map(({ path }) => error('other', placeAt(draft, path), { path: path.map(String).join(' › ') }));
}

function placeAt({ sections, scales, lists, indicators }: Definition, path: readonly PropertyKey[]): Place {
  const [group, at, , inner] = path;
  if (group === 'sections') {
    const section = sections[Number(at)];
    const item = path[2] === 'items' ? section?.items[Number(inner)] : undefined;
    if (item) return { part: 'item', id: item.id };
    if (section) return { part: 'section', id: section.id };
  }
  const member = { scales, lists, indicators }[String(group)]?.[Number(at)];
  const part = ({ scales: 'scale', lists: 'list', indicators: 'indicator' } as const)[String(group)];
  return member && part ? { part, id: member.id } : { part: 'questionnaire' };
}
