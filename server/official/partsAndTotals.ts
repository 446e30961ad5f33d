import { LANGUAGES, type LocalizedText } from '../i18n/index.js';
import type { Statistics, Whole } from '../../survey-definitions/contract/index.js';
import { faultAt, type EntryFault } from './fault.js';
import { keyOf, type Entry, type ObservationKey } from './observation.js';

type Figure = ObservationKey & Pick<Entry, 'value' | 'areaLevel' | 'areaId'>;

/**
 * Faults of parts that exceed their total in the same town, year and area. `figures` are all that would be current;
 * only faults in which an `entered` figure has a share are reported, at that figure.
 */
export function partFaultsOf<Entered extends Figure>(
  figures: readonly Figure[],
  entered: readonly Entered[],
  { inputs, wholes }: Statistics,
): { entry: Entered; fault: EntryFault }[] {
  const current = new Map(figures.map((figure) => [keyOf(figure), figure]));
  const nameOf = (id: string): LocalizedText => inputs.find((input) => input.id === id)?.name ?? { kk: id, ru: id, en: id };
  return entered.flatMap((entry) => {
    const lookUp = (input: string): Figure | undefined => {
      const figure = current.get(keyOf({ ...entry, input }));
      return figure?.areaLevel === entry.areaLevel && figure.areaId === entry.areaId ? figure : undefined;
    };
    const concerned = wholes.filter(({ total, parts }) => total === entry.input || parts.includes(entry.input));
    return concerned.flatMap((whole) => faultOf(whole, lookUp, nameOf)).map((fault) => ({ entry, fault }));
  });
}

function faultOf(
  { total, parts }: Whole,
  lookUp: (input: string) => Figure | undefined,
  nameOf: (input: string) => LocalizedText,
): EntryFault[] {
  const limit = lookUp(total)?.value;
  const present = parts.flatMap((part) => lookUp(part) ?? []);
  if (limit === undefined || present.length === 0) return [];
  const tooLarge = present.find((part) => part.value > limit);
  if (tooLarge)
    return [
      faultAt('value', 'partAboveTotal', {
        part: nameOf(tooLarge.input),
        value: tooLarge.value,
        total: nameOf(total),
        limit,
      }),
    ];
  const sum = present.reduce((added, part) => added + part.value, 0);
  if (sum <= limit) return [];
  const names = present.map(({ input }) => nameOf(input));
  return [faultAt('value', 'sumAboveTotal', { parts: listOf(names), sum, total: nameOf(total), limit })];
}

function listOf(names: readonly LocalizedText[]): LocalizedText {
  const inLanguages = LANGUAGES.map((language) => [language, names.map((name) => name[language]).join(', ')] as const);
  return Object.fromEntries(inLanguages) as LocalizedText;
}
