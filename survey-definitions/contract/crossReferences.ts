import { comparisonsOf, itemsOf, type Condition } from './condition.js';
import type { Definition } from './definition.js';
import { isQuestion, type Item } from './item.js';

/** A place in a definition file where two parts do not fit. */
export interface Fault {
  path: (string | number)[];
  message: string;
}

/** Everything that a definition of the right shape can still get wrong: ids, references, order, codes, scoring. */
export function crossReferenceFaults(definition: Definition): Fault[] {
  return [
    ...duplicateIds(definition),
    ...brokenItems(definition),
    ...brokenConditions(definition),
    ...brokenVariables(definition),
    ...brokenIndicators(definition),
  ];
}

const itemsWithPaths = (definition: Definition): { item: Item; path: (string | number)[] }[] =>
  definition.sections.flatMap((section, s) => section.items.map((item, i) => ({ item, path: ['sections', s, 'items', i] })));

function duplicateIds(definition: Definition): Fault[] {
  const groups: [string, { id: string }[]][] = [
    ['scales', definition.scales],
    ['lists', definition.lists],
    ['sections', definition.sections],
    ['indicators', definition.indicators],
    ['analysisPopulations', definition.analysisPopulations],
  ];
  const inGroups = groups.flatMap(([name, members]) => repeated(members.map((member) => member.id)).map((at) => ({ name, at })));
  const variables = [
    ...itemsWithPaths(definition).map(({ item }) => item.id),
    ...definition.derived.map((variable) => variable.id),
  ];
  const codes = [...definition.scales, ...definition.lists].flatMap((list) =>
    repeated(list.options.map((option) => String(option.code))).map(() => list.id),
  );
  return [
    ...inGroups.map(({ name, at }) => ({ path: [name, at, 'id'], message: 'this id is used twice' })),
    ...repeated(variables).map((at) => ({
      path: ['sections'],
      message: `the variable id "${variables[at] ?? ''}" is used twice`,
    })),
    ...codes.map((id) => ({ path: ['scales'], message: `"${id}" uses a code twice` })),
  ];
}

/** Positions of values that stood before. */
function repeated(values: string[]): number[] {
  return values.flatMap((value, at) => (values.indexOf(value) < at ? [at] : []));
}

function brokenItems(definition: Definition): Fault[] {
  const scales = new Map(definition.scales.map((scale) => [scale.id, scale]));
  const lists = new Set(definition.lists.map((list) => list.id));
  const known = new Set(itemsWithPaths(definition).map(({ item }) => item.id));
  const faults: Fault[] = [];
  for (const { item, path } of itemsWithPaths(definition)) {
    if (item.type === 'scale' && !scales.has(item.scale))
      faults.push({ path: [...path, 'scale'], message: `no scale "${item.scale}"` });
    if ('list' in item && !lists.has(item.list)) faults.push({ path: [...path, 'list'], message: `no code list "${item.list}"` });
    if ((item.type === 'integer' || item.type === 'decimal') && item.min > item.max)
      faults.push({ path: [...path, 'min'], message: 'the smallest value is above the largest' });
  }
  for (const [s, scale] of definition.scales.entries()) {
    const codes = scale.options.map((option) => option.code);
    if (codes.some((code, at) => at > 0 && code !== (codes[at - 1] ?? 0) + 1))
      faults.push({ path: ['scales', s, 'options'], message: 'codes of a scale must rise by one' });
    for (const code of scale.topCodes)
      if (!codes.includes(code)) faults.push({ path: ['scales', s, 'topCodes'], message: `code ${code} is not on the scale` });
  }
  for (const [s, section] of definition.sections.entries()) {
    const ids = section.items.map((item) => item.id);
    for (const [g, group] of section.randomised.entries()) {
      const first = ids.indexOf(group[0] ?? '');
      if (first < 0 || group.some((id, at) => ids[first + at] !== id))
        faults.push({
          path: ['sections', s, 'randomised', g],
          message: 'a randomised group must list neighbouring items of its section in order',
        });
    }
  }
  for (const [s, set] of definition.straightlineSets.entries())
    for (const id of set.items) if (!known.has(id)) faults.push({ path: ['straightlineSets', s], message: `no item "${id}"` });
  return faults;
}

function brokenConditions(definition: Definition): Fault[] {
  const items = itemsWithPaths(definition);
  const all = new Set(items.map(({ item }) => item.id));
  const faults: Fault[] = [];
  const earlier = new Set<string>();
  for (const { item, path } of items) {
    if (item.when) faults.push(...conditionFaults(definition, item.when, [...path, 'when'], earlier, 'asked earlier'));
    earlier.add(item.id);
  }
  for (const [e, rule] of definition.endings.entries())
    faults.push(...conditionFaults(definition, rule.when, ['endings', e, 'when'], all, 'in this questionnaire'));
  for (const [p, population] of definition.analysisPopulations.entries())
    faults.push(
      ...conditionFaults(definition, population.rule, ['analysisPopulations', p, 'rule'], all, 'in this questionnaire'),
    );
  for (const [d, variable] of definition.derived.entries())
    if (variable.type === 'condition')
      faults.push(...conditionFaults(definition, variable.when, ['derived', d, 'when'], all, 'in this questionnaire'));
  return faults;
}

function conditionFaults(
  definition: Definition,
  condition: Condition,
  path: Fault['path'],
  known: Set<string>,
  where: string,
): Fault[] {
  const unknown = itemsOf(condition)
    .filter((id) => !known.has(id))
    .map((id) => ({ path, message: `no item "${id}" is ${where}` }));
  const impossible = comparisonsOf(condition).flatMap((comparison) => {
    const codes = codesOf(definition, comparison.item);
    if (codes === undefined) return [];
    const named =
      comparison.op === 'in' ? comparison.values : comparison.op === '==' || comparison.op === '!=' ? [comparison.value] : [];
    return named
      .filter((code) => code >= 0 && !codes.includes(code))
      .map((code) => ({ path, message: `"${comparison.item}" has no code ${code}` }));
  });
  return [...unknown, ...impossible];
}

/** The substantive codes of a coded item; undefined where any number may stand. */
function codesOf(definition: Definition, itemId: string): number[] | undefined {
  const item = itemsWithPaths(definition).find((entry) => entry.item.id === itemId)?.item;
  if (item?.type === 'scale')
    return definition.scales.find((scale) => scale.id === item.scale)?.options.map((option) => option.code);
  if (item?.type === 'single')
    return definition.lists.find((list) => list.id === item.list)?.options.map((option) => option.code);
  return undefined;
}

function brokenVariables(definition: Definition): Fault[] {
  const items = new Set(itemsWithPaths(definition).map(({ item }) => item.id));
  const faults: Fault[] = [];
  const known = new Set(items);
  for (const [d, variable] of definition.derived.entries()) {
    const inputs =
      variable.type === 'ratio'
        ? [variable.numerator, variable.denominator]
        : variable.type === 'condition'
          ? []
          : [variable.item];
    for (const id of inputs)
      if (!known.has(id)) faults.push({ path: ['derived', d], message: `no variable "${id}" stands before this one` });
    known.add(variable.id);
    const codes = variable.type === 'recode' || variable.type === 'midpoint' ? codesOf(definition, variable.item) : undefined;
    const used =
      variable.type === 'recode'
        ? variable.cases.flatMap((entry) => entry.from)
        : variable.type === 'midpoint'
          ? variable.midpoints.map((entry) => entry.code)
          : [];
    for (const code of used)
      if (codes && !codes.includes(code))
        faults.push({ path: ['derived', d], message: `code ${code} is not a code of its item` });
  }
  for (const [w, id] of definition.weightingVariables.entries())
    if (!known.has(id)) faults.push({ path: ['weightingVariables', w], message: `no variable "${id}"` });
  return faults;
}

function brokenIndicators(definition: Definition): Fault[] {
  const items = new Map(itemsWithPaths(definition).map(({ item }) => [item.id, item]));
  return definition.indicators.flatMap((indicator, at) => {
    const faults: Fault[] = [];
    for (const { item: id } of indicator.items) {
      const item = items.get(id);
      if (!item || !isQuestion(item)) faults.push({ path: ['indicators', at, 'items'], message: `no item "${id}"` });
      else if (item.type !== 'scale')
        faults.push({ path: ['indicators', at, 'items'], message: `"${id}" has no scale and cannot be scored` });
    }
    if (indicator.minValid > indicator.items.length)
      faults.push({ path: ['indicators', at, 'minValid'], message: 'more valid items are asked for than the indicator has' });
    if (indicator.comparator !== undefined && !items.has(indicator.comparator))
      faults.push({ path: ['indicators', at, 'comparator'], message: `no item "${indicator.comparator}"` });
    return faults;
  });
}
