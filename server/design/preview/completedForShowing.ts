import {
  LANGUAGES,
  mapTexts,
  type AnswerOption,
  type Condition,
  type Definition,
  type Item,
  type LocalizedText,
} from '../../../survey-definitions/contract/index.js';
import { textsIn, type TextKey } from '../../i18n/index.js';

/**
 * An unfinished draft as it can be shown: a text that is missing in a language is a marked gap, an answer list without
 * answers offers one, and a condition that looks at a later question or at none is never fulfilled. A finished
 * questionnaire stays as it is.
 */
export function completedForShowing(definition: Definition): Definition {
  const sections = withoutForwardReferences(definition.sections);
  const items = sections.flatMap((section) => section.items);
  return mapTexts(
    {
      ...definition,
      sections,
      scales: withOptions(definition.scales, idsOf(items, 'scale'), (id) => ({ id, layout: 'list', topCodes: [] })),
      lists: withOptions(definition.lists, idsOf(items, 'list'), (id) => ({ id })),
    },
    ({ text }) => withMarkedGaps(text),
  );
}

/** A gap shows the text of another language, so that one sees which text it is. */
function withMarkedGaps(text: LocalizedText): LocalizedText {
  const written = LANGUAGES.map((language) => text[language]).find(isWritten);
  if (LANGUAGES.every((language) => isWritten(text[language]))) return text;
  return inAllLanguages((language) => {
    if (isWritten(text[language])) return text[language];
    const t = textsIn(language);
    return written === undefined ? t('designPreview.gap') : t('designPreview.gap_of', { text: written });
  });
}

function isWritten(words: string): boolean {
  return words.trim() !== '';
}

function idsOf(items: readonly Item[], field: 'scale' | 'list'): string[] {
  const used = items.flatMap((item) =>
    item.type === 'scale' ? (field === 'scale' ? [item.scale] : []) : 'list' in item && field === 'list' ? [item.list] : [],
  );
  return [...new Set(used)];
}

type OptionOf<Set extends { options: AnswerOption[] }> = Set['options'][number];

/** The sets of answers that items use, known or not, each with at least one answer. */
function withOptions<Set extends { id: string; options: AnswerOption[] }>(
  sets: readonly Set[],
  used: readonly string[],
  setOf: (id: string) => Omit<Set, 'options'>,
): Set[] {
  const option = { code: 1, label: inAllLanguages(textOf('designPreview.no_options')) } as OptionOf<Set>;
  const missing = used
    .filter((id) => !sets.some((set) => set.id === id))
    .map((id) => ({ ...setOf(id), options: [option] }) as Set);
  return [...sets.map((set) => (set.options.length > 0 ? set : { ...set, options: [option] })), ...missing];
}

function withoutForwardReferences(sections: Definition['sections']): Definition['sections'] {
  const earlier = new Set<string>();
  return sections.map((section) => ({
    ...section,
    items: section.items.map((item) => {
      const shown = item.when ? { ...item, when: lookingBack(item.when, earlier) } : item;
      earlier.add(item.id);
      return shown;
    }),
  }));
}

function lookingBack(condition: Condition, earlier: ReadonlySet<string>): Condition {
  if ('all' in condition) return { all: condition.all.map((part) => lookingBack(part, earlier)) };
  if ('any' in condition) return { any: condition.any.map((part) => lookingBack(part, earlier)) };
  if ('not' in condition) return { not: lookingBack(condition.not, earlier) };
  return earlier.has(condition.item) ? condition : { any: [] };
}

function textOf(key: TextKey): (language: (typeof LANGUAGES)[number]) => string {
  return (language) => textsIn(language)(key);
}

function inAllLanguages(textIn: (language: (typeof LANGUAGES)[number]) => string): LocalizedText {
  return { kk: textIn('kk'), ru: textIn('ru'), en: textIn('en') };
}
