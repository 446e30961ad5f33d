import type { Connection } from 'mongoose';
import type { Definition } from '../../../survey-definitions/contract/index.js';
import { inTransaction } from '../../database/index.js';
import { AppError } from '../../errors.js';
import type { StoredResponse } from '../../respond/index.js';
import { columnPlanOf } from './columnPlan.js';
import type { FoldableResponses } from './foldableResponses.js';
import type { MatrixRepository, TownOfWave } from './matrix.repository.js';
import { BLOCK_CAPACITY, blockFrom, idsOf, mergedBlock } from './matrixBlock.js';

/** At most this many responses enter the matrix in one transaction. */
export const FOLD_LIMIT = 500;

export interface MatrixStores {
  connection: Connection;
  responses: FoldableResponses;
  matrix: MatrixRepository;
  definitionOf: (response: Pick<StoredResponse, 'definitionId' | 'definitionVersion'>) => Definition;
}

/**
 * Adds waiting responses to the data matrix and marks them, in one transaction: a response is in the matrix exactly if
 * it is marked. May be repeated and may run in several processes at once. Returns how many were added.
 */
export function foldOnce({ connection, responses, matrix, definitionOf }: MatrixStores): Promise<number> {
  return inTransaction(connection, async (session) => {
    const waiting = await responses.findUnfolded(FOLD_LIMIT, session);
    if (waiting.length === 0) return 0;
    for (const { place, first, members } of byTown(waiting)) {
      const plan = columnPlanOf(definitionOf(first));
      const head = await matrix.findHead(place, session);
      let number = head?.newestBlock ?? 0;
      let rest = members;
      const newest = head === null ? null : await matrix.findBlock(place, number, session);
      if (newest !== null && newest.rows < BLOCK_CAPACITY) {
        const added = rest.slice(0, BLOCK_CAPACITY - newest.rows);
        rest = rest.slice(added.length);
        await matrix.replaceBlock(newest, mergedBlock(newest, blockFrom(plan, added)), session);
      }
      if (rest.length > 0) {
        number += 1;
        await matrix.insertBlock(place, number, blockFrom(plan, rest), session);
      }
      await matrix.raiseVersion(place, number, members.length, session);
    }
    const marked = await responses.markFolded(
      waiting.map(({ _id }) => _id),
      session,
    );
    if (marked !== waiting.length) throw new AppError('conflict', { message: 'a response was folded by somebody else' });
    return waiting.length;
  });
}

interface TownGroup {
  place: TownOfWave;
  first: StoredResponse;
  members: StoredResponse[];
}

function byTown(responses: readonly StoredResponse[]): TownGroup[] {
  const groups = new Map<string, TownGroup>();
  for (const response of responses) {
    const { wave, townId } = response;
    const group = groups.get(`${wave}/${townId}`);
    if (group) group.members.push(response);
    else groups.set(`${wave}/${townId}`, { place: { wave, townId }, first: response, members: [response] });
  }
  return [...groups.values()];
}

/**
 * Makes a response void and takes it out of the matrix: its block is built again from the responses that remain, in
 * the same transaction. False if there is no such valid response.
 */
export function voidOnce({ connection, responses, matrix, definitionOf }: MatrixStores, id: string): Promise<boolean> {
  return inTransaction(connection, async (session) => {
    const [response] = await responses.findByIds([id], session);
    if (response?.status !== 'valid' || !(await responses.markVoid(id, session))) return false;
    if (!response.folded) return true;
    const place = { wave: response.wave, townId: response.townId };
    for (const block of await matrix.listBlocks(place, session)) {
      const ids = idsOf(block);
      if (!ids.includes(id)) continue;
      const remaining = await responses.findByIds(
        ids.filter((other) => other !== id),
        session,
      );
      await matrix.replaceBlock(block, blockFrom(columnPlanOf(definitionOf(response)), remaining), session);
    }
    const head = await matrix.findHead(place, session);
    await matrix.raiseVersion(place, head?.newestBlock ?? 0, -1, session);
    return true;
  });
}
