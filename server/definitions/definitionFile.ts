import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';

/** A fault in a file of survey-definitions: where it stands and what is wrong. */
export interface FileFault {
  /** Path from the project's folder, with forward slashes. */
  file: string;
  path: PropertyKey[];
  reason: string;
}

export interface DefinitionFile<Content> {
  file: string;
  content: Content;
}

/** Reads one JSON file by its schema; what does not fit is added to `faults` and nothing is returned. */
export function readDefinitionFile<Schema extends z.ZodType>(
  rootDir: string,
  file: string,
  schema: Schema,
  faults: FileFault[],
): DefinitionFile<z.infer<Schema>> | undefined {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(join(rootDir, file), 'utf8'));
  } catch (error) {
    faults.push({ file, path: [], reason: error instanceof Error ? error.message : String(error) });
    return undefined;
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return { file, content: parsed.data };
  faults.push(...parsed.error.issues.map((issue) => ({ file, path: issue.path, reason: issue.message })));
  return undefined;
}
