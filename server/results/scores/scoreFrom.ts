import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';
import {
  contributionsFrom,
  disclosedFromRelease,
  scoreInputsFrom,
  statisticalIndicatorsFrom,
  townScoreFrom,
  withCanonicalNumbers,
  type DisclosedEstimates,
  type JsonValue,
  type StatisticalFigure,
  type StatisticalIndicator,
  type TownScore,
} from '../../../scoring/index.js';
import type { Method, MethodIndicator, Population } from '../../../survey-definitions/contract/index.js';
import type { PopulationRelease } from '../releases/release.js';
import {
  ScoreContentSchema,
  type ScoreContent,
  type StoredScore,
  type StoredStatistic,
  type UsedObservation,
} from './scoreContent.js';

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

/** Computes a score from published figures and official statistics, in the canonical form whose digest is its id. */
export function scoreFrom(material: ScoreMaterial): StoredScore {
  const { townId, year, method, synthetic, software } = material;
  const parts = synthetic === 'included' ? material.parts : material.parts.filter((part) => !part.demonstration);
  const observations =
    synthetic === 'included' ? material.observations : material.observations.filter(({ status }) => status !== 'synthetic');
  const surveys = new Map(parts.map((part) => [part.population, disclosedFromRelease(part.estimates)]));
  const statistics = statisticalIndicatorsFrom(
    observations,
    { referenceYear: year, maxAgeYears: method.maxAgeYears },
    surveys.get('researchers')?.estimates.B4,
  );
  const result = townScoreFrom(method, scoreInputsFrom(method, { statistics, surveys: surveysByPopulation(surveys) }));
  const explained = contributionsFrom(method, result);
  const used = usedObservations(statistics, observations);
  const content: ScoreContent = {
    townId,
    year,
    method: { id: method.id, version: method.version },
    options: { synthetic, excludedFlags: [...new Set(parts.flatMap((part) => part.excludedFlags))].sort() },
    seed: null,
    software,
    surveys: parts.map((part) => surveyInputsFrom(part)),
    observations: used,
    statistics: statistics.map(storedStatisticFrom),
    inputs: inputsByOrigin(method, result, parts, statistics, used),
    result,
    ...(explained.state === 'explained' ? { contributions: { indicators: explained.indicators, floors: explained.floors } } : {}),
  };
  return storedScoreFrom(content);
}

/** Canonical JSON: keys sorted, numbers of 12 significant digits; the id is its SHA-256. */
function storedScoreFrom(content: ScoreContent): StoredScore {
  const canonical = canonicalize(withCanonicalNumbers(JSON.parse(JSON.stringify(content)) as JsonValue));
  if (canonical === undefined) throw new Error('a score cannot be empty');
  return readStoredScore(canonical);
}

/** A stored score from its canonical form. */
export function readStoredScore(canonical: string): StoredScore {
  return { id: digestOf(canonical), content: ScoreContentSchema.parse(JSON.parse(canonical)), canonical };
}

export function digestOf(canonical: string): string {
  return createHash('sha256').update(canonical).digest('hex');
}

function surveysByPopulation(
  surveys: ReadonlyMap<Population, DisclosedEstimates>,
): Partial<Record<Population, DisclosedEstimates>> {
  return Object.fromEntries(surveys);
}

function surveyInputsFrom(part: PopulationRelease): ScoreContent['surveys'][number] {
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

function inputsByOrigin(
  method: Method,
  result: TownScore,
  parts: readonly PopulationRelease[],
  statistics: readonly StatisticalIndicator[],
  observations: readonly UsedObservation[],
): ScoreContent['inputs'] {
  const demonstrated = new Set(parts.filter((part) => part.demonstration).map((part) => part.population));
  const madeUp = new Set(observations.filter(({ status }) => status === 'synthetic').map(({ id }) => id));
  const isSynthetic = (indicator: MethodIndicator): boolean => {
    if (indicator.source === 'survey') return demonstrated.has(indicator.population);
    const statistic = statistics.find(({ code }) => code === indicator.code);
    const form = statistic?.forms[indicator.scored];
    if (statistic?.origin === 'survey' && demonstrated.has('researchers')) return true;
    return form?.state === 'defined' && form.observations.some(({ id }) => madeUp.has(id));
  };
  const entered = method.indicators.filter(({ code }) =>
    result.indicators.some((indicator) => indicator.code === code && indicator.state === 'scored'),
  );
  return {
    real: entered.filter((indicator) => !isSynthetic(indicator)).map(({ code }) => code),
    synthetic: entered.filter(isSynthetic).map(({ code }) => code),
  };
}
