import { LANGUAGES, type LocalizedText } from '../i18n/index.js';
import type { Statistics, Whole } from '../../survey-definitions/contract/index.js';
import { faultAt, type EntryFault } from './fault.js';
import { keyOf, type Entry, type ObservationKey } from './observation.js';

type Figure = ObservationKey & Pick<Entry, 'value' | 'areaLevel' | 'areaId'>;

/**
 * Faults of parts that exceed their total in the same town, year and area. `figures` are all that would be current;
 * only faults in which an `entered` figure has a share are reported, each once, at the first such figure.
 */
export function partFaultsOf<Entered extends Figure>(
  figures: readonly Figure[],
  entered: readonly Entered[],
  { inputs, wholes }: Statistics,
): { entry: Entered; fault: EntryFault }[] {
  const current = new Map(figures.map((figure) => [keyOf(figure), figure]));
  const nameOf = (id: string): LocalizedText => inputs.find((input) => input.id === id)?.name ?? { kk: id, ru: id, en: id };
  const reported = new Set<string>();
  return entered.flatMap((entry) => {
    const lookUp = (input: string): Figure | undefined => {
      const figure = current.get(keyOf({ ...entry, input }));
      return figure?.areaLevel === entry.areaLevel && figure.areaId === entry.areaId ? figure : undefined;
    };
    const concerned = wholes.filter(({ total, parts }) => total === entry.input || parts.includes(entry.input));
    return concerned.flatMap((whole) => {
      const place = `${entry.townId} ${entry.year} ${wholes.indexOf(whole)}`;
      const fault = reported.has(place) ? null : faultOf(whole, lookUp, nameOf);
      if (fault === null) return [];
      reported.add(place);
      return [{ entry, fault }];
    });
  });
}

function faultOf(
  { total, parts }: Whole,
  lookUp: (input: string) => Figure | undefined,
  nameOf: (input: string) => LocalizedText,
): EntryFault | null {
  const limit = lookUp(total)?.value;
  if (limit === undefined) return null;
  const present = parts.flatMap((part) => lookUp(part) ?? []);
  const tooLarge = present.find((part) => part.value > limit);
  if (tooLarge) {
    const part = { part: nameOf(tooLarge.input), value: tooLarge.value };
    return faultAt('value', 'partAboveTotal', { ...part, total: nameOf(total), limit });
  }
  const sum = present.reduce((added, part) => added + part.value, 0);
  if (sum <= limit) return null;
  const names = present.map(({ input }) => nameOf(input));
  return faultAt('value', 'sumAboveTotal', { parts: listOf(names), sum, total: nameOf(total), limit });
}

function listOf(names: readonly LocalizedText[]): LocalizedText {
  const inLanguages = LANGUAGES.map((language) => [language, names.map((name) => name[language]).join(', ')] as const);
  return Object.fromEntries(inLanguages) as LocalizedText;
}
