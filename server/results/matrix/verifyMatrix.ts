import type { StoredResponse } from '../../respond/index.js';
import { columnPlanOf } from './columnPlan.js';
import type { MatrixStores } from './fold.js';
import type { TownOfWave } from './matrix.repository.js';
import { idsOf } from './matrixBlock.js';

/** One place where the data matrix is not what the responses say. */
export interface MatrixDifference extends TownOfWave {
  kind:
    | 'missing-row'
    | 'row-without-response'
    | 'row-of-void-response'
    | 'row-of-unfolded-response'
    | 'row-twice'
    | 'column-differs'
    | 'column-missing';
  responseId?: string;
  column?: string;
}

export interface MatrixVerification {
  responses: number;
  rows: number;
  /** Valid responses that wait to be folded: no difference. */
  waiting: number;
  differences: MatrixDifference[];
}

const ATTEMPTS = 5;

/**
 * Compares the data matrix with the responses, value by value and town by town, and lists every difference. Holds one
 * town at a time in memory. A town that changes meanwhile is compared again.
 */
export async function verifyMatrix(stores: MatrixStores): Promise<MatrixVerification> {
  const total: MatrixVerification = { responses: 0, rows: 0, waiting: 0, differences: [] };
  for (const place of await placesOf(stores)) {
    const result = await verifiedTown(stores, place);
    total.responses += result.responses;
    total.rows += result.rows;
    total.waiting += result.waiting;
    total.differences.push(...result.differences);
  }
  return total;
}

async function placesOf({ matrix, responses }: MatrixStores): Promise<TownOfWave[]> {
  const places = new Map<string, TownOfWave>();
  for (const { wave, townId } of [...(await matrix.listHeads()), ...(await responses.listTowns())])
    places.set(`${wave}/${townId}`, { wave, townId });
  return [...places.values()];
}

async function verifiedTown(stores: MatrixStores, place: TownOfWave): Promise<MatrixVerification> {
  for (let attempt = 1; ; attempt += 1) {
    const before = await stores.matrix.findHead(place);
    const result = await compareTown(stores, place);
    const after = await stores.matrix.findHead(place);
    if (before?.version === after?.version || attempt === ATTEMPTS) return result;
  }
}

interface Row {
  valueOf: (column: string) => number | undefined;
  met: boolean;
}

async function compareTown({ matrix, responses, definitionOf }: MatrixStores, place: TownOfWave): Promise<MatrixVerification> {
  const rows = new Map<string, Row>();
  const differences: MatrixDifference[] = [];
  for (const block of await matrix.listBlocks(place)) {
    const columns = new Map(block.columns.map((column) => [`${column.group}.${column.id}`, column.data]));
    for (const [at, id] of idsOf(block).entries()) {
      if (rows.has(id)) differences.push({ ...place, kind: 'row-twice', responseId: id });
      rows.set(id, { valueOf: (column) => columns.get(column)?.[at], met: false });
    }
  }
  const result: MatrixVerification = { responses: 0, rows: rows.size, waiting: 0, differences };
  for await (const response of responses.streamTown(place)) {
    result.responses += 1;
    if (response.status === 'valid' && !response.folded) result.waiting += 1;
    const row = rows.get(response._id);
    if (row) row.met = true;
    differences.push(
      ...differencesOf(response, row, () => columnPlanOf(definitionOf(response))).map((found) => ({ ...place, ...found })),
    );
  }
  for (const [id, row] of rows) if (!row.met) differences.push({ ...place, kind: 'row-without-response', responseId: id });
  return result;
}

function differencesOf(
  response: StoredResponse,
  row: Row | undefined,
  planned: () => ReturnType<typeof columnPlanOf>,
): Omit<MatrixDifference, keyof TownOfWave>[] {
  const responseId = response._id;
  if (!row) return response.status === 'valid' && response.folded ? [{ kind: 'missing-row', responseId }] : [];
  if (response.status === 'void') return [{ kind: 'row-of-void-response', responseId }];
  if (!response.folded) return [{ kind: 'row-of-unfolded-response', responseId }];
  return planned().flatMap(({ group, id, valueIn }) => {
    const stored = row.valueOf(`${group}.${id}`);
    if (stored === valueIn(response)) return [];
    return [
      {
        kind: stored === undefined ? ('column-missing' as const) : ('column-differs' as const),
        responseId,
        column: `${group}.${id}`,
      },
    ];
  });
}
