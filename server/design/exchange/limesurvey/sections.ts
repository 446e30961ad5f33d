import type { Condition, Item, Section } from '../../../../survey-definitions/contract/index.js';
import type { ImportNote } from '../importResult.js';
import { createIds } from '../xlsform/identifiers.js';
import type { AnswerSets } from './answerSets.js';
import { foreignName, settingOf, type Carrier } from './carrier.js';
import type { Carried } from './choiceItems.js';
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
  takenSectionIds: string[];
  takenItemIds: string[];
  notes: ImportNote[];
}

type Note = Carrier['note'];

/** Groups become sections, question by question in their order, so that a condition can only look back. */
export function sectionsFrom(survey: LssSurvey, surroundings: Surroundings): Section[] {
  const { languages, answers, notes } = surroundings;
  const variables = createVariables(survey.id);
  const sectionId = createIds(surroundings.takenSectionIds);
  const itemId = createIds(surroundings.takenItemIds);
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
  const made = make(question, carrier);
  const rows = made.filter(({ part, choice }) => part !== undefined && choice === undefined);
  noteLeftBehind(question, rows.length > 0, carrier.note);
  const conditions = rows.map(({ part }) => conditionOf(part?.relevance ?? '', variables, carrier.note));
  const asked = made.map((each): Carried => ({
    ...each,
    item: withCondition(each.item, all([when, conditions[rows.indexOf(each)] ?? null])),
  }));
  for (const variable of asked) variables.add(variable, question, variable.part);
  const isRandomised =
    settingOf(question, 'random_order') === '1' && rows.length > 1 && conditions.every((each) => each === null);
  return { items: asked.filter(({ choice }) => choice === undefined).map(({ item }) => item), randomised: isRandomised };
}

function withCondition(item: Item, when: Condition | null): Item {
  return when === null ? item : { ...item, when };
}

function shown(title: Section['title']): string {
  const words = title === undefined ? '' : [title.ru, title.kk, title.en].find((text) => text !== '');
  return (words ?? '').slice(0, 60);
}
