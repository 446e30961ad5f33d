import type { Place } from '../places.js';

/** One difference between two states of a questionnaire, at one place. */
export interface Difference {
  place: Place;
  kind: 'added' | 'removed' | 'changed';
}
