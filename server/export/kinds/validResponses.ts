import type { Respond, StoredResponse } from '../../respond/index.js';

export type ResponseSource = Pick<Respond['responses'], 'streamTown'>;

/** Town by town, each in the order of random ids: nothing in the order tells who answered when. */
export async function* validResponses(
  responses: ResponseSource,
  wave: string,
  townIds: readonly string[],
): AsyncGenerator<StoredResponse> {
  for (const townId of townIds)
    for await (const response of responses.streamTown({ wave, townId })) if (response.status === 'valid') yield response;
}
