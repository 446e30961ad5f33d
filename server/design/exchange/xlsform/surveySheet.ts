import {
  isQuestion,
  optionsOf,
  type Definition,
  type Item,
  type Section,
} from '../../../../survey-definitions/contract/index.js';
import type { Sheet } from '../workbook/workbook.js';
import { textCells, textHeaders } from './columns.js';
import { constraintFor } from './expressions/constraint.js';
import { expressionFor, type NamedItem } from './expressions/expressionFor.js';
import { isBlank } from './formTable.js';
import { joined } from './formWording.js';
import { inAllLanguages } from './inAllLanguages.js';
import { listNames } from './listNames.js';
import { choiceName, listedSpecial, namedItems, nameOf } from './namedItems.js';
import { sheetOf } from './sheetOf.js';

type Cells = Record<string, string>;

const COLUMNS = [
  'type',
  'name',
  ...textHeaders('label'),
  ...textHeaders('hint'),
  'required',
  'relevant',
  'constraint',
  ...textHeaders('aleuet::lead'),
  'aleuet::special',
  'aleuet::decimals',
  'aleuet::source',
  'aleuet::former_ids',
  'aleuet::when',
  'aleuet::id',
  'aleuet::randomised',
  'aleuet::empty',
  'aleuet::belongs_to',
];

/** Sections as groups, items as rows, and behind a question with "other, please specify" the text question for it. */
export function surveySheet(definition: Definition): Sheet {
  const items = namedItems(definition);
  const { ofItem } = listNames(definition);
  const rows = definition.sections.flatMap((section) => [
    sectionRow(section),
    ...section.items.flatMap((item) => [itemRow(item, ofItem(item), items), ...otherRows(definition, item)]),
    { type: 'end_group', name: section.id },
  ]);
  return sheetOf('survey', COLUMNS, rows);
}

function sectionRow({ id, title, hint, randomised }: Section): Cells {
  return {
    type: 'begin_group',
    name: id,
    ...textCells('label', title),
    ...textCells('hint', hint),
    'aleuet::randomised': randomised.map((group) => group.join(' ')).join('; '),
    'aleuet::empty': emptyFields({ title, hint }),
  };
}

function itemRow(item: Item, list: string | undefined, items: ReadonlyMap<string, NamedItem>): Cells {
  const { id, text, lead, hint, when, source, formerIds, name } = item;
  return {
    type: typeFor(item, list),
    name: nameOf(item),
    ...textCells('label', joined(lead, text)),
    ...textCells('hint', hint),
    required: isRequired(item) ? 'yes' : '',
    relevant: when ? expressionFor(when, items) : '',
    constraint: constraintFor(item),
    ...textCells('aleuet::lead', lead),
    'aleuet::special': isQuestion(item) ? item.special.join(' ') || 'none' : '',
    'aleuet::decimals': item.type === 'decimal' ? String(item.decimals) : '',
    'aleuet::source': source ?? '',
    'aleuet::former_ids': formerIds?.join(' ') ?? '',
    'aleuet::when': when ? JSON.stringify(when) : '',
    'aleuet::id': name === undefined ? '' : id,
    'aleuet::empty': emptyFields({ lead, hint, source, formerIds }),
  };
}

/** Optional parts that are there with nothing in them, which a row of empty cells could not tell. */
function emptyFields(fields: Record<string, Section['title'] | string | string[]>): string {
  const isEmpty = (value: Section['title'] | string | string[]): boolean => {
    if (value === undefined) return false;
    return typeof value === 'string' || Array.isArray(value) ? value.length === 0 : isBlank(value);
  };
  return Object.keys(fields)
    .filter((name) => isEmpty(fields[name]))
    .join(' ');
}

function typeFor(item: Item, list: string | undefined): string {
  if (item.type === 'multiple') return `select_multiple ${list ?? ''}`;
  if (item.type === 'ranking') return `rank ${list ?? ''}`;
  return list === undefined ? item.type : `select_one ${list}`;
}

/** Where a special answer is no choice of the form, leaving the question out is the only way to give it. */
function isRequired(item: Item): boolean {
  return isQuestion(item) && item.special.length === listedSpecial(item).length;
}

function otherRows(definition: Definition, item: Item): Cells[] {
  const option = item.type === 'ranking' ? undefined : optionsOf(definition, item).find(({ text }) => text === true);
  if (!option) return [];
  return [
    {
      type: 'text',
      name: `${nameOf(item)}__text`,
      ...textCells('label', inAllLanguages('designExchange.other_specify')),
      relevant: `selected(\${${nameOf(item)}}, '${choiceName(option)}')`,
      'aleuet::belongs_to': item.id,
    },
  ];
}
