import { methodRuleFaults } from './faults/methodFaults.js';
import { MethodShape } from './methodShape.js';

/** A scoring method as versioned data: a score names its method and version. */
export const MethodSchema = MethodShape.superRefine((method, context) => {
  for (const { path, message } of methodRuleFaults(method)) context.addIssue({ code: 'custom', path, message });
});
