import { z } from 'zod';
import {
  DefinitionShape,
  DraftFault,
  parseDraft,
  textsOf,
  type Definition,
} from '../../../../survey-definitions/contract/index.js';
import { TextStatusSchema, type TextStatus } from '../../questionnaires/draft.js';
import type { ImportNote, ImportResult, Refusal } from '../importResult.js';
import { excessOf } from '../questionnaireLimits.js';
import { openFile } from './openedFile.js';
import { readJson } from './readJson.js';
import { shapeNotes } from './shapeNotes.js';

/** Enough of the shape to count by, before anything large is checked in detail. */
const Listed = z.object({ options: z.array(z.unknown()) });
const CountableSchema = z.object({
  sections: z.array(z.object({ items: z.array(z.unknown()) })),
  scales: z.array(Listed),
  lists: z.array(Listed),
});

/** Takes a file made by `exportJson`, finished or not, or a bare definition as in survey-definitions: whole, or not at all. */
export function importJson(bytes: Uint8Array): ImportResult {
  const read = readJson(bytes);
  if ('fault' in read) return refused(read.fault);
  const file = openFile(read.value);
  if ('fault' in file) return refused(file.fault);
  const countable = CountableSchema.safeParse(file.definition);
  const excess = countable.success ? excessOf(countable.data) : null;
  if (excess !== null) return refused(excess);

  const definition = definitionFrom(file.definition, file.prefix);
  if ('faults' in definition) return definition;
  const statuses = statusesFrom(file.translation, definition);
  return 'faults' in statuses ? statuses : { definition, statuses, notCarried: [] };
}

function refused(...faults: ImportNote[]): Refusal {
  return { faults };
}

function definitionFrom(value: unknown, prefix: string): Definition | Refusal {
  try {
    return parseDraft(value);
  } catch (error) {
    if (!(error instanceof DraftFault)) throw error;
    const issues = DefinitionShape.safeParse(value).error?.issues ?? [];
    return refused(
      ...shapeNotes(
        value,
        issues.filter((issue) => !isIncomplete(issue)),
        prefix,
      ),
    );
  }
}

/** A draft may lack texts and entries; that is no fault of its file. */
function isIncomplete(issue: z.core.$ZodIssue): boolean {
  return issue.code === 'too_small' && (issue.origin === 'string' || issue.origin === 'array');
}

function statusesFrom(translation: unknown, definition: Definition): TextStatus[] | Refusal {
  const parsed = z.array(TextStatusSchema).safeParse(translation);
  if (!parsed.success) return refused(...shapeNotes(translation, parsed.error.issues, 'translation'));
  const keys = new Set(textsOf(definition).map(({ key }) => key));
  const seen = new Set<string>();
  const faults = parsed.data.flatMap(({ key, language }, at): ImportNote[] => {
    const place = { in: 'path', path: `translation[${at}]` } as const;
    const repeated = seen.has(`${key} ${language}`);
    seen.add(`${key} ${language}`);
    if (!keys.has(key)) return [{ place, kind: 'json_no_such_text', values: { key } }];
    return repeated ? [{ place, kind: 'json_status_twice', values: { key } }] : [];
  });
  return faults.length > 0 ? refused(...faults.slice(0, 30)) : parsed.data;
}
