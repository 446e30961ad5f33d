import { z } from 'zod';

/** A column of a panel: lower snake case, so that it is a name in R, LaTeX and CSV alike. */
export const PanelColumnSchema = z.string().regex(/^[a-z][a-z0-9_]{0,40}$/);

const named = { name: PanelColumnSchema, of: PanelColumnSchema };

/**
 * A new column of a panel, computed from others row by row; where a value is missing, or a year before is not there, the
 * new value is missing too.
 */
export const PanelTransformationSchema = z.discriminatedUnion('kind', [
  /** Natural logarithm of a positive column. */
  z.strictObject({ kind: z.literal('log'), ...named }),
  /** x(t)/x(t − 1) − 1 within a unit, a fraction. */
  z.strictObject({ kind: z.literal('growth'), ...named }),
  /** ln x(t) − ln x(t − 1) within a unit. */
  z.strictObject({ kind: z.literal('log-growth'), ...named }),
  /** x(t) − x(t − 1) within a unit. */
  z.strictObject({ kind: z.literal('difference'), ...named }),
  /** x(t − years) of the same unit. */
  z.strictObject({ kind: z.literal('lag'), ...named, years: z.int().min(1).max(20) }),
  /** x/by as a fraction, or in per cent. */
  z.strictObject({ kind: z.literal('share'), ...named, by: PanelColumnSchema, unit: z.enum(['fraction', 'per-cent']) }),
  /** x/by × per, by being a number of people; per a million, millions of tenge become tenge per head. */
  z.strictObject({
    kind: z.literal('per-capita'),
    ...named,
    by: PanelColumnSchema,
    per: z.union([z.literal(1), z.literal(1000), z.literal(10_000), z.literal(100_000), z.literal(1_000_000)]),
  }),
  /** x × by: an interaction. */
  z.strictObject({ kind: z.literal('product'), ...named, by: PanelColumnSchema }),
]);
export type PanelTransformation = z.infer<typeof PanelTransformationSchema>;
export const PANEL_TRANSFORMATION_KINDS = PanelTransformationSchema.options.map(({ shape }) => shape.kind.value);

/** The columns that a transformation reads. */
export function inputsOf(transformation: PanelTransformation): string[] {
  return 'by' in transformation ? [transformation.of, transformation.by] : [transformation.of];
}
