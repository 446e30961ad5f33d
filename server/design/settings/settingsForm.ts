import type { Definition, LocalizedText, Population } from '../../../survey-definitions/contract/index.js';
import type { FormValues } from '../../accounts/index.js';
import type { FieldFault } from '../../http/fieldFault.js';
import type { Texts } from '../../i18n/index.js';
import { optionalTextFrom, textFrom, textValues, valueIn } from '../structure/formTexts.js';

/** Texts that every questionnaire has one of. */
export const FRAME_TEXTS = ['title', 'introduction', 'townQuestion', 'declined', 'screenedOut', 'thanks'] as const;

/** Paragraphs of the consent page that a form may have; nobody reads more. */
const MOST_PARAGRAPHS = 20;
const MOST_MINUTES = 240;

export function settingsValues(definition: Definition): FormValues {
  const { minutes, population, latinWords, consent, specialCodes } = definition;
  return Object.assign(
    { minutes: String(minutes), population, latinWords: latinWords.join(', ') },
    ...FRAME_TEXTS.map((name) => textValues(name, definition[name])),
    ...consent.map((text, at) => textValues(`consent.${at}`, text)),
    ...specialCodes.map(({ code, label }) => textValues(`special.${code}`, label)),
  ) as FormValues;
}

/** How many paragraphs of consent a form shows: those that have words, and an empty one to add. */
export function paragraphsShown(values: FormValues): number {
  const written = Array.from({ length: MOST_PARAGRAPHS }, (_, at) => optionalTextFrom(values, `consent.${at}`));
  return Math.min(written.findLastIndex((text) => text !== undefined) + 2, MOST_PARAGRAPHS);
}

export function readSettings(
  values: FormValues,
  definition: Definition,
  t: Texts,
): { definition: Definition } | { faults: FieldFault[] } {
  const minutes = Number(valueIn(values, 'minutes'));
  const consent = Array.from({ length: MOST_PARAGRAPHS }, (_, at) => optionalTextFrom(values, `consent.${at}`));
  const paragraphs = consent.filter((text) => text !== undefined);
  const faults: FieldFault[] = [];
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > MOST_MINUTES)
    faults.push({ field: 'minutes', message: t('designMeasurement.error_minutes') });
  if (paragraphs.length === 0) faults.push({ field: 'consent.0.kk', message: t('designMeasurement.error_consent') });
  if (faults.length > 0) return { faults };
  const texts = Object.fromEntries(FRAME_TEXTS.map((name) => [name, textFrom(values, name)])) as Record<
    (typeof FRAME_TEXTS)[number],
    LocalizedText
  >;
  return {
    definition: {
      ...definition,
      ...texts,
      minutes,
      consent: paragraphs,
      population: populationIn(values, definition.population),
      latinWords: wordsIn(valueIn(values, 'latinWords')),
      specialCodes: definition.specialCodes.map((special) => ({
        ...special,
        label: textFrom(values, `special.${special.code}`),
      })),
    },
  };
}

function populationIn(values: FormValues, before: Population): Population {
  const population = valueIn(values, 'population');
  return population === 'residents' || population === 'researchers' ? population : before;
}

/** Words apart by commas or spaces, each once. */
function wordsIn(typed: string): string[] {
  return [...new Set(typed.split(/[\s,;]+/).filter((word) => word !== ''))];
}
