import { comparableTownsFrom, contributionsFrom, methodDifferencesFrom, type ScoreChanges } from '../../../scoring/index.js';
import type { Definition, Population } from '../../../survey-definitions/contract/index.js';
import type { ResultsComputation } from '../computation/computation.js';
import type { DataMatrix } from '../matrix/dataMatrix.js';
import { RecentValues } from '../recentValues.js';
import type { PopulationRelease } from '../releases/release.js';
import { digestOf } from '../scores/scoreFrom.js';
import { SCORE_DRAWS } from '../scores/scoring.js';
import { changeRowsFrom } from '../waves/waveChanges.js';
import { isOtherMode } from '../waves/waveMode.js';
import { comparableInputs, type PopulationRows } from './comparableYears.js';
import type { ExplainedTown } from './explainedTown.js';
import { printedPartsFrom, type PrintedParts } from './printedParts.js';
import { indicatorsInTwoReleases } from './releasedIndicators.js';

const KEPT = 60;

/** What changed in a town from one year to a later one, as far as the public may know. */
export interface YearChanges {
  populations: (PopulationRows & { population: Population; before: PopulationRelease; after: PopulationRelease })[];
  /** Blocks and scores; or how the methods differ, and then they are not compared. */
  scores:
    { state: 'compared'; changes: ScoreChanges; parts: PrintedParts | null; leftOut: string[] } | { state: 'other-methods' };
}

export interface YearChangesSurroundings {
  computation: ResultsComputation;
  dataMatrix: Pick<DataMatrix, 'read'>;
  definitionOf: (part: PopulationRelease) => Definition;
}

export type YearChangesOf = (before: ExplainedTown, after: ExplainedTown) => Promise<YearChanges>;

/** Changes between two public pictures of a town (methodology §5.22). */
export function createYearChanges({ computation, dataMatrix, definitionOf }: YearChangesSurroundings): YearChangesOf {
  const drawn = new RecentValues<ScoreChanges>(KEPT);

  return async (before, after) => {
    const pairs = after.picture.parts.flatMap((part) => {
      const earlier = before.picture.parts.find(({ population }) => population === part.population);
      return earlier ? [{ before: earlier, after: part }] : [];
    });
    const populations = await Promise.all(pairs.map((pair) => rowsOf(after.town.id, pair)));
    if (methodDifferencesFrom(before.method, after.method).length > 0) return { populations, scores: { state: 'other-methods' } };
    return { populations, scores: await scoresOf(before, after, populations) };
  };

  async function rowsOf(
    townId: string,
    { before, after }: { before: PopulationRelease; after: PopulationRelease },
  ): Promise<YearChanges['populations'][number]> {
    const otherMode = await hasOtherMode(townId, before.wave, after.wave);
    const [first, second] = [before, after].map((part) => ({ part, definition: definitionOf(part) })) as [
      Parameters<typeof indicatorsInTwoReleases>[0],
      Parameters<typeof indicatorsInTwoReleases>[1],
    ];
    return {
      population: after.population,
      rows: changeRowsFrom(indicatorsInTwoReleases(first, second, otherMode)),
      sameQuestionnaire: before.definitionId === after.definitionId && before.definitionVersion === after.definitionVersion,
      otherMode,
      before,
      after,
    };
  }

  /** The one thing that is not in a release: whether more than a tenth of the answers came another way, yes or no. */
  async function hasOtherMode(townId: string, before: string, after: string): Promise<boolean> {
    const [first, second] = await Promise.all([before, after].map((wave) => dataMatrix.read({ wave, townId })));
    const facts = [first?.columns?.facts, second?.columns?.facts];
    return facts[0] !== undefined && facts[1] !== undefined && isOtherMode(facts[0], facts[1]);
  }

  async function scoresOf(
    before: ExplainedTown,
    after: ExplainedTown,
    populations: readonly PopulationRows[],
  ): Promise<YearChanges['scores']> {
    const { method } = after;
    const { inputs, leftOut } = comparableInputs(method, [before.picture.score, after.picture.score], populations);
    const key = digestOf(JSON.stringify([method.id, method.version, ...inputs]));
    const changes = await drawn.get(key, () => computation.run('scoreChanges', method, ...inputs, SCORE_DRAWS));
    const { towns } = comparableTownsFrom(
      method,
      inputs.map((each, at) => ({ town: String(at), inputs: each })),
    );
    const [first, second] = towns.map(({ comparable }) => comparable);
    if (!first || !second) throw new Error('two scores went in');
    const explained = contributionsFrom(method, second, 'integral', first);
    const parts = explained.state === 'explained' ? printedPartsFrom(method, explained, second, first) : null;
    return { state: 'compared', changes, parts, leftOut };
  }
}
