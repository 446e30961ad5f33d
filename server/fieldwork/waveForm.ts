import { mayUseTown, type SignedInPerson } from '../accounts/index.js';
import type { Definitions } from '../definitions/index.js';
import type { Definition } from '../../survey-definitions/contract/index.js';
import type { WaveForm } from './fieldwork.requests.js';
import { KAZAKHSTAN_TIME, type Wave } from './wave.js';

/** The value of the field that chooses a questionnaire version. */
export function questionnaireValue({ id, version }: Pick<Definition, 'id' | 'version'>): string {
  return `${id}@${version}`;
}

export function findQuestionnaire(value: string, definitions: Definitions): Definition | null {
  const found = definitions.definitions.find((definition) => questionnaireValue(definition) === value);
  return found && !definitions.isRetired(found.id, found.version) ? found : null;
}

/** A planned wave from its form; details of towns that stay are kept. */
export function waveFrom(form: WaveForm, definition: Definition, before: Wave | null): Wave {
  return {
    slug: before?.slug ?? form.slug,
    study: form.study,
    population: definition.population,
    definitionId: definition.id,
    definitionVersion: definition.version,
    referenceYear: form.referenceYear,
    opens: form.opens,
    closes: form.closes,
    timeZone: KAZAKHSTAN_TIME,
    state: 'planned',
    access: form.access,
    sampling: form.sampling,
    live: form.live === 'yes',
    pilot: form.pilot === 'yes',
    organiserName: { kk: form['organiserName.kk'], ru: form['organiserName.ru'], en: form['organiserName.en'] },
    organiserContact: form.organiserContact,
    minutes: form.minutes ?? definition.minutes,
    thresholds: thresholdsFrom(form, definition),
    towns: form.townIds.map((townId) => before?.towns.find((town) => town.townId === townId) ?? { townId }),
  };
}

/** What a pilot has taught about quick and empty answers; the questionnaire's own where nothing is entered. */
function thresholdsFrom({ speederSeconds, missingPercent }: WaveForm, { thresholds }: Definition): Wave['thresholds'] {
  return {
    speederSecondsPerItem: speederSeconds ?? thresholds.speederSecondsPerItem,
    highMissingShare: missingPercent === undefined ? thresholds.highMissingShare : missingPercent / 100,
  };
}

/** Whether every chosen town exists for the person. */
export function areTownsTheirs(townIds: readonly string[], person: SignedInPerson, definitions: Definitions): boolean {
  return townIds.every((townId) => definitions.findTown(townId) !== null && mayUseTown(person, townId));
}
