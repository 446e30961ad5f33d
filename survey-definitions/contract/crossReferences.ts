import type { Definition } from './definition.js';
import { conditionFaults } from './faults/conditionFaults.js';
import type { Fault } from './faults/fault.js';
import { idFaults } from './faults/idFaults.js';
import { indicatorFaults } from './faults/indicatorFaults.js';
import { itemFaults } from './faults/itemFaults.js';
import { placeholderFaults } from './faults/textFaults.js';
import { variableFaults } from './faults/variableFaults.js';

/** Everything that a definition of the right shape can still get wrong: ids, references, order, codes, scoring, placeholders. */
export function crossReferenceFaults(definition: Definition): Fault[] {
  return [
    ...idFaults(definition),
    ...itemFaults(definition),
    ...conditionFaults(definition),
    ...variableFaults(definition),
    ...indicatorFaults(definition),
    ...placeholderFaults(definition),
  ];
}
