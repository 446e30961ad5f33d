import type { AnswerOption } from '../../../../survey-definitions/contract/index.js';
import { inAllLanguages } from '../xlsform/inAllLanguages.js';
import { optionOf, type Carrier, type Coded } from './carrier.js';

/** Answers that LimeSurvey knows without listing them in the file. */
const LISTED = {
  yesno: [
    ['Y', 1, 'lss_yes'],
    ['N', 0, 'lss_no'],
  ],
  gender: [
    ['F', 1, 'lss_female'],
    ['M', 2, 'lss_male'],
  ],
  yes_uncertain_no: [
    ['Y', 1, 'lss_yes'],
    ['U', 2, 'lss_uncertain'],
    ['N', 3, 'lss_no'],
  ],
  change: [
    ['I', 1, 'lss_increase'],
    ['S', 2, 'lss_same'],
    ['D', 3, 'lss_decrease'],
  ],
} as const;

/** The id of a list or scale, and our code of each of its answers. */
export interface AnswerSet {
  id: string;
  codes: Map<string, number>;
}

export function fixedList(name: 'yesno' | 'gender', { answers }: Carrier): AnswerSet {
  const { options, codes } = listed(name);
  return { id: answers.list(options, name), codes };
}

export function fixedScale(name: 'yes_uncertain_no' | 'change', { answers }: Carrier): AnswerSet {
  const { options, codes } = listed(name);
  return { id: answers.scale(options, 'list', name), codes };
}

/** Steps from 1 on that have nothing but their number. */
export function pointScale(points: 5 | 10, { answers }: Carrier): AnswerSet {
  const options: AnswerOption[] = Array.from({ length: points }, (_, at) => ({ code: at + 1 }));
  return {
    id: answers.scale(options, 'steps', `points_${points}`),
    codes: new Map(options.map(({ code }) => [String(code), code])),
  };
}

function listed(name: keyof typeof LISTED): Coded {
  const entries = LISTED[name];
  const options = entries.map(([letter, code, label]) => optionOf(code, inAllLanguages(`designExchange.${label}`), letter));
  return { options, codes: new Map(entries.map(([letter, code]) => [letter, code])) };
}
