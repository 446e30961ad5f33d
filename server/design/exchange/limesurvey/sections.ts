import type { Condition, Item, Section } from '../../../../survey-definitions/contract/index.js';
import type { ImportNote } from '../importResult.js';
import { createIds } from '../xlsform/identifiers.js';
import type { AnswerSets } from './answerSets.js';
import { foreignName, settingOf, type Carrier } from './carrier.js';
import { isWritten, localized, type CarriedLanguages } from './languages.js';
import { noteInsertions, noteLeftBehind } from './leftBehind.js';
import type { LssQuestion } from './questions.js';
import { itemsOfType } from './questionTypes.js';
import { all } from './relevance/conditionFrom.js';
import { conditionOf } from './relevance/conditionOf.js';
import type { LssGroup, LssSurvey } from './survey.js';
import { createVariables, type Variables } from './variables.js';

interface Surroundings {
  languages: CarriedLanguages;
  answers: AnswerSets;
  /** Ids of the section and the items that stand before. */
  taken: string[];
  notes: ImportNote[];
}

type Note = Carrier['note'];

/** Groups become sections, question by question in their order, so that a condition can only look back. */
export function sectionsFrom(survey: LssSurvey, surroundings: Surroundings): Section[] {
  const { languages, answers, notes } = surroundings;
  const variables = createVariables(survey.id);
  const sectionId = createIds(surroundings.taken);
  const itemId = createIds(surroundings.taken);
  const named: Carrier['named'] = (code) => {
    const id = itemId(code, 'q');
    return { id, ...foreignName(code, id) };
  };
  const noteAt =
    (path: string): Note =>
    (kind, values = {}) =>
      notes.push({ place: { in: 'path', path }, kind, values });

  function section(group: LssGroup, at: number): Section {
    const title = localized(group.name, languages);
    const hint = localized(group.description, languages);
    const name = shown(title) || `${at + 1}`;
    const note = noteAt(name);
    if (group.isRandomised) note('lss_random_groups');
    noteInsertions([group.name, group.description], note);
    const when = conditionOf(group.relevance, variables, note);
    const made: Section = {
      id: sectionId(`group_${at + 1}`, 'group'),
      title,
      ...(isWritten(hint) ? { hint } : {}),
      items: [],
      randomised: [],
    };
    for (const question of group.questions) {
      const carrier: Carrier = { languages, answers, named, note: noteAt(`${name} / ${question.code}`) };
      const { items, randomised } = carried(question, carrier, when, variables);
      made.items.push(...items);
      if (randomised) made.randomised.push(items.map(({ id }) => id));
    }
    if (made.items.length === 0) note('lss_empty_group');
    return made;
  }

  return survey.groups.map(section).filter(({ items }) => items.length > 0);
}

function carried(question: LssQuestion, carrier: Carrier, groupWhen: Condition | null, variables: Variables) {
  const make = settingOf(question, 'hidden') === '1' ? 'lss_hidden' : itemsOfType(question.type);
  if (typeof make === 'string') {
    carrier.note(make, { type: question.type.slice(0, 5) });
    for (const part of [undefined, ...question.subquestions]) variables.add('not carried', question, part);
    return { items: [], randomised: false };
  }
  const when = all([groupWhen, conditionOf(question.relevance, variables, carrier.note)]);
  const rowConditions: (Condition | null)[] = [];
  const items: Item[] = [];
  for (const variable of make(question, carrier)) {
    const isRow = variable.part !== undefined && variable.choice === undefined;
    const ownWhen = isRow ? conditionOf(variable.part?.relevance ?? '', variables, carrier.note) : null;
    const item = withCondition(variable.item, all([when, ownWhen]));
    if (isRow) rowConditions.push(ownWhen);
    if (variable.choice === undefined) items.push(item);
    variables.add({ ...variable, item }, question, variable.part);
  }
  noteLeftBehind(question, rowConditions.length > 0, carrier.note);
  const isShuffled = settingOf(question, 'random_order') === '1' && rowConditions.length > 1;
  return { items, randomised: isShuffled && rowConditions.every((condition) => condition === null) };
}

function withCondition(item: Item, when: Condition | null): Item {
  return when === null ? item : { ...item, when };
}

function shown(title: Section['title']): string {
  const words = title === undefined ? '' : [title.ru, title.kk, title.en].find((text) => text !== '');
  return (words ?? '').slice(0, 60);
}
