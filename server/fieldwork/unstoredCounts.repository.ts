import type { Connection } from 'mongoose';
import { unstoredCountModel } from './unstoredCount.model.js';
import type { UnstoredOutcome } from './wave.js';

const OUTCOMES = ['declined', 'screenedOut', 'deleted'] as const satisfies UnstoredOutcome[];

export type UnstoredCountRepository = ReturnType<typeof createUnstoredCountRepository>;

export function createUnstoredCountRepository(connection: Connection) {
  const counts = unstoredCountModel(connection);

  async function increase(wave: string, townId: string, day: string, outcome: UnstoredOutcome): Promise<void> {
    await counts.updateOne(
      { _id: `${wave}/${townId}/${day}` },
      { $inc: { [outcome]: 1 }, $setOnInsert: { wave, townId, day } },
      { upsert: true },
    );
  }

  return {
    async countUnstored(wave: string, townId: string, day: string, outcome: UnstoredOutcome): Promise<void> {
      try {
        await increase(wave, townId, day, outcome);
      } catch (error) {
        if ((error as { code?: unknown }).code !== 11000) throw error;
        // Two first ones of a day met; now the counter exists.
        await increase(wave, townId, day, outcome);
      }
    },

    /** Sums over all days, per town and outcome; what never happened is not listed. */
    async unstoredCounts(wave: string): Promise<{ townId: string; outcome: UnstoredOutcome; count: number }[]> {
      const days = await counts.find({ wave }).lean();
      const towns = [...new Set(days.map((day) => day.townId))].sort();
      return towns.flatMap((townId) =>
        OUTCOMES.map((outcome) => ({
          townId,
          outcome,
          count: days.filter((day) => day.townId === townId).reduce((sum, day) => sum + (day[outcome] ?? 0), 0),
        })).filter(({ count }) => count > 0),
      );
    },
  };
}
