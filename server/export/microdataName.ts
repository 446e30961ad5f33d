import type { Wave } from '../fieldwork/index.js';
import { needsProtection, type Variables } from './kinds/responseFiles.js';

/** How a download of single responses stands in the audit log. */
export function microdataName(wave: Wave, variables: Variables): string {
  return needsProtection(wave) ? `${wave.slug} (${variables})` : wave.slug;
}
