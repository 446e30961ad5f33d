import { draftAddress } from '../places.js';
import type { TextChoice } from './translation.requests.js';

export function translationAddress(questionnaire: string, choice: Partial<TextChoice> = {}): string {
  const { part = '', show = 'all', language = 'all', page = 1 } = choice;
  const query = new URLSearchParams({
    ...(part === '' ? {} : { part }),
    ...(show === 'all' ? {} : { show }),
    ...(language === 'all' ? {} : { language }),
    ...(page === 1 ? {} : { page: String(page) }),
  }).toString();
  return `${draftAddress(questionnaire)}/translation${query === '' ? '' : `?${query}`}`;
}

export function fileAddress(questionnaire: string): string {
  return `${draftAddress(questionnaire)}/translation/file`;
}

/** The mark of a text on its page. */
export function anchorOf(key: string): string {
  return `text-${key}`;
}
