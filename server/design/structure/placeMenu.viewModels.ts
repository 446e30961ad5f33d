import type { Item } from '../../../survey-definitions/contract/index.js';
import { textsIn, type Language } from '../../i18n/index.js';
import { draftAddress } from '../places.js';
import type { DraftRevision } from '../questionnaires/draft.js';
import { questionOf, sectionNameOf } from './itemWords.viewModels.js';

/** A small form that puts an item anywhere in the questionnaire. */
export interface PlaceMenu {
  action: string;
  revision: number;
  deed: string;
  label: string;
  hint: string;
  groups: { label: string; options: { value: string; label: string; selected: boolean }[] }[];
  submitLabel: string;
}

/** Places are "at the beginning of a section" and "after a question"; each is written as the section and the item that follows. */
export function placeMenu({ definition, questionnaire, revision }: DraftRevision, moved: Item, language: Language): PlaceMenu {
  const t = textsIn(language);
  return {
    action: draftAddress(questionnaire),
    revision,
    deed: `item-place:${moved.id}`,
    label: t('designStructure.place'),
    hint: t('designStructure.place_hint'),
    groups: definition.sections.map((section) => {
      const others = section.items.filter(({ id }) => id !== moved.id);
      const behind = section.items[section.items.indexOf(moved) + 1]?.id ?? '';
      const stands = section.items.includes(moved) ? `${section.id}:${behind}` : null;
      const starts = [{ before: others[0]?.id ?? '', label: t('designStructure.place_first') }];
      const follows = others.map((item, at) => ({
        before: others[at + 1]?.id ?? '',
        label: `${t('designStructure.place_after')}: ${shortened(questionOf(item, language))}`,
      }));
      return {
        label: sectionNameOf(section, language),
        options: [...starts, ...follows].map(({ before, label }) => {
          const value = `${section.id}:${before}`;
          return { value, label, selected: value === stands };
        }),
      };
    }),
    submitLabel: t('designStructure.place_submit'),
  };
}

const SHOWN_LETTERS = 60;

function shortened(question: string): string {
  return question.length <= SHOWN_LETTERS ? question : `${question.slice(0, SHOWN_LETTERS).trimEnd()}…`;
}
