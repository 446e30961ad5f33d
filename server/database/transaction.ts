import type { ClientSession, Connection } from 'mongoose';

/** Runs work in one transaction; the driver repeats it on transient errors, so the work must be repeatable. */
export async function inTransaction<Result>(
  connection: Connection,
  work: (session: ClientSession) => Promise<Result>,
): Promise<Result> {
  const session = await connection.startSession();
  try {
    return await session.withTransaction(() => work(session));
  } finally {
    await session.endSession();
  }
}
