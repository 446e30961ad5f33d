import {
  disclosedItemFrom,
  disclosureRuleFor,
  isRevealingDifference,
  leavingOut,
  published,
  releasedCellFrom,
  releasedEstimatesFrom,
  type DisclosureRule,
  type ReleasedCell,
} from '../../../scoring/index.js';
import type { Definition } from '../../../survey-definitions/contract/index.js';
import type { Study, Wave } from '../../fieldwork/index.js';
import { headlineOf } from '../estimates/displayedPopulation.js';
import type { WaveEstimates } from '../estimates/waveEstimates.js';
import { publishedWeightingFrom, type PublishedWeighting } from '../weighting/publishedWeighting.js';
import type { PopulationRelease } from './release.js';

export interface PopulationReleaseMaterial {
  wave: Wave;
  study: Study;
  definition: Definition;
  estimates: WaveEstimates;
  excludedFlags: readonly string[];
  /** The last release of the same wave and town. */
  previous: PopulationRelease | undefined;
  today: string;
}

/**
 * What may be published of a wave in a town today (methodology §2.9): small cells hidden, hidden codes protected,
 * counts rounded where they would tell of a few persons, and every published figure kept until at least k further
 * valid answers have come.
 */
export function populationReleaseFrom(material: PopulationReleaseMaterial): PopulationRelease {
  const { wave, study, definition, estimates, excludedFlags, previous, today } = material;
  const rule = disclosureRuleFor(wave.population, study.kMin[wave.population]);
  const released = releasedEstimatesFrom(previous?.estimates, estimates.survey, rule, today, excludedFlags);
  const members = estimates.members[headlineOf(definition)] ?? 0;
  const cells = withSafeCounts(released.cells, material, rule);
  const counted = { ...respondentsCell(members, rule, today), ...leavingOut(excludedFlags) };
  const respondents = releasedCellFrom(previous?.respondents, counted, rule.k);
  const weighting = weightingOf(material, { cells, respondents, untouched: released.cells });
  return {
    wave: wave.slug,
    population: wave.population,
    definitionId: wave.definitionId,
    definitionVersion: wave.definitionVersion,
    demonstration: study.demonstration,
    k: rule.k,
    excludedFlags: [...excludedFlags],
    estimates: { cells, covariance: released.covariance },
    items: itemCellsFrom(material, rule),
    respondents,
    ...(weighting && { weighting }),
  };
}

interface ReleasedCells {
  cells: EstimateCells;
  respondents: PopulationRelease['respondents'];
  /** Before exact counts were taken back. */
  untouched: Readonly<Record<string, EstimateCells[string]>>;
}

/** Numbers about the weights tell of the respondents as exactly as counts do: they are printed where those are. */
function weightingOf(
  { estimates, previous }: PopulationReleaseMaterial,
  { cells, respondents, untouched }: ReleasedCells,
): PublishedWeighting | undefined {
  const published = Object.values(cells).flatMap(({ cell }) =>
    cell.state === 'published' ? [cell.figure.counts.precision] : [],
  );
  return publishedWeightingFrom(estimates.weighting, {
    exact: respondents.cell.state === 'published' && !published.includes('atLeast'),
    kept: Object.keys(untouched).filter((code) => previous !== undefined && untouched[code] === previous.estimates.cells[code]),
    previous: previous?.weighting,
  });
}

type EstimateCells = PopulationRelease['estimates']['cells'];

/**
 * Exact counts beside figures of sets that lie inside one another – the headline population, a narrower one (researchers
 * who live in the town), those of it who were asked (families with a pupil) – would tell how many belong to the larger
 * set alone; where these are 1 … k − 1 persons, lower bounds are printed (methodology §2.9e).
 */
function withSafeCounts(
  cells: Readonly<Record<string, EstimateCells[string]>>,
  { definition, estimates }: PopulationReleaseMaterial,
  { k }: DisclosureRule,
): EstimateCells {
  const headline = headlineOf(definition);
  const membersOf = (population: string): number => estimates.members[population] ?? 0;
  const revealing = (code: string): boolean => {
    const all = membersOf(headline);
    const narrower = membersOf(estimates.analysisPopulations[code] ?? headline);
    const asked = estimates.survey.estimates[code]?.nEligible ?? narrower;
    return [all - narrower, narrower - asked, all - asked].some((alone) => isRevealingDifference(alone, k));
  };
  return Object.fromEntries(
    Object.entries(cells).map(([code, released]) => {
      const { cell } = released;
      if (cell.state !== 'published' || !revealing(code)) return [code, released];
      const counts = { precision: 'atLeast' as const, nValid: Math.floor(cell.figure.counts.nValid / k) * k };
      return [code, { ...released, cell: { ...cell, figure: { ...cell.figure, counts } } }];
    }),
  );
}

function itemCellsFrom(
  { estimates, excludedFlags, previous, today }: PopulationReleaseMaterial,
  rule: DisclosureRule,
): PopulationRelease['items'] {
  return Object.fromEntries(
    Object.entries(estimates.items).map(([id, { distribution, satisfied, topCodes }]) => {
      const item = disclosedItemFrom(distribution, satisfied, topCodes, rule);
      const cell =
        item.distribution.state === 'published' ? published(item, distribution.nValid, rule) : { state: 'suppressed' as const };
      const current = { cell, nValid: distribution.nValid, asOf: today, ...leavingOut(excludedFlags) };
      return [id, releasedCellFrom(previous?.items[id], current, rule.k)];
    }),
  );
}

function respondentsCell(members: number, rule: DisclosureRule, today: string): ReleasedCell<number> {
  const cell =
    members < rule.k ? { state: 'suppressed' as const } : published(Math.floor(members / rule.k) * rule.k, members, rule);
  return { cell, nValid: members, asOf: today };
}
