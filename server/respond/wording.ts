import {
  fillPlaceholders,
  type Language,
  type LocalizedText,
  type PlaceholderValues,
} from '../../survey-definitions/contract/index.js';
import type { Study, Wave } from '../fieldwork/index.js';

/** The texts of a questionnaire in the reader's language, their placeholders filled from the wave. */
export interface Wording {
  language: Language;
  of(text: LocalizedText): string;
  /** The sentences of a paragraph; split before filling, so that a name with full stops stays whole. */
  sentencesOf(text: LocalizedText): string[];
}

export function wordingOf(wave: Wave, study: Study, townId: string | null, language: Language): Wording {
  return wordingFrom(placeholdersOf(wave, study, townId, language), language);
}

/** What a wave fills into the texts of its questionnaire. */
export function placeholdersOf(wave: Wave, study: Study, townId: string | null, language: Language): PlaceholderValues {
  const enterprise = wave.towns.find((town) => town.townId === townId)?.enterpriseName?.[language];
  return {
    minutes: String(wave.minutes),
    organiser_name: wave.organiserName[language],
    organiser_contact: wave.organiserContact,
    min_group: String(study.kMin[wave.population]),
    ...(enterprise === undefined ? {} : { enterprise_name: enterprise }),
  };
}

/** The texts of a questionnaire with placeholders filled from anywhere. */
export function wordingFrom(values: PlaceholderValues, language: Language): Wording {
  return {
    language,
    of: (text) => fillPlaceholders(text[language], values),
    sentencesOf: (text) =>
      text[language].split(/(?<=[.!?])\s+(?=[\p{Lu}«"])/u).map((sentence) => fillPlaceholders(sentence, values)),
  };
}
