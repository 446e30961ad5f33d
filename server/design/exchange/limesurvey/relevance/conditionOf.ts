import type { Condition } from '../../../../../survey-definitions/contract/index.js';
import type { ImportNote } from '../../importResult.js';
import type { Variables } from '../variables.js';
import { conditionFrom } from './conditionFrom.js';
import { RelevanceFault } from './expression.js';
import { parseRelevance } from './parseRelevance.js';

const SHOWN_CHARACTERS = 160;

/** The condition of a relevance equation; null where there is none, or none that can be carried, which is then noted. */
export function conditionOf(
  equation: string,
  variables: Variables,
  note: (kind: ImportNote['kind'], values: ImportNote['values']) => void,
): Condition | null {
  const written = equation.trim();
  if (written === '' || written === '1') return null;
  try {
    return conditionFrom(parseRelevance(written), variables);
  } catch (error) {
    if (!(error instanceof RelevanceFault)) throw error;
    const expression = written.length > SHOWN_CHARACTERS ? `${written.slice(0, SHOWN_CHARACTERS)} …` : written;
    note(error.kind, { expression, ...error.values });
    return null;
  }
}
