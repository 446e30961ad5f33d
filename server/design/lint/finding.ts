import type { Place } from '../places.js';

/** How much a finding weighs: an error stops publishing, a warning is to be considered, a hint is a heuristic. */
export type Severity = 'error' | 'warning' | 'hint';

/** What the checks say of one place of a draft. The sentence stands under `designLint.<kind>` and takes `values`. */
export interface Finding {
  kind: string;
  severity: Severity;
  place: Place;
  values: Record<string, string | number>;
}
