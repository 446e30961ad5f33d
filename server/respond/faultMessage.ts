import { optionsOf, SPECIAL, type Definition, type Language } from '../../survey-definitions/contract/index.js';
import { formatDate, formatNumber, textsIn } from '../i18n/index.js';
import { MAX_OTHER_TEXT, type QuestionFault } from './questionForm.js';

/** What is wrong with an answer, in one sentence that says what to do. */
export function faultMessage(definition: Definition, { item, reason }: QuestionFault, language: Language): string {
  const t = textsIn(language);
  switch (reason) {
    case 'needed':
      return item.special.includes(SPECIAL.refused) ? t('interface.ui_answer_needed') : t('interface.ui_answer_needed_screening');
    case 'both':
      return t('respond.bothFilled');
    case 'ranking':
      return t('respond.giveEachAPlace');
    case 'text-needed':
      return t('respond.textNeeded');
    case 'text-too-long':
      return t('respond.textTooLong', { max: item.type === 'text' ? item.maxLength : MAX_OTHER_TEXT });
    case 'too-many':
      return t('respond.chooseAtMost', {
        max: item.type === 'multiple' ? (item.maxChoices ?? optionsOf(definition, item).length) : 1,
      });
    case 'not-possible':
      break;
  }
  switch (item.type) {
    case 'integer':
      return t('interface.ui_number_range', { min: item.min, max: item.max });
    case 'decimal':
      return t('respond.decimalRange', {
        min: formatNumber(item.min, language, 0),
        max: formatNumber(item.max, language, 0),
        decimals: item.decimals,
      });
    case 'date':
      return item.min !== undefined && item.max !== undefined
        ? t('respond.dateRange', { min: formatDate(item.min, language), max: formatDate(item.max, language) })
        : t('respond.dateNeeded');
    default:
      return t('interface.ui_answer_needed_screening');
  }
}
