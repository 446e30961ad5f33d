import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The cases below a folder: JSON files that name their function. Lists of cases and other files are passed over. */
export function casesBelow(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.json'))
    .map((path) => join(root, path))
    .filter((path) => {
      const content: unknown = JSON.parse(readFileSync(path, 'utf8'));
      return typeof content === 'object' && content !== null && 'function' in content && 'expected' in content;
    })
    .sort();
}
