import { z } from 'zod';
import { TownQuerySchema } from '../results.requests.js';

/** What a score may be explained against. */
export type AgainstChoice = { kind: 'middle' } | { kind: 'town'; town: string } | { kind: 'year'; year: number };

/** `50`, `town:<id>` or `year:<year>`; a select that was left alone sends an empty text. */
const AgainstSchema = z
  .union([z.literal(['', '50']), z.string().regex(/^town:[a-z0-9-]{1,60}$/), z.string().regex(/^year:(19|20)\d\d$/)])
  .default('50')
  .transform((text): AgainstChoice => {
    const [kind, rest = ''] = text.split(':');
    if (kind === 'town') return { kind, town: rest };
    return kind === 'year' ? { kind, year: Number(rest) } : { kind: 'middle' };
  });

export const DecompositionQuerySchema = TownQuerySchema.extend({ against: AgainstSchema });

/** Steps that every indicator makes in turn, as they stand in an address. */
export const GAIN_STEPS = ['to-reference', 'plus-10', 'to-best'] as const;

export const WhatIfQuerySchema = TownQuerySchema.extend({ step: z.enum(GAIN_STEPS).default('to-reference') });

const YearSchema = z.coerce.number().int().min(1990).max(2100).optional();

export const ChangesQuerySchema = TownQuerySchema.omit({ year: true }).extend({ from: YearSchema, to: YearSchema });
