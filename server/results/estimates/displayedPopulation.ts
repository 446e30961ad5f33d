import type { Definition, Method, Population } from '../../../survey-definitions/contract/index.js';

/**
 * The one analysis population in which an indicator is published for a population: as the first method that takes it
 * from there says, else the headline. One figure per indicator and population, so that no two published figures rest
 * on nearly the same people (methodology §2.9c).
 */
export function displayedPopulationOf(
  methods: readonly Method[],
  definition: Pick<Definition, 'population' | 'analysisPopulations'>,
  code: string,
): string {
  for (const { indicators } of methods) {
    const found = indicators.find((indicator) => indicator.code === code && isFrom(indicator, definition.population));
    if (found?.source === 'survey' && definition.analysisPopulations.some(({ id }) => id === found.analysisPopulation))
      return found.analysisPopulation;
  }
  return headlineOf(definition);
}

/** The analysis population that stands first in a questionnaire. */
export function headlineOf({ analysisPopulations }: Pick<Definition, 'analysisPopulations'>): string {
  const [headline] = analysisPopulations;
  if (!headline) throw new Error('a questionnaire has at least one analysis population');
  return headline.id;
}

function isFrom(indicator: Method['indicators'][number], population: Population): boolean {
  return indicator.source === 'survey' && indicator.population === population;
}
