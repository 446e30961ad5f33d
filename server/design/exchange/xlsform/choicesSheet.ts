import {
  itemsInOrder,
  optionsOf,
  type AnswerOption,
  type Definition,
  type Item,
  type OfferedSpecialCode,
} from '../../../../survey-definitions/contract/index.js';
import type { Sheet } from '../workbook/workbook.js';
import { textCells, textHeaders } from './columns.js';
import { baseList } from './formLists.js';
import { listNames } from './listNames.js';
import { choiceName, listedSpecial, specialName } from './namedItems.js';
import { sheetOf } from './sheetOf.js';

type Cells = Record<string, string>;

const COLUMNS = [
  'list_name',
  'name',
  ...textHeaders('label'),
  'aleuet::special',
  'aleuet::code',
  'aleuet::text',
  'aleuet::label',
];

/** Every list once for each set of special answers with which questions offer it, and unused lists as they are. */
export function choicesSheet(definition: Definition): Sheet {
  const { ofScaleAt, ofListAt, ofItem } = listNames(definition);
  const written = new Set<string>();
  const once = (name: string, rows: () => Cells[]): Cells[] => {
    if (written.has(name)) return [];
    written.add(name);
    return rows();
  };
  const used = itemsInOrder(definition).flatMap((item) => {
    const name = ofItem(item);
    return name === undefined ? [] : once(name, () => itemRows(definition, name, item));
  });
  const all = [
    ...definition.scales.map(({ options }, at) => ({ name: ofScaleAt(at), options })),
    ...definition.lists.map(({ options }, at) => ({ name: ofListAt(at), options })),
  ];
  const bases = new Set([...written].map(baseList));
  const unused = all.flatMap(({ name, options }) => (bases.has(name) ? [] : optionRows(name, options)));
  return sheetOf('choices', COLUMNS, [...used, ...unused]);
}

function itemRows(definition: Definition, name: string, item: Item): Cells[] {
  const options = optionsOf(definition, item);
  return [...optionRows(name, options), ...listedSpecial(item).map((code) => specialRow(definition, name, code, options))];
}

function optionRows(list: string, options: readonly AnswerOption[]): Cells[] {
  return options.map((option) => {
    const name = choiceName(option);
    return {
      list_name: list,
      name,
      ...textCells('label', option.label ?? { kk: name, ru: name, en: name }),
      'aleuet::code': option.name === undefined ? '' : String(option.code),
      'aleuet::text': option.text === true ? 'yes' : '',
      'aleuet::label': option.label === undefined ? 'none' : '',
    };
  });
}

function specialRow(definition: Definition, list: string, code: OfferedSpecialCode, options: readonly AnswerOption[]): Cells {
  const special = definition.specialCodes.find((each) => each.code === code);
  return {
    list_name: list,
    name: specialName(code, options),
    ...textCells('label', special?.label),
    'aleuet::special': special?.id ?? String(code),
  };
}
