import { textsOf } from '../../../../survey-definitions/contract/index.js';
import type { DraftRevision } from '../../questionnaires/draft.js';
import { statesIn } from '../textStates.js';
import type { ConflictWay } from '../translation.requests.js';
import type { FileFault } from './fileFault.js';
import { merge, type FileConflict, type Merged } from './merge.js';
import { openTable } from './openTable.js';
import { textRowsFrom } from './textRows.js';

/** What a file changes of a draft, or why nothing of it is taken: faults of the file, or what two people changed. */
export type TakenFile = { taken: Pick<Merged, 'changes' | 'left'> } | { faults: FileFault[] } | { conflicts: FileConflict[] };

export async function takeFile(bytes: Uint8Array, draft: DraftRevision, way: ConflictWay): Promise<TakenFile> {
  const table = await openTable(bytes);
  if ('faults' in table) return table;
  const texts = new Map(textsOf(draft.definition).map(({ key, text }) => [key, text]));
  const { rows, faults: bad } = textRowsFrom(table.rows, { questionnaire: draft.questionnaire, keys: new Set(texts.keys()) });
  const { changes, left, conflicts, faults: misfits } = merge(rows, { texts, stateOf: statesIn(draft.statuses) }, way);
  const faults = [...bad, ...misfits].sort((a, b) => rowOf(a) - rowOf(b));
  if (faults.length > 0) return { faults };
  if (conflicts.length > 0 && way === 'list') return { conflicts };
  return { taken: { changes, left } };
}

function rowOf(fault: FileFault): number {
  return 'row' in fault ? (fault.row ?? 0) : 0;
}
