import type { Observation } from '../../official/index.js';
import type { UsedObservation } from './scoreContent.js';

/** What a score keeps of an official figure. Who entered it and when is no business of the score. */
export function usedObservationFrom(observation: Observation): UsedObservation {
  const { id, input, year, value, unit, source, date, areaLevel, proxy, status, note } = observation;
  return { id, input, year, value, unit, source, date, areaLevel, proxy, status, note };
}
