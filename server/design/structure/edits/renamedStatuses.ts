import type { TextStatus } from '../../questionnaires/draft.js';

/** The statuses of texts whose keys name a part that got another id: a renamed part is translated as it was. */
export function renamedStatuses(
  statuses: TextStatus[],
  part: 'section' | 'item' | 'scale' | 'list',
  from: string,
  to: string,
): TextStatus[] {
  if (from === to) return statuses;
  const prefix = `${part}.${from}.`;
  return statuses.map((status) =>
    status.key.startsWith(prefix) ? { ...status, key: `${part}.${to}.${status.key.slice(prefix.length)}` } : status,
  );
}
