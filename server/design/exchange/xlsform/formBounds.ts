import type { ImportNote } from '../importResult.js';
import { boundsIn, type Bounds } from './expressions/constraint.js';
import { ExpressionFault } from './expressions/expression.js';
import { parseExpression } from './expressions/parseExpression.js';
import type { FormQuestion } from './formStructure.js';

/** The bounds that the constraint of a question sets, of those that its type can have; the rest is noted. */
export function boundsOf(question: FormQuestion, possible: readonly (keyof Bounds)[], notes: ImportNote[]): Bounds {
  const { row, type } = question;
  const written = row.cell('constraint');
  if (written === '') return {};
  const note = (kind: ImportNote['kind'], values: ImportNote['values'] = {}): void => {
    notes.push({ place: row.place('constraint'), kind, values: { constraint: written, ...values } });
  };
  try {
    const { bounds, left } = boundsIn(parseExpression(written), type.is === 'integer');
    const fitting = Object.entries(bounds).filter(
      ([name, value]) => possible.includes(name as keyof Bounds) && (typeof value === 'string') === (type.is === 'date'),
    );
    if (left > 0 || fitting.length < Object.keys(bounds).length) note('xlsform_constraint_not_carried');
    return Object.fromEntries(fitting);
  } catch (error) {
    if (!(error instanceof ExpressionFault)) throw error;
    note('xlsform_constraint_unreadable', { at: error.at });
    return {};
  }
}
