import { itemsInOrder, itemsOf, textsOf, type Definition, type Item } from '../../../survey-definitions/contract/index.js';
import { addAnswers, findAnswers, takenAnswerIds, type AnswerKind } from '../answers/answerSets.js';
import { answersOf } from '../answers/emptyAnswers.js';
import { withoutFormerIds } from '../structure/edits/formerIds.js';
import { freeId } from '../structure/edits/freeId.js';
import { addItem } from '../structure/edits/items.js';
import { withNames } from '../structure/edits/mapItemIds.js';
import { takenVariableIds } from '../structure/edits/takenIds.js';
import { takeIndicators } from './takeIndicators.js';

export interface Taking {
  /** The questionnaire that the items come from. */
  source: Definition;
  /** Ids of its items. */
  items: readonly string[];
  /** The section of the draft at whose end they come to stand. */
  section: string;
  /** Whether the indicators that they feed come along. */
  indicators: boolean;
}

export interface Taken {
  definition: Definition;
  /** Ids under which the items stand in the draft, by their ids in the source. */
  names: ReadonlyMap<string, string>;
  /** Items (ids in the draft) whose condition looks at items that the draft does not have, and was left out. */
  unconditioned: string[];
}

/** Takes items of another questionnaire into a draft, with their answers; each is a new variable of the draft. */
export function takeItems(draft: Definition, { source, items, section, indicators }: Taking): Taken {
  const chosen = itemsInOrder(source).filter(({ id }) => items.includes(id));
  const names = namesFor(chosen, draft);
  const present = new Set([...itemsInOrder(draft).map(({ id }) => id), ...names.keys()]);
  const unconditioned: string[] = [];
  let definition = draft;
  for (const item of chosen) {
    const kept = conditionStays(item, present) ? item : withoutCondition(item);
    if (kept !== item) unconditioned.push(names.get(item.id) ?? item.id);
    const named = withNames(withoutFormerIds(kept), (id) => names.get(id) ?? id);
    const answered = takeAnswers(definition, named, source);
    definition = addItem(answered.definition, answered.item, { section, before: null });
  }
  if (indicators) definition = takeIndicators(definition, source, names);
  return { definition: withLatinWords(definition, source), names, unconditioned };
}

function namesFor(chosen: Item[], draft: Definition): Map<string, string> {
  const taken = takenVariableIds(draft);
  return new Map(
    chosen.map(({ id }) => {
      const name = freeId(id, taken);
      taken.add(name);
      return [id, name];
    }),
  );
}

function conditionStays({ when }: Item, present: ReadonlySet<string>): boolean {
  return when === undefined || itemsOf(when).every((id) => present.has(id));
}

function withoutCondition(item: Item): Item {
  const copy = { ...item };
  delete copy.when;
  return copy;
}

/** The item's scale or list comes along, unless the draft has the same; another one of its name gets a free name. */
function takeAnswers(draft: Definition, item: Item, source: Definition): { definition: Definition; item: Item } {
  const kind: AnswerKind = 'scale' in item ? 'scale' : 'list';
  const set = findAnswers(source, kind, answersOf(item, kind) ?? '');
  if (set === null) return { definition: draft, item };
  const content = JSON.stringify({ ...set, id: '' });
  const same = draft[`${kind}s`]
    .map(({ id }) => findAnswers(draft, kind, id))
    .find((own) => JSON.stringify({ ...own, id: '' }) === content);
  const id = same?.id ?? freeId(set.id, takenAnswerIds(draft, kind));
  const definition = same ? draft : addAnswers(draft, { ...set, id });
  return { definition, item: 'scale' in item ? { ...item, scale: id } : 'list' in item ? { ...item, list: id } : item };
}

/** Latin words that the source allows come along where the draft's texts use them. */
function withLatinWords(definition: Definition, { latinWords }: Definition): Definition {
  const missing = latinWords.filter((word) => !definition.latinWords.includes(word));
  if (missing.length === 0) return definition;
  const texts = textsOf(definition).flatMap(({ text }) => [text.kk, text.ru]);
  const used = missing.filter((word) => texts.some((text) => text.includes(word)));
  return { ...definition, latinWords: [...definition.latinWords, ...used] };
}
