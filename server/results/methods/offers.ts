import type {
  Definition,
  LocalizedText,
  Method,
  MethodIndicator,
  Population,
  StatisticalIndicatorForms,
  Statistics,
} from '../../../survey-definitions/contract/index.js';
import { displayedPopulationOf } from '../estimates/displayedPopulation.js';

/** An indicator that may enter a method, as it would enter. */
export interface Offer {
  readonly code: string;
  /** Tells indicators of one code apart: `statistics`, or population and id. */
  readonly key: string;
  readonly name: LocalizedText;
  readonly shortName: LocalizedText;
  /** Whom it is asked of; null for official statistics. */
  readonly population: Population | null;
  /** Whose answers of the questionnaire may count, by id. */
  readonly groups: readonly { readonly id: string; readonly name: LocalizedText }[];
  readonly indicator: MethodIndicator;
}

interface OfferSources {
  /** Published questionnaires, ascending by version. */
  definitions: readonly Definition[];
  statistics: Statistics;
  /** The default method first: statistics are named as there. */
  methods: readonly [Method, ...Method[]];
}

/** Every indicator of official statistics and of the newest version of every questionnaire. */
export function offersFrom({ definitions, statistics, methods }: OfferSources): Offer[] {
  const [standard] = methods;
  const official = statistics.indicators.flatMap(({ code }) => {
    const indicator = standard.indicators.find((candidate) => candidate.code === code);
    if (indicator?.source !== 'statistics') return [];
    const { name, shortName } = indicator;
    return [{ code, key: 'statistics', name, shortName, population: null, groups: [], indicator }];
  });
  const surveyed = definitions.toReversed().flatMap((definition) => surveyOffersOf(definition, methods));
  const all: Offer[] = [...official, ...surveyed];
  return all
    .filter((offer, at) => all.findIndex(({ code, key }) => code === offer.code && key === offer.key) === at)
    .sort((a, b) => placeOf(a.code) - placeOf(b.code));
}

/** An indicator is estimated in one analysis population of a questionnaire, whatever methods take it. */
function surveyOffersOf(definition: Definition, methods: readonly Method[]): Offer[] {
  const { population } = definition;
  return definition.indicators.map(({ code, id, name, shortName }) => ({
    code,
    key: `${population}/${id}`,
    name,
    shortName,
    population,
    groups: definition.analysisPopulations,
    indicator: {
      source: 'survey',
      code,
      id,
      population,
      analysisPopulation: displayedPopulationOf(methods, definition, code),
    },
  }));
}

/** The key of the offer that an indicator of a method was made from. */
export function offerKeyOf(indicator: MethodIndicator): string {
  return indicator.source === 'statistics' ? 'statistics' : `${indicator.population}/${indicator.id}`;
}

/** The forms of a statistical indicator that may be scored; often there is one only. */
export function scorableForms(
  statistics: Statistics,
  code: string,
): (StatisticalIndicatorForms['scored'] & { readonly isUsual: boolean })[] {
  const forms = statistics.indicators.find((indicator) => indicator.code === code);
  if (!forms) return [];
  const { scored, value } = forms;
  return [{ ...scored, isUsual: true }, ...(value.id === scored.id ? [] : [{ ...value, isUsual: false }])];
}

function placeOf(code: string): number {
  return code.charCodeAt(0) * 100 + Number(code.slice(1));
}
