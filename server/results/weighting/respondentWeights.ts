import type { DataColumns } from '../../../scoring/index.js';
import { SPECIAL, type Definition } from '../../../survey-definitions/contract/index.js';
import type { Wave } from '../../fieldwork/index.js';
import type { StoredResponse } from '../../respond/index.js';
import { headlineOf } from '../estimates/displayedPopulation.js';
import type { DataMatrix } from '../matrix/dataMatrix.js';
import { numbererOf, type ReadCode } from './sampleMargins.js';
import { usedWeightsFrom } from './usedWeights.js';
import type { Margin, Weighting } from './weighting.js';
import type { WeightingRepository } from './weighting.repository.js';

/** The weight of a response; null for whoever the margins do not speak of, and where weights cannot be computed. */
export type WeightOf = (response: Pick<StoredResponse, 'answers' | 'derived' | 'analysisPopulations'>) => number | null;

/** How a wave is weighted in one of its towns, with the weights of its responses. */
export interface WeightedTown {
  townId: string;
  adjustment: Weighting['adjustment'];
  margins: readonly Margin[];
  weightOf: WeightOf;
}

export interface RespondentWeightsSurroundings {
  weightings: Pick<WeightingRepository, 'findCurrent'>;
  dataMatrix: DataMatrix;
  definitionOf: (wave: Wave) => Definition;
}

/** The towns of a wave that are weighted: for files of single responses. */
export function createRespondentWeights({ weightings, dataMatrix, definitionOf }: RespondentWeightsSurroundings) {
  return async (wave: Wave, townIds: readonly string[]): Promise<WeightedTown[]> => {
    const weighted: WeightedTown[] = [];
    for (const townId of townIds) {
      const place = { wave: wave.slug, townId };
      const weighting = await weightings.findCurrent(place);
      if (weighting === null || weighting.adjustment === 'none' || weighting.margins.length === 0) continue;
      const { columns } = await dataMatrix.read(place);
      const { adjustment, margins } = weighting;
      const weightOf = columns === null ? () => null : weightsByCell(columns, weighting, headlineOf(definitionOf(wave)));
      weighted.push({ townId, adjustment, margins, weightOf });
    }
    return weighted;
  };
}

/** Before weighting all respondents are alike, so that those of one cell of all margins have the same weight. */
function weightsByCell(columns: DataColumns, weighting: Weighting, population: string): WeightOf {
  const used = usedWeightsFrom(columns, weighting, { population, excludedFlags: [] });
  if (used.state !== 'weighted') return () => null;
  const cellOf = cellsOf(weighting.margins);
  const weights = new Map<string, number>();
  columns.populations[population]?.forEach((member, row) => {
    if (member === 1)
      weights.set(
        cellOf((variable) => columns.items[variable]?.[row] ?? SPECIAL.missing),
        used.placed.weights[row] ?? 1,
      );
  });
  return ({ answers, derived, analysisPopulations }) => {
    if (!analysisPopulations.includes(population)) return null;
    const read: ReadCode = (variable) => {
      const answer = answers[variable] ?? derived[variable];
      return typeof answer === 'number' ? answer : SPECIAL.missing;
    };
    return weights.get(cellOf(read)) ?? null;
  };
}

function cellsOf(margins: readonly Margin[]): (read: ReadCode) => string {
  const numberers = margins.map(numbererOf);
  return (read) => numberers.map((numberOf) => numberOf(read) ?? 'none').join(' ');
}
