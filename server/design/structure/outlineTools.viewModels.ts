import type { Texts } from '../../i18n/index.js';
import { addressOfPlace } from '../places.js';

/** Something is deleted at once, or its page says first what depends on it. */
type Removal = ({ value: string } | { href: string }) & { label: string; spokenLabel: string };

/** What can be done to a section or an item where it stands in the outline. */
export interface OutlineTools {
  /** Up and down; null in the place of a button that would do nothing. */
  steps: ({ value: string; label: string; sign: string } | null)[];
  copy: { value: string; label: string; spokenLabel: string };
  removal: Removal;
}

interface Standing {
  part: 'section' | 'item';
  id: string;
  /** What is read out of the part: its wording or title. */
  name: string;
  first: boolean;
  last: boolean;
  /** Whether nothing depends on it. */
  removedAtOnce: boolean;
}

export function outlineTools(
  { part, id, name, first, last, removedAtOnce }: Standing,
  questionnaire: string,
  t: Texts,
): OutlineTools {
  const named = (label: string) => ({ label, spokenLabel: `${label}: ${name}` });
  const up = { value: `${part}-up:${id}`, label: `${t('designStructure.move_up')}: ${name}`, sign: '↑' };
  const down = { value: `${part}-down:${id}`, label: `${t('designStructure.move_down')}: ${name}`, sign: '↓' };
  const way = removedAtOnce
    ? { value: `${part}-remove:${id}` }
    : { href: `${addressOfPlace(questionnaire, { part, id })}/remove` };
  return {
    steps: [first ? null : up, last ? null : down],
    copy: { value: `${part}-copy:${id}`, ...named(t('designStructure.duplicate')) },
    removal: { ...way, ...named(t('designStructure.remove')) },
  };
}
