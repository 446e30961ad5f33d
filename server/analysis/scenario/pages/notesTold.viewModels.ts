import type { PublishedScenarios } from '../../../../survey-definitions/contract/index.js';
import { textsIn, type Language } from '../../../i18n/index.js';

/** A note in words, or the way to where it stands. */
export interface ToldNote {
  /** Where a later mention leads; null for a mention. */
  id: string | null;
  text: string;
  /** Null where the note itself is told. */
  href: string | null;
}

/** Tells every note of a publication where it is first needed on a page, and points there from then on. */
export function notesTold(
  { notes }: Pick<PublishedScenarios, 'notes'>,
  language: Language,
): (ids: readonly string[]) => ToldNote[] {
  const t = textsIn(language);
  const told = new Set<string>();
  return (ids) =>
    notes
      .filter(({ id }) => ids.includes(id))
      .map(({ id, text }) => {
        if (told.has(id)) return { id: null, text: t('scenarioData.note_above', { id }), href: `#note-${id}` };
        told.add(id);
        return { id: `note-${id}`, text: t('scenarioData.note', { id, text: text[language] }), href: null };
      });
}
