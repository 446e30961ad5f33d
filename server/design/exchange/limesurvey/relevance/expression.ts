import type { ImportNote } from '../../importResult.js';

export type Sign = '==' | '!=' | '<' | '<=' | '>' | '>=';

/** A relevance equation of LimeSurvey, as far as conditions can say such things. */
export type Expression =
  | { is: 'or' | 'and'; parts: Expression[] }
  | { is: 'not'; part: Expression }
  | { is: 'comparison'; sign: Sign; left: Expression; right: Expression }
  | { is: 'call'; name: string; inputs: Expression[] }
  | { is: 'name'; name: string }
  | { is: 'value'; value: string };

/** Why an equation cannot become a condition: a kind of note and its values. */
export class RelevanceFault extends Error {
  constructor(
    readonly kind: Extract<ImportNote['kind'], `lss_condition_${string}`>,
    readonly values: ImportNote['values'] = {},
  ) {
    super(kind);
    this.name = 'RelevanceFault';
  }
}
