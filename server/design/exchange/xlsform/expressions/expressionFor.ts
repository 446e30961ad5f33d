import type { Condition, Item } from '../../../../../survey-definitions/contract/index.js';

/** A question as it stands in the form that is written. */
export interface NamedItem {
  name: string;
  type: Item['type'];
  /** The name of each answer by its code; special answers are among them where they stand in the list. */
  choices: ReadonlyMap<number, string>;
}

type Comparison = Extract<Condition, { op: '==' | '!=' | '<' | '<=' | '>' | '>=' }>;

/**
 * A condition as other programs understand it. They have no rule that a special answer makes a comparison false, so where
 * one could hold for it, the comparison says that it does not.
 */
export function expressionFor(condition: Condition, items: ReadonlyMap<string, NamedItem>): string {
  if ('all' in condition)
    return condition.all
      .map((part) => expressionFor(part, items))
      .map(bracketed)
      .join(' and ');
  if ('any' in condition)
    return condition.any
      .map((part) => expressionFor(part, items))
      .map(bracketed)
      .join(' or ');
  if ('not' in condition) return `not(${expressionFor(condition.not, items)})`;
  const item = items.get(condition.item);
  if (condition.op === 'in') return oneOf(condition.values, condition.item, item);
  return comparison(condition, item);
}

function bracketed(expression: string): string {
  return /^(?:not\([^()]*\)|selected\([^()]*\)|\$\{[^ ]+\} [^ ]+ [^ ]+)$/.test(expression) ? expression : `(${expression})`;
}

/** A special answer of a question without a list is written as no answer. */
function oneOf(values: number[], id: string, item: NamedItem | undefined): string {
  const reference = `\${${item?.name ?? id}}`;
  const parts = values.map((code) => {
    const name = item?.choices.get(code) ?? String(code);
    if (code < 0 && !item?.choices.has(code)) return `${reference} = ''`;
    return item?.type === 'multiple' ? `selected(${reference}, ${textOf(name)})` : `${reference} = ${quoted(name, item)}`;
  });
  return [...new Set(parts)].join(' or ');
}

function comparison({ item: id, op, value }: Comparison, item: NamedItem | undefined): string {
  const reference = `\${${item?.name ?? id}}`;
  const choices = [...(item?.choices ?? [])];
  const wordy = choices.some(([code, name]) => name !== String(code));
  if (op === '==') return `${reference} = ${quoted(item?.choices.get(value) ?? String(value), item)}`;
  if (op === '!=') {
    const excluded = choices.filter(([code]) => code < 0).map(([, name]) => `${reference} != ${textOf(name)}`);
    const named = quoted(item?.choices.get(value) ?? String(value), item);
    return [`${reference} != ''`, `${reference} != ${named}`, ...excluded].join(' and ');
  }
  if (wordy)
    return (
      oneOf(
        choices.map(([code]) => code).filter((code) => code >= 0 && compares(code, op, value)),
        id,
        item,
      ) || `${reference} = '' and ${reference} != ''`
    );
  return op === '<' || op === '<=' ? `${reference} >= 0 and ${reference} ${op} ${value}` : `${reference} ${op} ${value}`;
}

function compares(code: number, op: '<' | '<=' | '>' | '>=', value: number): boolean {
  return op === '<' ? code < value : op === '<=' ? code <= value : op === '>' ? code > value : code >= value;
}

/** Names of answers are texts, numbers are numbers. */
function quoted(name: string, item: NamedItem | undefined): string {
  return item && item.choices.size > 0 ? textOf(name) : name;
}

/** A name may hold one kind of quotation marks. */
function textOf(name: string): string {
  return name.includes("'") ? `"${name}"` : `'${name}'`;
}
