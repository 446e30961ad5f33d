import type { TextKey } from '../../i18n/index.js';
import type { Place } from '../places.js';
import type { SayableValues } from '../sayable.js';

/** How much a finding weighs: an error stops publishing, a warning is to be considered, a hint is a heuristic. */
export type Severity = 'error' | 'warning' | 'hint';

type KindIn<Key> = Key extends `designLint.finding_${infer Kind}` ? Kind : never;
/** What can be found is what there is a sentence for. */
export type FindingKind = KindIn<TextKey>;

/** What the checks say of one place of a draft. The sentence stands under `designLint.finding_<kind>` and takes `values`. */
export interface Finding {
  kind: FindingKind;
  severity: Severity;
  place: Place;
  values: SayableValues;
}

export function error(kind: FindingKind, place: Place, values: SayableValues = {}): Finding {
  return { kind, severity: 'error', place, values };
}

export function warning(kind: FindingKind, place: Place, values: SayableValues = {}): Finding {
  return { kind, severity: 'warning', place, values };
}

export function hint(kind: FindingKind, place: Place, values: SayableValues = {}): Finding {
  return { kind, severity: 'hint', place, values };
}
