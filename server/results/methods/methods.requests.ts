import { z } from 'zod';

const MethodIdSchema = z.string().max(60);
const VersionSchema = z.coerce.number().int().min(1).optional();

export const DraftAddressSchema = z.object({ method: MethodIdSchema });
export const TownMethodsAddressSchema = z.object({ town: z.string().max(60) });
export const IndicatorAddressSchema = z.object({ indicator: z.string().max(10) });
export const StepAddressSchema = z.object({ step: z.string().max(20) });

/** A method as `<id>` or `<id>/<version>`. */
const MethodChoiceSchema = z
  .string()
  .regex(/^[a-z0-9-]{1,60}(\/[1-9]\d{0,5})?$/)
  .transform((text) => {
    const [id = '', version] = text.split('/');
    return { id, version: version === undefined ? undefined : Number(version) };
  });

/** The method that a draft is copied from. */
export const OriginQuerySchema = z.object({ from: MethodChoiceSchema.optional() });

export const DoneQuerySchema = z.object({
  done: z.enum(['saved', 'begun', 'published', 'discarded']).optional().catch(undefined),
});
export const YearQuerySchema = z.object({ year: z.coerce.number().int().min(1990).max(2100).optional().catch(undefined) });
export const RevisionSchema = z.object({ _revision: z.coerce.number().int().min(0) });
export const VersionQuerySchema = z.object({ version: VersionSchema });
/** Scores of two methods at once are asked for by naming both. */
export const SeveralMethodsSchema = z.object({
  method: z.union([MethodChoiceSchema, z.array(MethodChoiceSchema).max(5)]).optional(),
});

/** What a method is set against. */
export const DifferencesQuerySchema = z.object({ with: MethodChoiceSchema.optional() });
