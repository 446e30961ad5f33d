import { DefinitionSchema, itemsInOrder, type Definition, type Item } from '../../survey-definitions/contract/index.js';

/**
 * The residents' questionnaire made longer: its scale items repeated under other ids, every third with a condition, in
 * sections of twenty, until it has `length` items.
 */
export function longQuestionnaire(model: Definition, id: string, length: number): Definition {
  const scaled = itemsInOrder(model).filter((item) => item.type === 'scale' && item.when === undefined);
  const added: Item[] = Array.from({ length: length - itemsInOrder(model).length }, (_, at) => {
    const source = scaled[at % scaled.length];
    if (!source) throw new Error('the model has scale items');
    const when = at % 3 === 2 ? { when: { item: `added_${at - 1}`, op: '>=' as const, value: 2 } } : {};
    return { ...source, ...when, id: `added_${at}` };
  });
  const sections = Array.from({ length: Math.ceil(added.length / 20) }, (_, at) => ({
    id: `added_section_${at}`,
    title: { kk: `Қосымша ${at + 1}`, ru: `Дополнение ${at + 1}`, en: `Addition ${at + 1}` },
    items: added.slice(at * 20, at * 20 + 20),
    randomised: [],
  }));
  return DefinitionSchema.parse({ ...model, id, version: 1, sections: [...model.sections, ...sections] });
}
