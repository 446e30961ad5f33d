import { scenarioMethodFaults } from './faults/scenarioMethodFaults.js';
import { ScenarioMethodShape } from './scenarioMethodShape.js';

/** How a development scenario is read from the indicators of a town, as versioned data. */
export const ScenarioMethodSchema = ScenarioMethodShape.superRefine((method, context) => {
  for (const { path, message } of scenarioMethodFaults(method)) context.addIssue({ code: 'custom', path, message });
});
