import type { ImportNote } from '../../importResult.js';

export type ComparisonSign = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** An XLSForm expression as it is written; `at` is the position of its first character, counted from 1. */
export type Expression = { at: number } & (
  | { is: 'or' | 'and'; parts: Expression[] }
  | { is: 'comparison'; sign: ComparisonSign; left: Expression; right: Expression }
  | { is: 'call'; name: string; inputs: Expression[] }
  | { is: 'item'; name: string }
  | { is: 'self' }
  | { is: 'number'; value: number }
  | { is: 'text'; value: string }
);

/** What an expression has at some character instead of what it needs there. */
export class ExpressionFault extends Error {
  constructor(
    readonly kind: Extract<ImportNote['kind'], `expression_${string}`>,
    readonly at: number,
    readonly values: Record<string, string | number> = {},
  ) {
    super(`${kind} at ${at}`);
    this.name = 'ExpressionFault';
  }
}
