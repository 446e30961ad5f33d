import type { Texts, TextKey } from '../../i18n/index.js';

const REASONS = {
  suppressed: 'results.reason_suppressed',
  'too-few-answers': 'results.reason_too_few_answers',
  'no-survey': 'results.reason_no_survey',
  'no-data': 'results.reason_no_data',
  'missing-input': 'results.reason_missing_input',
  'no-common-year': 'results.reason_no_common_year',
  'missing-year': 'results.reason_missing_year',
  'zero-base': 'results.reason_zero_base',
  'awaiting-reference': 'results.reason_awaiting_reference',
  'not-common': 'results.reason_not_common',
} as const satisfies Record<string, TextKey>;

/** Why a figure does not exist, with what would have to be entered where that is known. */
export interface MissingFigure {
  reason: string;
  inputs?: readonly string[] | undefined;
  year?: number | undefined;
}

export function reasonText({ reason, inputs, year }: MissingFigure, t: Texts, nameOfInput: (input: string) => string): string {
  const key = REASONS[reason as keyof typeof REASONS] as TextKey | undefined;
  if (key === undefined) throw new Error(`no text for the reason "${reason}"`);
  return t(key, { inputs: (inputs ?? []).map(nameOfInput).join(', '), year: year ?? '' });
}
