import type { Definition } from '../definition.js';
import { itemsWithPaths, repeated, type Fault } from './fault.js';

/** Ids and codes that are used twice. Items and derived variables share one space: each becomes a column. */
export function idFaults(definition: Definition): Fault[] {
  return [...repeatedIds(definition), ...repeatedVariables(definition), ...repeatedCodes(definition)];
}

function repeatedIds(definition: Definition): Fault[] {
  const groups = ['sections', 'indicators', 'analysisPopulations', 'straightlineSets', 'scales', 'lists'] as const;
  return groups.flatMap((group) =>
    repeated(definition[group].map((member) => member.id)).map((at) => ({
      path: [group, at, 'id'],
      message: 'this id is used twice',
    })),
  );
}

function repeatedVariables(definition: Definition): Fault[] {
  const variables = [
    ...itemsWithPaths(definition).map(({ item, path }) => ({ id: item.id, path })),
    ...definition.derived.map((variable, d) => ({ id: variable.id, path: ['derived', d] })),
  ];
  return repeated(variables.map(({ id }) => id)).map((at) => ({
    path: [...(variables[at]?.path ?? []), 'id'],
    message: 'another item or derived variable has this id',
  }));
}

function repeatedCodes(definition: Definition): Fault[] {
  const optionFaults = (['scales', 'lists'] as const).flatMap((group) =>
    definition[group].flatMap((list, l) =>
      repeated(list.options.map((option) => option.code)).map((at) => ({
        path: [group, l, 'options', at, 'code'],
        message: 'this code is used twice',
      })),
    ),
  );
  const special = repeated(definition.specialCodes.map(({ code }) => code)).map((at) => ({
    path: ['specialCodes', at, 'code'],
    message: 'this code is used twice',
  }));
  return [...optionFaults, ...special];
}
