import { comparisonsOf, ConditionSchema, type Condition, type Item } from '../../../../survey-definitions/contract/index.js';
import type { ImportNote } from '../importResult.js';
import { conditionFrom, type FindItem } from './expressions/conditionFrom.js';
import { ExpressionFault } from './expressions/expression.js';
import { expressionFor, type NamedItem } from './expressions/expressionFor.js';
import { parseExpression } from './expressions/parseExpression.js';
import type { FormQuestion } from './formStructure.js';
import type { FormRow } from './formTable.js';

interface ConditionReading {
  /** All items of the form, by id. */
  items: ReadonlyMap<string, NamedItem>;
  find: FindItem;
  faults: ImportNote[];
  /** What the `relevant` of each row was read as; a group is met with each of its questions. */
  known: Map<FormRow, Condition | null>;
}

/** Comparisons that decide about one question, those of its groups included. */
const MOST_COMPARISONS = 100;

/**
 * When an item is asked: its own condition and those of the groups around it. An own file says it exactly in a column of its
 * own, which counts as long as nobody has changed the expression beside it.
 */
export function whenOf({ row, relevant }: FormQuestion, reading: ConditionReading): Condition | undefined {
  const own = ownCondition(row, reading.items);
  const parts = relevant.flatMap((each) => (each === row && own ? [own] : (conditionIn(each, reading) ?? [])));
  if (parts.flatMap(comparisonsOf).length > MOST_COMPARISONS) {
    const values = { limit: MOST_COMPARISONS };
    reading.faults.push({ place: row.place('relevant'), kind: 'xlsform_condition_too_long', values });
    return undefined;
  }
  if (parts.length < 2) return parts[0];
  return { all: parts.flatMap((part) => ('all' in part ? part.all : [part])) };
}

function ownCondition(row: FormRow, items: ConditionReading['items']): Condition | null {
  const written = row.cell('aleuet::when');
  if (written === '') return null;
  const condition = conditionInJson(written);
  return condition && expressionFor(condition, items) === row.cell('relevant') ? condition : null;
}

/** Null where the text is no condition. */
export function conditionInJson(written: string): Condition | null {
  try {
    return ConditionSchema.safeParse(JSON.parse(written)).data ?? null;
  } catch {
    return null;
  }
}

function conditionIn(row: FormRow, reading: ConditionReading): Condition | null {
  const known = reading.known.get(row);
  if (known !== undefined) return known;
  const condition = readCondition(row, reading);
  reading.known.set(row, condition);
  return condition;
}

function readCondition(row: FormRow, { find, faults }: ConditionReading): Condition | null {
  try {
    return conditionFrom(parseExpression(row.cell('relevant')), find);
  } catch (error) {
    if (!(error instanceof ExpressionFault)) throw error;
    const { kind, at, values } = error;
    faults.push({ place: row.place('relevant'), kind, values: { at, ...values } });
    return null;
  }
}

/** Finds the questions that stand before an item, by their names in the form. */
export function createFinder(leftOut: ReadonlySet<string>) {
  const earlier = new Map<string, { item: Item; named: NamedItem }>();
  return {
    find: ((name) => {
      const found = earlier.get(name);
      if (!found) return leftOut.has(name) ? 'notCarried' : 'unknown';
      const codes = new Map([...found.named.choices].map(([code, choice]) => [choice, code]));
      return { id: found.item.id, type: found.item.type, codes };
    }) satisfies FindItem,
    passed(name: string, item: Item, named: NamedItem | undefined): void {
      if (named) earlier.set(name, { item, named });
    },
  };
}
