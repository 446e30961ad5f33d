import type { Method, MethodIndicator, Weights } from '../methodShape.js';

export interface MethodFault {
  path: (string | number)[];
  message: string;
}

/** What the shape of a method cannot say: rules between its parts. */
export function methodRuleFaults(method: Method): MethodFault[] {
  return [
    ...method.indicators.flatMap((indicator, at) => indicatorFaults(indicator, at, method)),
    ...method.blocks.flatMap((block, at) => {
      const members = method.indicators.filter((indicator) => blockOf(indicator) === block.id).map(({ code }) => code);
      const path = ['blocks', at];
      const tooMany = block.minimum > members.length;
      return [
        ...(tooMany ? [{ path: [...path, 'minimum'], message: 'more indicators are asked for than the block has' }] : []),
        ...weightFaults(block.weights, members, path),
      ];
    }),
    ...method.subIndices.flatMap(({ weights, blocks }, at) => weightFaults(weights, blocks, ['subIndices', at])),
    ...weightFaults(
      method.integral.weights,
      method.subIndices.map(({ id }) => id),
      ['integral'],
    ),
    ...aggregationFaults(method),
    ...bandFaults(method.bands ?? []),
  ];
}

function indicatorFaults(indicator: MethodIndicator, at: number, { indicators, blocks }: Method): MethodFault[] {
  const path = ['indicators', at];
  const faults: MethodFault[] = [];
  if (indicators.findIndex(({ code }) => code === indicator.code) < at)
    faults.push({ path: [...path, 'code'], message: 'this code is used twice' });
  if (blocks.every(({ id }) => id !== blockOf(indicator)))
    faults.push({ path: [...path, 'block'], message: 'the method has no such block' });
  const { normalisation } = indicator;
  if (normalisation?.type === 'goalposts' && normalisation.lo >= normalisation.hi)
    faults.push({ path: [...path, 'normalisation'], message: 'the lower goalpost is not below the upper' });
  if (normalisation && 'compared' in normalisation) {
    const values = normalisation.compared.towns.map(({ value }) => value);
    if (new Set(values).size === 1)
      faults.push({ path: [...path, 'normalisation'], message: 'all compared towns have the same value' });
  }
  return faults;
}

function weightFaults(weights: Weights | undefined, members: readonly string[], path: (string | number)[]): MethodFault[] {
  if (weights === undefined || weights === 'equal') return [];
  const at = [...path, 'weights'];
  const named = Object.keys(weights.values);
  if (members.some((member) => !named.includes(member)) || named.some((name) => !members.includes(name)))
    return [{ path: at, message: 'the weights do not name exactly the members' }];
  const sum = members.reduce((total, member) => total + (weights.values[member] ?? 0), 0);
  return sum > 0 ? [] : [{ path: at, message: 'the weights sum to zero' }];
}

function aggregationFaults({ blocks, subIndices, integral }: Method): MethodFault[] {
  const steps = [
    ...blocks.map(({ aggregation }, at) => ({ aggregation, path: ['blocks', at, 'aggregation'] })),
    ...subIndices.map(({ aggregation }, at) => ({ aggregation, path: ['subIndices', at, 'aggregation'] })),
    { aggregation: integral.aggregation, path: ['integral', 'aggregation'] },
  ];
  return steps.flatMap(({ aggregation, path }) =>
    typeof aggregation === 'object' && aggregation.positions.every((weight) => weight === 0)
      ? [{ path, message: 'the weights of the places sum to zero' }]
      : [],
  );
}

function bandFaults(bands: NonNullable<Method['bands']>): MethodFault[] {
  return bands.flatMap(({ from }, at) => {
    const before = bands[at - 1];
    const inOrder = before === undefined ? from === 0 : from > before.from;
    return inOrder ? [] : [{ path: ['bands', at, 'from'], message: 'bands begin at 0 and rise' }];
  });
}

/** The block that is named, else the letter of the code. */
function blockOf({ code, block }: MethodIndicator): string {
  return block ?? code.slice(0, 1);
}
