import type { LocalizedText, Method } from '../../../survey-definitions/contract/index.js';
import { LANGUAGES, type Language, type Texts } from '../../i18n/index.js';
import { offerKeyOf, type Offer } from './offers.js';

/** What a reader calls the parts of a method. */
export interface MethodNames {
  readonly method: string;
  /** Of an indicator, with its code. */
  indicator(code: string): string;
  /** Of a block, a part or the integral score. */
  step(id: string): string;
  /** Of a member of a step: an indicator or a step below. */
  member(id: string): string;
}

export function methodNamesIn(language: Language, t: Texts, method: Method, offers: readonly Offer[]): MethodNames {
  const indicator = (code: string): string => {
    const found = method.indicators.find((candidate) => candidate.code === code);
    const offer = found && offers.find(({ code: other, key }) => other === code && key === offerKeyOf(found));
    const name = found?.source === 'statistics' ? found.shortName : offer?.shortName;
    return name ? `${code} ${writtenIn(name, language)}` : code;
  };
  const step = (id: string): string => {
    if (id === 'objective' || id === 'subjective') return t(`interface.lbl_${id}`);
    const block = method.blocks.find((candidate) => candidate.id === id);
    return block ? t('methods.block', { id, name: writtenIn(block.shortName, language) }) : t('interface.lbl_integral_score');
  };
  return {
    method: writtenIn(method.name, language) || method.id,
    indicator,
    step,
    member: (id) => (/^[A-Z]\d/.test(id) ? indicator(id) : step(id)),
  };
}

/** A text in the reader's language; in another where a draft does not have it yet. */
export function writtenIn(text: LocalizedText, language: Language): string {
  return [language, ...LANGUAGES].map((each) => text[each].trim()).find((words) => words !== '') ?? '';
}
