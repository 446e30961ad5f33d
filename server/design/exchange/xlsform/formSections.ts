import {
  itemsInOrder,
  ItemIdSchema,
  type Definition,
  type Item,
  type Section,
} from '../../../../survey-definitions/contract/index.js';
import type { ImportNote } from '../importResult.js';
import type { FormAnswers } from './formAnswers.js';
import { createFinder, whenOf } from './formConditions.js';
import { itemFrom } from './formItem.js';
import type { FormQuestion, FormSection, FormStructure } from './formStructure.js';
import { isBlank, type FormRow } from './formTable.js';
import { createIds } from './identifiers.js';
import { namedItems } from './namedItems.js';
import { wordsIn } from './ownSheets.js';

interface ReadSection {
  section: Section;
  questions: { question: FormQuestion; item: Item }[];
}

/** A reference to an answer inside a wording. */
const REFERENCE = /\$\{[^}]*\}/;

/** The sections and answers of a form behind those that the questionnaire has. */
export function withSections(frame: Definition, structure: FormStructure, answers: FormAnswers, own: boolean) {
  const notes: ImportNote[] = [];
  const faults: ImportNote[] = [...(own ? [] : faultsOfNames(structure))];
  const before = itemsInOrder(frame).map(({ id }) => id);
  const itemId = createIds(before);
  const sectionId = createIds(frame.sections.map(({ id }) => id));
  const read = structure.sections.map((section): ReadSection => {
    const questions = section.questions.flatMap((question) => {
      const item = itemFrom(question, { id: idOf(question.row), answers, own, notes, faults });
      return item ? [{ question, item: withFreeName(item) }] : [];
    });
    return { section: sectionFrom(section), questions };
  });
  return { definition: withConditions(), notes, faults };

  function idOf(row: FormRow): string {
    const [id, name] = [row.cell('aleuet::id'), row.cell('name')];
    if (id !== '') return id;
    if (own && ItemIdSchema.safeParse(name).success) return name;
    const found = itemId(name, row.cell('type') === 'note' ? 'note' : 'q');
    if (found !== name && name !== '')
      notes.push({ place: row.place('name'), kind: 'xlsform_name_changed', values: { name, id: found } });
    if (REFERENCE.test(Object.values(row.text('label')).join()))
      notes.push({ place: row.place('label'), kind: 'xlsform_reference_in_text', values: {} });
    return found;
  }

  /** A name that goes out already, as "consent" does, is not given to a second question. */
  function withFreeName({ name, ...item }: Item): Item {
    return name === undefined || before.includes(name) ? item : { ...item, name };
  }

  function sectionFrom({ row, name, title, hint }: FormSection): Section {
    const id = own && ItemIdSchema.safeParse(name).success ? name : sectionId(name, 'section');
    if (row && id !== name && name !== '')
      notes.push({ place: row.place('name'), kind: 'xlsform_name_changed', values: { name, id } });
    const empty = row ? wordsIn(row, 'aleuet::empty') : [];
    const groups = row?.cell('aleuet::randomised').split(';') ?? [];
    return {
      id,
      ...(isBlank(title) && !empty.includes('title') ? {} : { title }),
      ...(isBlank(hint) && !empty.includes('hint') ? {} : { hint }),
      items: [],
      randomised: groups.map((group) => group.split(' ').filter(Boolean)).filter((group) => group.length > 0),
    };
  }

  /** Conditions can be read once every question and its answers are known. */
  function withConditions(): Definition {
    const lists = [...frame.lists, ...answers.lists];
    const scales = [...frame.scales, ...answers.scales];
    const unconditional = read.map(({ section, questions }) => ({ ...section, items: questions.map(({ item }) => item) }));
    const definition = { ...frame, lists, scales, sections: [...frame.sections, ...unconditional] };
    const items = namedItems(definition);
    const finder = createFinder(structure.leftOut);
    const reading = { items, find: finder.find, faults, known: new Map() };
    const sections = read.map(({ section, questions }) => ({
      ...section,
      items: questions.map(({ question, item }) => {
        const when = whenOf(question, reading);
        finder.passed(question.row.cell('name'), item, items.get(item.id));
        return when ? { ...item, when } : item;
      }),
    }));
    return { ...definition, sections: [...frame.sections, ...sections] };
  }
}

/** Questions without a name, and names that two questions have. */
function faultsOfNames({ sections }: FormStructure): ImportNote[] {
  const rows = sections.flatMap(({ questions }) => questions.map(({ row }) => row));
  const names = rows.map((row) => row.cell('name'));
  return rows.flatMap((row, at): ImportNote[] => {
    const name = names[at] ?? '';
    if (name === '')
      return row.cell('type') === 'note' ? [] : [{ place: row.place('name'), kind: 'xlsform_no_name', values: {} }];
    return names.indexOf(name) < at ? [{ place: row.place('name'), kind: 'xlsform_name_twice', values: { name } }] : [];
  });
}
