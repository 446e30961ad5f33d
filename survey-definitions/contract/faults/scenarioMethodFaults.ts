import {
  SCENARIO_LEVELS,
  type Scenario,
  type ScenarioBand,
  type ScenarioIndicator,
  type ScenarioMethod,
} from '../scenarioMethodShape.js';
import { repeated, type Fault } from './fault.js';

/** What the shape of a scenario method cannot say: rules between its parts. */
export function scenarioMethodFaults(method: ScenarioMethod): Fault[] {
  const { inputs, indicators, reversal, rule } = method;
  const inputIds = inputs.map(({ id }) => id);
  return [
    ...twice([...inputIds, ...indicators.map(({ id }) => id)]).map((id) => ({
      path: ['indicators'],
      message: `"${id}" is used twice`,
    })),
    ...(inputIds.includes(reversal.input) ? [] : [{ path: ['reversal', 'input'], message: `no input "${reversal.input}"` }]),
    ...indicators.flatMap((indicator, at) => indicatorFaults(indicator, at, method)),
    ...twice(rule.scenarios.map(({ id }) => id)).map((id) => ({ path: ['rule'], message: `"${id}" is used twice` })),
    ...rule.scenarios.flatMap((scenario, at) =>
      termFaults(scenario, indicators).map(({ path, message }) => ({ path: ['rule', 'scenarios', at, ...path], message })),
    ),
  ];
}

function indicatorFaults({ formula, bands }: ScenarioIndicator, at: number, { inputs, indicators }: ScenarioMethod): Fault[] {
  const known = [...inputs, ...indicators.slice(0, at)].map(({ id }) => id);
  const path = ['indicators', at];
  return [
    ...formula.of
      .filter((id) => !known.includes(id))
      .map((id) => ({ path: [...path, 'formula'], message: `neither an input nor an indicator before: "${id}"` })),
    ...twice(inputsBehind(formula.of, indicators)).map((id) => ({
      path: [...path, 'formula'],
      message: `"${id}" enters twice, so that its thresholds cannot be computed`,
    })),
    ...bands.flatMap((band, place) =>
      bandFaults(band, bands[place - 1]).map((fault) => ({ ...fault, path: [...path, 'bands', place, ...fault.path] })),
    ),
  ];
}

/** The inputs on which operands rest, each as often as it enters. */
function inputsBehind(operands: readonly string[], indicators: readonly ScenarioIndicator[]): string[] {
  return operands.flatMap((name) => {
    const at = indicators.findIndex(({ id }) => id === name);
    return at < 0 ? [name] : inputsBehind(indicators[at]?.formula.of ?? [], indicators.slice(0, at));
  });
}

function bandFaults({ level, from, includesFrom }: ScenarioBand, below: ScenarioBand | undefined): Fault[] {
  if (!below)
    return from === 0 && includesFrom ? [] : [{ path: ['from'], message: 'the first band must begin at 0 and include it' }];
  return [
    ...(from > below.from ? [] : [{ path: ['from'], message: 'must begin above the band before it' }]),
    ...(SCENARIO_LEVELS.indexOf(level) > SCENARIO_LEVELS.indexOf(below.level)
      ? []
      : [{ path: ['level'], message: 'must be higher than the band before it' }]),
  ];
}

function termFaults({ terms }: Scenario, indicators: readonly ScenarioIndicator[]): Fault[] {
  return terms.flatMap(({ indicator: id, points }, at): Fault[] => {
    const path = ['terms', at];
    const indicator = indicators.find((candidate) => candidate.id === id);
    if (!indicator) return [{ path: [...path, 'indicator'], message: `no indicator "${id}"` }];
    if (terms.findIndex((term) => term.indicator === id) < at)
      return [{ path: [...path, 'indicator'], message: `"${id}" is used twice` }];
    return Object.keys(points)
      .filter((level) => indicator.bands.every((band) => band.level !== level))
      .map((level) => ({ path: [...path, 'points', level], message: `"${id}" has no band "${level}"` }));
  });
}

function twice(ids: readonly string[]): string[] {
  return repeated([...ids]).map((at) => ids[at] ?? '');
}
