import { FUNCTIONS } from './functions/index.js';
import { disagreements, loadCase } from './referenceCase.js';

/** What disagrees in one case, a line each; none where it passes. */
export function faultsOfCase(path: string): { id: string; faults: string[] } {
  const loaded = loadCase(path);
  const { id, function: name, expected, tolerance } = loaded.reference;
  const computed = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  if (!computed) return { id, faults: [`the function "${name}" is not known`] };
  try {
    return { id, faults: disagreements(computed(loaded), expected, tolerance) };
  } catch (error) {
    return { id, faults: [error instanceof Error ? `${error.name}: ${error.message}` : String(error)] };
  }
}
