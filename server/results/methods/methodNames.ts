import type { LocalizedText, Method, MethodIndicator } from '../../../survey-definitions/contract/index.js';
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
  /** Where the figures of an indicator come from, and whose answers count. */
  origin(indicator: MethodIndicator): string;
}

export function methodNamesIn(language: Language, t: Texts, method: Method, offers: readonly Offer[]): MethodNames {
  const offerOf = (wanted: MethodIndicator): Offer | undefined =>
    offers.find(({ code, key }) => code === wanted.code && key === offerKeyOf(wanted));
  const indicator = (code: string): string => {
    const found = method.indicators.find((candidate) => candidate.code === code);
    const offer = found && offerOf(found);
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
    origin: (wanted) => {
      if (wanted.source === 'statistics') return t('methods.from_statistics');
      const group = offerOf(wanted)?.groups.find(({ id }) => id === wanted.analysisPopulation);
      const source = t(`methods.from_${wanted.population}`);
      return group ? t('methods.origin', { source, group: writtenIn(group.name, language) }) : source;
    },
    member: (id) => (/^[A-Z]\d/.test(id) ? indicator(id) : step(id)),
  };
}

/** A text in the reader's language; in another where a draft does not have it yet. */
export function writtenIn(text: LocalizedText, language: Language): string {
  return [language, ...LANGUAGES].map((each) => text[each].trim()).find((words) => words !== '') ?? '';
}
