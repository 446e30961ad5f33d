import { textsOf, type Definition, type Item, type KeyedText } from '../../../survey-definitions/contract/index.js';

/** Texts that a translator reads together: `general`, `section.<id>`, `answers`, `special`, `indicators`, `populations`. */
export interface TextGroup {
  id: string;
  texts: KeyedText[];
}

/** Kinds of parts whose texts stand beside each other in one group, one part after the other. */
const GATHERED: Record<string, string> = { special: 'special', indicator: 'indicators', population: 'populations' };
const SEPARATE = ['section', 'item', 'scale', 'list'];

/**
 * Every text of a questionnaire exactly once, in groups: a scale or a list of answers stands behind the first question
 * that uses it, and those that no question uses yet have a group of their own. Groups without texts are left out.
 */
export function textGroupsOf(definition: Definition): TextGroup[] {
  const waiting = textsByOwner(definition);
  const taken = (owner: string): KeyedText[] => {
    const texts = waiting.get(owner) ?? [];
    waiting.delete(owner);
    return texts;
  };
  const sections = definition.sections.map(({ id, items }) => ({
    id: `section.${id}`,
    texts: [...taken(`section.${id}`), ...items.flatMap((item) => [...taken(`item.${item.id}`), ...taken(answersOf(item))])],
  }));
  const [general, special, indicators, populations] = ['general', 'special', 'indicators', 'populations'].map((id) => ({
    id,
    texts: taken(id),
  }));
  const answers = { id: 'answers', texts: [...waiting.values()].flat() };
  return [general, ...sections, answers, special, indicators, populations].filter(
    (group): group is TextGroup => group !== undefined && group.texts.length > 0,
  );
}

function textsByOwner(definition: Definition): Map<string, KeyedText[]> {
  const owners = new Map<string, KeyedText[]>();
  for (const keyed of textsOf(definition)) {
    const owner = ownerOf(keyed.key);
    const texts = owners.get(owner);
    if (texts) texts.push(keyed);
    else owners.set(owner, [keyed]);
  }
  return owners;
}

function ownerOf(key: string): string {
  const [kind = '', id = ''] = key.split('.');
  return SEPARATE.includes(kind) ? `${kind}.${id}` : (GATHERED[kind] ?? 'general');
}

/** The scale or list whose texts belong to a question; '' for items without one. */
function answersOf(item: Item): string {
  if (item.type === 'scale') return `scale.${item.scale}`;
  return 'list' in item ? `list.${item.list}` : '';
}
