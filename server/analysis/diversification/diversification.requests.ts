import { z } from 'zod';
import type { DiversificationOptions } from '../../../scoring/index.js';
import { MEASURES, type Measure } from './measures.js';

export const TableAddressSchema = z.object({ digest: z.string().regex(/^[\da-f]{64}$/) });
export const RegionAddressSchema = TableAddressSchema.extend({ region: z.string().min(1).max(300) });

const optionFields = {
  level: z.enum(['sector', 'activity']).default('sector'),
  base: z.enum(['bits', 'nats']).default('bits'),
  absent: z.enum(['zero', 'missing']).default('zero'),
};

/** What is asked of a table of sectors; the newest year where none is named. */
export const ChoicesQuerySchema = z.object({
  ...optionFields,
  year: z.coerce.number().int().min(1900).max(2200).optional(),
  measure: z.enum(MEASURES).default('variance'),
});

export const FileQuerySchema = z.object({
  ...optionFields,
  profile: z.enum(['machine', 'excel-kk', 'excel-ru', 'excel-en']).default('machine'),
});

export const PanelFormSchema = z.object({ ...optionFields, controls: z.string().default('') });

/** What a reader looks at. */
export interface Choices extends DiversificationOptions {
  readonly year: number;
  readonly measure: Measure;
}

/** The address of a page or file of a table of sectors, as it is looked at. */
export function addressOf(digest: string, place: string, choices: Readonly<Partial<Choices>>): string {
  const query = Object.entries(choices).map(([name, value]): [string, string] => [name, String(value)]);
  return `/analysis/diversification/${digest}${place}?${new URLSearchParams(query).toString()}`;
}
