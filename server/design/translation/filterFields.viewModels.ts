import type { Definition } from '../../../survey-definitions/contract/index.js';
import { fieldsOf, type FormField } from '../../accounts/index.js';
import { languageNames, textsIn, type Language } from '../../i18n/index.js';
import { groupName } from './groupNames.viewModels.js';
import type { TextGroup } from './textGroups.js';
import { SHOWN_TEXTS, TARGETS, type TextChoice } from './translation.requests.js';

/** The menus that choose which texts are shown. */
export function filterFields(
  groups: readonly TextGroup[],
  definition: Definition,
  { part, show, language: target }: TextChoice,
  language: Language,
): FormField[] {
  const t = textsIn(language);
  const { select } = fieldsOf({ part, show, language: target }, []);
  return [
    select('part', t('designTranslation.filter_part'), [
      { value: '', label: t('designTranslation.filter_part_all') },
      ...groups.map(({ id }) => ({ value: id, label: groupName(id, definition, language) })),
    ]),
    select(
      'show',
      t('designTranslation.filter_texts'),
      SHOWN_TEXTS.map((value) => ({ value, label: t(`designTranslation.filter_texts_${value}`) })),
    ),
    select(
      'language',
      t('designTranslation.filter_language'),
      TARGETS.map((value) => ({
        value,
        label: value === 'all' ? t('designTranslation.filter_language_all') : languageNames[value],
      })),
    ),
  ];
}
