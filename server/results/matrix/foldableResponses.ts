import type { ClientSession } from 'mongoose';
import type { StoredResponse } from '../../respond/index.js';

/** What the data matrix needs of the repository of responses. */
export interface FoldableResponses {
  /** Valid responses that the matrix does not hold yet. */
  findUnfolded(limit: number, session?: ClientSession): Promise<StoredResponse[]>;
  /** Marks responses as held by the matrix; how many were not marked before. */
  markFolded(ids: string[], session: ClientSession): Promise<number>;
  findByIds(ids: string[], session?: ClientSession): Promise<StoredResponse[]>;
  /** Marks a response as void; false if there is no such valid response. */
  markVoid(id: string, session: ClientSession): Promise<boolean>;
  /** Every wave and town that has responses. */
  listTowns(): Promise<{ wave: string; townId: string }[]>;
  /** All responses of a wave and town, void ones too, one after the other. */
  streamTown(place: { wave: string; townId: string }): AsyncIterable<StoredResponse>;
}
