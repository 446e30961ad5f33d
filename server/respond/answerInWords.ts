import { optionsOf, type Answers, type Definition, type Question } from '../../survey-definitions/contract/index.js';
import type { Wording } from './wording.js';

/** The words of a stored answer, for the page where answers are checked. */
export function answerInWords(
  definition: Definition,
  item: Question,
  answers: Answers,
  wording: Wording,
): { words: string; special: boolean } {
  const value = answers[item.id];
  const special = definition.specialCodes.find((text) => text.code === value);
  if (special) return { words: wording.of(special.label), special: true };
  const options = optionsOf(definition, item);
  const label = (code: number): string => {
    const found = options.find((option) => option.code === code)?.label;
    return found ? wording.of(found) : String(code);
  };
  const words = Array.isArray(value)
    ? value.map((code, at) => (item.type === 'ranking' ? `${at + 1}. ${label(code)}` : label(code))).join('; ')
    : typeof value === 'number' && options.length > 0
      ? label(value)
      : String(value ?? '');
  const text = answers[`${item.id}__text`];
  return { words: typeof text === 'string' ? `${words}: ${text}` : words, special: false };
}
