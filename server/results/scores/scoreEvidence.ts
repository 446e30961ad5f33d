import {
  disclosedFromRelease,
  statisticalIndicatorsFrom,
  withCanonicalNumbers,
  type JsonValue,
  type StatisticalFigure,
  type StatisticalIndicator,
} from '../../../scoring/index.js';
import type { Method } from '../../../survey-definitions/contract/index.js';
import type { PopulationRelease } from '../releases/release.js';
import type { ScoreContent, ScoreSurvey, StoredStatistic, UsedObservation } from './scoreContent.js';

/** What a score of a town and year is made of. */
export interface ScoreMaterial {
  townId: string;
  year: number;
  method: Method;
  /** At most one of each population. */
  parts: readonly PopulationRelease[];
  /** All official figures of the town; synthetic ones among them. */
  observations: readonly UsedObservation[];
  synthetic: 'included' | 'excluded';
  software: string;
}

/** The part of a score that everything else in it follows from. */
export type ScoreEvidence = Pick<
  ScoreContent,
  'townId' | 'year' | 'options' | 'software' | 'surveys' | 'observations' | 'statistics'
>;

/**
 * Gathers what a score is computed from, with numbers of 12 significant digits: whoever computes the stored score again
 * starts from the same numbers and finds the same bytes.
 */
export function evidenceFrom({ townId, year, method, synthetic, software, ...material }: ScoreMaterial): ScoreEvidence {
  const isIncluded = (made: boolean): boolean => synthetic === 'included' || !made;
  const parts = material.parts.filter(({ demonstration }) => isIncluded(demonstration)).map(asStored);
  const observations = material.observations.filter(({ status }) => isIncluded(status === 'synthetic')).map(asStored);
  const researchers = parts.find(({ population }) => population === 'researchers');
  const statistics = statisticalIndicatorsFrom(
    observations,
    { referenceYear: year, maxAgeYears: method.maxAgeYears },
    researchers && disclosedFromRelease(researchers.estimates).estimates.B4,
  );
  return {
    townId,
    year,
    options: { synthetic, excludedFlags: [...new Set(parts.flatMap(({ excludedFlags }) => excludedFlags))].sort() },
    software,
    surveys: parts.map(surveyFrom),
    observations: usedObservations(statistics, observations),
    statistics: statistics.map(storedStatisticFrom).map(asStored),
  };
}

/** A value as it comes back from the store: numbers of 12 significant digits. */
function asStored<Value>(value: Value): Value {
  return withCanonicalNumbers(JSON.parse(JSON.stringify(value)) as JsonValue) as Value;
}

function surveyFrom(part: PopulationRelease): ScoreSurvey {
  const cells = Object.entries(part.estimates.cells);
  return {
    wave: part.wave,
    population: part.population,
    definition: { id: part.definitionId, version: part.definitionVersion },
    demonstration: part.demonstration,
    excludedFlags: part.excludedFlags,
    estimates: Object.fromEntries(cells.map(([code, { cell }]) => [code, cell])),
    asOf: Object.fromEntries(cells.map(([code, { asOf }]) => [code, asOf])),
    covariance: part.estimates.covariance,
    ...(part.weighting && { weighting: part.weighting }),
  };
}

function storedStatisticFrom({ code, origin, value, forms }: StatisticalIndicator): StoredStatistic {
  return {
    code,
    origin,
    value: storedFigureFrom(value),
    forms: Object.fromEntries(Object.entries(forms).map(([id, figure]) => [id, storedFigureFrom(figure)])),
  };
}

function storedFigureFrom(figure: StatisticalFigure): StoredStatistic['value'] {
  if (figure.state === 'defined') return { ...figure, observations: figure.observations.map(({ id }) => id) };
  return figure;
}

function usedObservations(statistics: readonly StatisticalIndicator[], all: readonly UsedObservation[]): UsedObservation[] {
  const used = new Set(
    statistics.flatMap(({ forms }) =>
      Object.values(forms).flatMap((form) => (form.state === 'defined' ? form.observations.map(({ id }) => id) : [])),
    ),
  );
  return all.filter(({ id }) => used.has(id)).sort((a, b) => (a.id < b.id ? -1 : 1));
}
