import type { Place } from './places.js';

const OWNERS = ['section', 'item', 'scale', 'list', 'indicator', 'population'] as const;

/** The part of a questionnaire that a text (key of `textsOf`) belongs to. */
export function ownerOfText(key: string): Place {
  const [kind = '', id = ''] = key.split('.');
  const part = OWNERS.find((owner) => owner === kind);
  return part === undefined ? { part: 'questionnaire' } : { part, id };
}
