import type { LocalizedText } from '../../../survey-definitions/contract/index.js';
import type { TextKey } from '../../i18n/index.js';
import type { Place } from '../places.js';
import type { SayableValues } from '../sayable.js';

type KindIn<Key> = Key extends `designVersions.diff_${infer Kind}` ? Kind : never;
/** What can differ is what there is a sentence for. */
export type DifferenceKind = KindIn<TextKey>;

/**
 * One difference between two states of a questionnaire, at one place. It holds what is needed to say it in any language, so
 * that a reader of it needs neither state.
 */
export interface Difference {
  place: Place;
  kind: DifferenceKind;
  /** The wording of the part, where it has one. */
  name?: LocalizedText | undefined;
  values: SayableValues;
}

export function difference(place: Place, kind: DifferenceKind, values: SayableValues = {}): Difference {
  return { place, kind, values };
}
