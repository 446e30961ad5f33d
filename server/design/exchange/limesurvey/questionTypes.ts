import type { ImportNote } from '../importResult.js';
import { fivePoints, gender, oneAnswer, ranking, severalAnswers, yesOrNo, type ItemsOf } from './choiceItems.js';
import { date, note, number, numbers, text, texts } from './fieldItems.js';
import { answerRows, changeRows, fivePointRows, tenPointRows, yesUncertainNoRows } from './rowItems.js';

/** What becomes of each of LimeSurvey's types. */
const ITEMS = new Map<string, ItemsOf>([
  ['L', oneAnswer],
  ['!', oneAnswer],
  ['O', oneAnswer],
  // Lists with labels of their own, until version 1.9.
  ['Z', oneAnswer],
  ['W', oneAnswer],
  ['M', severalAnswers],
  ['P', severalAnswers],
  ['R', ranking],
  ['Y', yesOrNo],
  ['G', gender],
  ['5', fivePoints],
  ['F', answerRows],
  ['H', answerRows],
  ['A', fivePointRows],
  ['B', tenPointRows],
  ['C', yesUncertainNoRows],
  ['E', changeRows],
  ['N', number],
  ['K', numbers],
  ['S', text],
  ['T', text],
  ['U', text],
  ['Q', texts],
  ['D', date],
  ['X', note],
]);

const LEFT_OUT = new Map<string, ImportNote['kind']>([
  ['*', 'lss_equation'],
  ['|', 'lss_upload'],
  ['I', 'lss_language_switch'],
  ['1', 'lss_dual_scale'],
  [':', 'lss_table'],
  [';', 'lss_table'],
]);

/** How a question becomes items, or the reason why it does not. */
export function itemsOfType(type: string): ItemsOf | ImportNote['kind'] {
  return ITEMS.get(type) ?? LEFT_OUT.get(type) ?? 'lss_unknown_type';
}
