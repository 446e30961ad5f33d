import type { DataColumns } from '../../../scoring/index.js';
import type { StoredBlock } from './matrix.repository.js';

/** How each interview went, in the order of the rows: positions in LANGUAGES and ORIGINS. No estimator sees it. */
export interface InterviewFacts {
  language: Uint8Array;
  origin: Uint8Array;
}

/** The data matrix of a wave and town with the facts of its interviews. */
export interface WaveColumns extends DataColumns {
  readonly facts: InterviewFacts;
}

export function interviewFactsFrom(blocks: readonly StoredBlock[]): InterviewFacts {
  return { language: joinedFact(blocks, 'language'), origin: joinedFact(blocks, 'origin') };
}

function joinedFact(blocks: readonly StoredBlock[], id: keyof InterviewFacts): Uint8Array {
  return Uint8Array.from(
    blocks.flatMap(({ columns }) =>
      Array.from(columns.find((column) => column.group === 'facts' && column.id === id)?.data ?? []),
    ),
  );
}
