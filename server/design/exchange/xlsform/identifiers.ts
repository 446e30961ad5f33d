import { ItemIdSchema } from '../../../../survey-definitions/contract/index.js';

const LONGEST = 41;

/** Gives each name of a form an id of ours: its own where it fits, otherwise one like it that is free. */
export function createIds(taken: Iterable<string> = []) {
  const used = new Set(taken);
  return (name: string, fallback: string): string => {
    const id = ItemIdSchema.safeParse(name).success ? name : resembling(name, fallback);
    for (let number = 1; ; number += 1) {
      const suffix = number === 1 ? '' : `_${number}`;
      const candidate = `${id.slice(0, LONGEST - suffix.length).replace(/_+$/, '')}${suffix}`;
      const wanted = number === 1 ? id : candidate;
      if (used.has(wanted)) continue;
      used.add(wanted);
      return wanted;
    }
  };
}

function resembling(name: string, fallback: string): string {
  const letters = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, LONGEST)
    .replace(/_+$/, '');
  if (letters === '') return fallback;
  return /^[a-z]/.test(letters) ? letters : `${fallback}_${letters}`.slice(0, LONGEST);
}
