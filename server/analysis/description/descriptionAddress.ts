import type { Description } from './description.js';
import type { DescriptionChoice, TableName } from './description.requests.js';
import { codeOf } from './transformationCode.js';

type Parameter = [name: string, value: string];

/** The addresses of one description: everything that was chosen stands in them. */
export interface DescriptionAddress {
  path: string;
  /** What was chosen, but for the fields that a form of its own asks for. */
  without: (...fields: string[]) => { name: string; value: string }[];
  file: (table: TableName, profile: 'machine' | 'excel') => string;
}

export function descriptionAddress(digest: string, choice: DescriptionChoice, description: Description): DescriptionAddress {
  const path = `/analysis/data/${digest}/description`;
  const parameters = parametersOf(choice, description);
  return {
    path,
    without: (...fields) => parameters.filter(([name]) => !fields.includes(name)).map(([name, value]) => ({ name, value })),
    file: (table, profile) => `${path}/${table}.csv?${new URLSearchParams([...parameters, ['profile', profile]]).toString()}`,
  };
}

function parametersOf(choice: DescriptionChoice, { columns, chosen, transformations }: Description): Parameter[] {
  return [
    ...(chosen.length < columns.length ? chosen : []).map((name): Parameter => ['column', name]),
    ...transformations.map((transformation): Parameter => ['computed', codeOf(transformation)]),
    ['correlation', choice.correlation],
    ['missing', choice.missing],
    ...(choice.dynamics === '' ? [] : [['dynamics', choice.dynamics] satisfies Parameter]),
    ...choice.unit.map((unit): Parameter => ['unit', unit]),
  ];
}
