import { indicatorScoresFrom, indicatorScoringFrom } from '../../scoring/index.js';
import type { Definition } from '../../survey-definitions/contract/index.js';
import type { StoredResponse } from '../../server/respond/index.js';
import { columnPlanOf } from '../../server/results/matrix/columnPlan.js';
import { blockFrom, dataColumnsOf } from '../../server/results/matrix/matrixBlock.js';

/** Who gave a valid answer to an indicator, by its code: the persons behind its figure. */
export function peopleBehind(
  definition: Definition,
  responses: readonly StoredResponse[],
  { excluded, populationOf }: { excluded: readonly string[]; populationOf: (code: string) => string },
): Map<string, Set<string>> {
  // Rows of a block are ordered by id.
  const rows = [...responses].sort((a, b) => (a._id < b._id ? -1 : 1));
  const columns = dataColumnsOf(blockFrom(columnPlanOf(definition), rows));
  return new Map(
    definition.indicators.map((indicator) => {
      const members = Uint8Array.from(rows, ({ analysisPopulations, flags }) =>
        analysisPopulations.includes(populationOf(indicator.code)) && excluded.every((flag) => !flags[flag as keyof typeof flags])
          ? 1
          : 0,
      );
      const scores = indicatorScoresFrom(columns, indicatorScoringFrom(definition, indicator), members);
      return [indicator.code, new Set(rows.flatMap(({ _id }, row) => (Number.isNaN(scores[row]) ? [] : [_id])))];
    }),
  );
}

/** Whose turn it was to answer an indicator at all: everybody but those to whom none of its questions was put. */
export function peopleAsked(
  definition: Definition,
  responses: readonly StoredResponse[],
  populationOf: (code: string) => string,
): Map<string, Set<string>> {
  const NOT_ASKED = -4;
  return new Map(
    definition.indicators.map(({ code, items }) => [
      code,
      new Set(
        responses
          .filter(({ analysisPopulations }) => analysisPopulations.includes(populationOf(code)))
          .filter(({ answers }) => items.some(({ item }) => answers[item] !== NOT_ASKED))
          .map(({ _id }) => _id),
      ),
    ]),
  );
}
