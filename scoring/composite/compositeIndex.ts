import { ScoringError } from '../scoringError.js';
import type { Column } from '../statistics/column.js';
import { ranksOf, type Ties } from '../statistics/ranks.js';
import { normalisedColumn, type ColumnNormalisation, type IndicatorColumn } from './normalisedColumn.js';
import { weightedMean, type Mean } from './weightedMean.js';

/** A member of a group: an indicator or a group of the level below. */
interface Member {
  readonly id: string;
  /** The group it belongs to; only the index itself has none. */
  readonly parent: string | null;
  /** Against the other members of its group, ≥ 0, of any scale. */
  readonly weight: number;
}

export interface IndexIndicator extends Member, IndicatorColumn {
  readonly normalisation: ColumnNormalisation;
}

export interface IndexGroup extends Member {
  readonly mean: Mean;
}

/** What a composite index is made of. */
export interface IndexStructure {
  readonly indicators: readonly IndexIndicator[];
  readonly groups: readonly IndexGroup[];
  /** The share of its members that a group needs, 0–1; one member it needs in any case. 0 unless told. */
  readonly minimumShare?: number;
  /** Which rank equal units share; the smallest unless told. */
  readonly ties?: Ties;
}

/** A composite index over units, with everything on the way to it. Columns are in the order of the units. */
export interface CompositeIndex {
  readonly normalised: Readonly<Record<string, Column>>;
  /** By group; the index among them. */
  readonly scores: Readonly<Record<string, Column>>;
  /** 1 = highest index; null where there is none. */
  readonly ranks: Column;
}

/**
 * A composite index: indicators normalised over the units, then weighted means level by level up to the one group
 * without a parent. A missing member is left out and the others' weights are rescaled; a group with too few members is
 * missing and left out one level up. Levels are not normalised again.
 *
 * @param structure indicators of equal length, groups in any order
 * @returns normalised indicators, the scores of all groups, ranks of the units
 * @throws ScoringError `broken-hierarchy` naming the group, `unequal-lengths`, `out-of-range` for the minimum share, and
 * what `normalisedColumn` and `weightedMean` throw
 * @source OECD/JRC, Handbook on Constructing Composite Indicators (2008), §§1.5–1.7
 * @example two indicators [0, 1, 2] and [5, 1, 3], min–max 0–100, arithmetic // index [50, 25, 75], ranks [2, 3, 1]
 */
export function compositeIndexFrom(structure: IndexStructure): CompositeIndex {
  requireEqualLengths(structure.indicators);
  const { minimumShare = 0 } = structure;
  if (!(minimumShare >= 0 && minimumShare <= 1)) throw new ScoringError('out-of-range', { minimumShare });
  const top = topOf(structure);
  const normalised = Object.fromEntries(
    structure.indicators.map((indicator) => [indicator.id, normalisedColumn(indicator, indicator.normalisation)]),
  );
  const columns = new Map<string, Column>(Object.entries(normalised));
  scoreGroup(top, structure, columns);
  const scores = Object.fromEntries(structure.groups.map(({ id }) => [id, columns.get(id) ?? []]));
  return { normalised, scores, ranks: descendingRanks(columns.get(top.id) ?? [], structure.ties ?? 'min') };
}

/** The one group without a parent, from which all members are reached, each under a name of its own. */
function topOf({ indicators, groups }: IndexStructure): IndexGroup {
  const tops = groups.filter(({ parent }) => parent === null);
  const [top] = tops;
  if (!top || tops.length > 1) throw new ScoringError('broken-hierarchy', { tops: tops.map(({ id }) => id) });
  const reached = new Set<string>([top.id]);
  const members: Member[] = [...groups, ...indicators];
  for (let before = 0; before < reached.size;) {
    before = reached.size;
    for (const { id, parent } of members) if (parent !== null && reached.has(parent)) reached.add(id);
  }
  const lost = members.find(({ id }, at) => !reached.has(id) || members.findIndex((other) => other.id === id) < at);
  const empty = groups.find(({ id }) => members.every(({ parent }) => parent !== id));
  if (lost ?? empty) throw new ScoringError('broken-hierarchy', { input: (lost ?? empty)?.id });
  return top;
}

function scoreGroup(group: IndexGroup, structure: IndexStructure, columns: Map<string, Column>): Column {
  const inside = ({ parent }: Member) => parent === group.id;
  const subgroups = structure.groups.filter(inside);
  for (const subgroup of subgroups) scoreGroup(subgroup, structure, columns);
  const members: Member[] = [...structure.indicators.filter(inside), ...subgroups];
  const units = columns.get(members[0]?.id ?? '')?.length ?? 0;
  const { minimumShare = 0 } = structure;
  const scores = Array.from({ length: units }, (_, unit) => {
    const present = members.flatMap(({ id, weight }) => {
      const value = columns.get(id)?.[unit] ?? null;
      return value === null ? [] : [{ value, weight }];
    });
    if (present.length === 0 || present.length / members.length < minimumShare) return null;
    return weightedMean(
      present.map(({ value }) => value),
      present.map(({ weight }) => weight),
      group.mean,
    );
  });
  columns.set(group.id, scores);
  return scores;
}

function descendingRanks(scores: Column, ties: Ties): Column {
  const ranks = ranksOf(
    scores.filter((score) => score !== null).map((score) => -score),
    ties,
  );
  let next = 0;
  return scores.map((score) => (score === null ? null : (ranks[next++] ?? null)));
}

function requireEqualLengths(indicators: readonly IndexIndicator[]): void {
  const lengths = indicators.map(({ values }) => values.length);
  if (new Set(lengths).size > 1) throw new ScoringError('unequal-lengths', { lengths });
}
