import type { Connection } from 'mongoose';
import { folderLeaseModel } from './matrix.model.js';

const DUPLICATE_KEY = 11000;
const LEASE_ID = 'folder';

export type LeaseRepository = ReturnType<typeof createLeaseRepository>;

/** The right to fold, for a short time, given to one process at a time. */
export function createLeaseRepository(connection: Connection) {
  const leases = folderLeaseModel(connection);
  return {
    /** Takes or renews the lease; false while another process holds it. */
    async take(holder: string, now: Date, durationMs: number): Promise<boolean> {
      try {
        await leases.updateOne(
          { _id: LEASE_ID, $or: [{ holder }, { expires: { $lt: now } }] },
          { $set: { holder, expires: new Date(now.getTime() + durationMs) } },
          { upsert: true },
        );
        return true;
      } catch (error) {
        if ((error as { code?: unknown }).code === DUPLICATE_KEY) return false;
        throw error;
      }
    },
    async release(holder: string): Promise<void> {
      await leases.deleteOne({ _id: LEASE_ID, holder });
    },
  };
}
