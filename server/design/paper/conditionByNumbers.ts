import type { Condition, Definition } from '../../../survey-definitions/contract/index.js';
import { textsIn, type Language } from '../../i18n/index.js';
import { conditionInWords } from '../conditions/conditionInWords.js';
import type { QuestionNumbers } from './questionNumbers.js';

export interface NumberedQuestionnaire {
  definition: Definition;
  numbers: QuestionNumbers;
  language: Language;
}

/** A rule as it is said on paper, where a question is known by its number: "if the answer to question 13 is “Yes”". */
export function conditionByNumbers(condition: Condition, { definition, numbers, language }: NumberedQuestionnaire): string {
  const t = textsIn(language);
  return conditionInWords(condition, definition, language, (id) =>
    t('paper.question_number', { question: numbers.get(id) ?? id }),
  );
}
