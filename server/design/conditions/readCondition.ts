import { ItemIdSchema, type Condition, type Definition } from '../../../survey-definitions/contract/index.js';
import type { FormValues } from '../../accounts/index.js';
import type { FieldFault } from '../../http/fieldFault.js';
import type { Texts } from '../../i18n/index.js';
import { itemOf } from './answerWords.js';
import { comparabilityOf, type Comparability } from './comparable.js';
import { codesName, postedLines, type ConditionLine } from './conditionForm.js';

type Order = '<' | '<=' | '>' | '>=' | '!=';
const ORDERS: readonly string[] = ['<', '<=', '>', '>=', '!='] satisfies Order[];

interface PostedCondition {
  values: FormValues;
  prefix: string;
  definition: Definition;
  /** The condition that the form was made from; kept where the lines cannot show it and it is not to be replaced. */
  current: Condition | undefined;
  t: Texts;
}

export type ConditionReading = { condition: Condition | undefined } | { faults: FieldFault[] };

/** A button of the builder draws the form again and saves nothing: to show the answers of a question, or one more line. */
export function redrawsCondition(values: FormValues): boolean {
  return typeof values._do === 'string' && /^condition\.(show|more)\./.test(values._do);
}

/** The condition that the lines under `prefix` say; none where every line is empty. */
export function readCondition({ values, prefix, definition, current, t }: PostedCondition): ConditionReading {
  if (values[`${prefix}.keep`] !== undefined) return { condition: current };
  const { join, lines } = postedLines(values, prefix);
  const faults: FieldFault[] = [];
  const groups: Condition[][] = [];
  for (const [at, line] of lines.entries()) {
    if (line.item === '') continue;
    const read = readLine(line, comparabilityOf(itemOf(definition, line.item)));
    if ('fault' in read)
      faults.push({ field: fieldOf(read.at, prefix, at, line), message: t(`designMeasurement.${read.fault}`) });
    else if (line.bracketed && groups.length > 0) groups.at(-1)?.push(read);
    else groups.push([read]);
  }
  if (faults.length > 0) return { faults };
  const other = join === 'all' ? 'any' : 'all';
  const parts = groups.flatMap((group) => joined(group, other) ?? []);
  return { condition: joined(parts, join) };
}

function joined(parts: Condition[], join: 'all' | 'any'): Condition | undefined {
  if (parts.length < 2) return parts[0];
  return join === 'all' ? { all: parts } : { any: parts };
}

interface LineFault {
  fault: 'cond_error_item' | 'cond_error_codes' | 'cond_error_number' | 'cond_error_one' | 'cond_error_special';
  at: 'item' | 'codes' | 'number';
}

function fieldOf(at: LineFault['at'], prefix: string, line: number, { item }: ConditionLine): string {
  return at === 'codes' ? codesName(prefix, line, item) : `${prefix}.${line}.${at}`;
}

function readLine(line: ConditionLine, kind: Comparability): Condition | LineFault {
  if (!ItemIdSchema.safeParse(line.item).success) return { fault: 'cond_error_item', at: 'item' };
  const place = kind === 'coded' || kind === 'several' ? 'codes' : 'number';
  const typed = place === 'number' ? numbersIn(line.number) : [];
  const ticked = kind === 'unknown' ? [] : line.codes.map(Number);
  const named = [...typed, ...ticked];
  if (named.some((number) => !Number.isFinite(number))) return { fault: 'cond_error_number', at: place };
  if (named.length === 0) return { fault: place === 'codes' ? 'cond_error_codes' : 'cond_error_number', at: place };
  const negated = line.op.startsWith('not ');
  const comparison = comparisonOf(line.item, negated ? line.op.slice(4) : line.op, named, kind);
  if (typeof comparison === 'string') return { fault: comparison, at: place };
  return negated ? { not: comparison } : comparison;
}

function comparisonOf(item: string, op: string, values: number[], kind: Comparability): Condition | LineFault['fault'] {
  const [value = 0] = values;
  if (isOrder(op)) {
    if (values.length > 1) return 'cond_error_one';
    return value < 0 ? 'cond_error_special' : { item, op, value };
  }
  const equal = op !== 'in' && kind !== 'several' && values.length === 1 && value >= 0;
  return equal ? { item, op: '==', value } : { item, op: 'in', values };
}

function isOrder(op: string): op is Order {
  return ORDERS.includes(op);
}

/** Numbers apart by spaces or semicolons; a comma is a decimal comma. */
function numbersIn(typed: string): number[] {
  return typed
    .split(/[\s;]+/)
    .filter((part) => part !== '')
    .map((part) => Number(part.replace(',', '.').replace('−', '-')));
}
