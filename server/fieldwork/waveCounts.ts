import { mayUseTown, type SignedInPerson } from '../accounts/index.js';
import type { StaffBoardReadings } from './staffBoard.js';
import type { FieldworkService, UnstoredOutcome, Wave } from './wave.js';

/** What came of the wave in one town so far. */
export interface TownCounts extends Record<UnstoredOutcome, number> {
  townId: string;
  /** Null where no feature counts responses. */
  responses: number | null;
}

/** Counts for the towns that the person may see, in the order of the wave. */
export async function countsOf(
  wave: Wave,
  person: SignedInPerson,
  fieldwork: FieldworkService,
  board: StaffBoardReadings,
): Promise<TownCounts[]> {
  const [responses, unstored] = await Promise.all([board.responseCounts(wave.slug), fieldwork.unstoredCounts(wave.slug)]);
  return wave.towns
    .filter(({ townId }) => mayUseTown(person, townId))
    .map(({ townId }) => {
      const of = (outcome: UnstoredOutcome): number =>
        unstored.find((each) => each.townId === townId && each.outcome === outcome)?.count ?? 0;
      return {
        townId,
        responses: responses && (responses.get(townId) ?? 0),
        declined: of('declined'),
        screenedOut: of('screenedOut'),
        deleted: of('deleted'),
      };
    });
}
