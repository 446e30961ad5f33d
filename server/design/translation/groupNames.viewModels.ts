import type { Definition } from '../../../survey-definitions/contract/index.js';
import { textsIn, type Language } from '../../i18n/index.js';
import { textIn } from '../editing/draftFrame.viewModels.js';

const NAMED = ['general', 'answers', 'special', 'indicators', 'populations'] as const;

/** The name of a group of texts; a section has its own title. */
export function groupName(id: string, definition: Definition, language: Language): string {
  const t = textsIn(language);
  const named = NAMED.find((name) => name === id);
  if (named) return t(`designTranslation.group_${named}`);
  const section = definition.sections.find((one) => `section.${one.id}` === id);
  const title = section?.title ? textIn(section.title, language) : '';
  return title === ''
    ? t('designTranslation.group_untitled_section', { id: section?.id ?? id })
    : t('designTranslation.group_section', { title });
}
