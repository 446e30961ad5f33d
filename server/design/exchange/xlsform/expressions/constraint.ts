import type { Item } from '../../../../../survey-definitions/contract/index.js';
import type { Expression } from './expression.js';

/** The bounds that a constraint can set here. */
export interface Bounds {
  min?: number | string;
  max?: number | string;
  maxLength?: number;
  maxChoices?: number;
}

type Comparison = Extract<Expression, { is: 'comparison' }>;

/** What of a constraint is a bound of this platform; `left` are the parts that are none. */
export function boundsIn(expression: Expression, whole: boolean): { bounds: Bounds; left: number } {
  const parts = expression.is === 'and' ? expression.parts : [expression];
  const bounds: Bounds = {};
  let left = 0;
  for (const part of parts) {
    const bound = part.is === 'comparison' ? boundOf(part, whole) : null;
    if (bound) Object.assign(bounds, bound);
    else if (!isExclusiveness(part)) left += 1;
  }
  return { bounds, left };
}

function boundOf({ sign, left, right }: Comparison, whole: boolean): Bounds | null {
  if (right.is === 'number' && left.is === 'call' && (sign === '<=' || sign === '<'))
    return countBound(left, sign === '<' ? right.value - 1 : right.value);
  const value = right.is === 'number' ? right.value : dayOf(right);
  if (left.is !== 'self' || value === null) return null;
  if (sign === '>=') return { min: value };
  if (sign === '<=') return { max: value };
  if (typeof value !== 'number' || !Number.isInteger(value) || !whole) return null;
  // A whole number above 4 is one from 5 on.
  return sign === '>' ? { min: value + 1 } : sign === '<' ? { max: value - 1 } : null;
}

function countBound({ name, inputs }: Extract<Expression, { is: 'call' }>, value: number): Bounds | null {
  if (inputs.length !== 1 || inputs[0]?.is !== 'self' || !Number.isInteger(value) || value < 1) return null;
  if (name === 'string-length') return { maxLength: value };
  return name === 'count-selected' ? { maxChoices: value } : null;
}

/** `date('2026-01-01')`, or the day as a text. */
function dayOf(expression: Expression): string | null {
  const text = expression.is === 'call' && expression.name === 'date' ? expression.inputs[0] : expression;
  return text?.is === 'text' && /^\d{4}-\d\d-\d\d$/.test(text.value) ? text.value : null;
}

/** What `constraintFor` writes so that a special answer stands alone. */
function isExclusiveness(expression: Expression): boolean {
  const inside = expression.is === 'call' && expression.name === 'not' ? expression.inputs[0] : undefined;
  return inside?.is === 'and' && inside.parts[0]?.is === 'call' && inside.parts[0].name === 'selected';
}

/** The constraint of an item as other programs understand it; empty if it has none. */
export function constraintFor(item: Item): string {
  switch (item.type) {
    case 'integer':
    case 'decimal':
      return `. >= ${item.min} and . <= ${item.max}`;
    case 'text':
      return `string-length(.) <= ${item.maxLength}`;
    case 'date':
      return [item.min === undefined ? [] : `. >= date('${item.min}')`, item.max === undefined ? [] : `. <= date('${item.max}')`]
        .flat()
        .join(' and ');
    case 'multiple':
      return [
        ...(item.maxChoices === undefined ? [] : [`count-selected(.) <= ${item.maxChoices}`]),
        ...item.special.map((code) => `not(selected(., '${code}') and count-selected(.) > 1)`),
      ].join(' and ');
    default:
      return '';
  }
}
