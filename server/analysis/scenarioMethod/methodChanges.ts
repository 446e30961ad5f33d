import type { Scenario, ScenarioIndicator, ScenarioLevel, ScenarioMethod } from '../../../survey-definitions/contract/index.js';
import { bandedIndicators, pointsOf, sideOf, type SIDES } from './editFields.js';

/** One thing in which two versions differ. */
export type MethodChange =
  | { kind: 'bound'; indicator: ScenarioIndicator; level: ScenarioLevel; before: number; after: number }
  | { kind: 'side'; indicator: ScenarioIndicator; after: (typeof SIDES)[number] }
  | {
      kind: 'points';
      scenario: Scenario;
      indicator: ScenarioIndicator;
      level: ScenarioLevel;
      before: number;
      after: number;
    };

/** What a version changed in the one before it: bounds of bands, then the points of the rule. */
export function methodChanges(before: ScenarioMethod, after: ScenarioMethod): MethodChange[] {
  const pairs = bandedIndicators(after).flatMap((indicator) => {
    const earlier = before.indicators.find(({ id }) => id === indicator.id);
    return earlier ? [{ earlier, indicator }] : [];
  });
  return [
    ...pairs.flatMap(({ earlier, indicator }) => bandChanges(earlier, indicator)),
    ...after.rule.scenarios.flatMap((scenario) => {
      const old = before.rule.scenarios.find(({ id }) => id === scenario.id);
      return old ? pairs.flatMap(({ indicator }) => pointChanges(old, scenario, indicator)) : [];
    }),
  ];
}

function bandChanges(earlier: ScenarioIndicator, indicator: ScenarioIndicator): MethodChange[] {
  const side = sideOf(indicator);
  return [
    ...indicator.bands.flatMap(({ level, from }, place): MethodChange[] => {
      const old = earlier.bands[place]?.from ?? from;
      return old === from ? [] : [{ kind: 'bound', indicator, level, before: old, after: from }];
    }),
    ...(side === sideOf(earlier) ? [] : [{ kind: 'side', indicator, after: side } as const]),
  ];
}

function pointChanges(old: Scenario, scenario: Scenario, indicator: ScenarioIndicator): MethodChange[] {
  return indicator.bands.flatMap(({ level }): MethodChange[] => {
    const [before, after] = [pointsOf(old, indicator, level), pointsOf(scenario, indicator, level)];
    return before === after ? [] : [{ kind: 'points', scenario, indicator, level, before, after }];
  });
}
