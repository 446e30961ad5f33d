import { z } from 'zod';
import { ItemIdSchema } from './identifiers.js';
import { LocalizedTextSchema } from './localizedText.js';

/** A publication that names directions of development. */
const DirectionSourceSchema = z.strictObject({
  id: ItemIdSchema,
  citation: LocalizedTextSchema,
  /** Where in the publication its directions stand. */
  place: LocalizedTextSchema,
});
export type DirectionSource = z.infer<typeof DirectionSourceSchema>;

/** One direction as its source words it, shortened and translated. */
const DevelopmentDirectionSchema = z.strictObject({
  id: ItemIdSchema,
  source: ItemIdSchema,
  /** Its number in the source; null where the source counts none. */
  number: z.int().min(1).nullable(),
  /** What the source calls it: an area of a strategy, a goal of a programme, the form in which it is organised. */
  kind: z.enum(['area', 'goal', 'form']),
  /** The area that it belongs to; null where the source gives no heading. */
  heading: LocalizedTextSchema.nullable(),
  text: LocalizedTextSchema,
});
export type DevelopmentDirection = z.infer<typeof DevelopmentDirectionSchema>;

/**
 * Why these directions are named where an indicator is weak. No source says so: a link is editorial and may be changed,
 * the directions themselves may not.
 */
const DirectionLinkSchema = z.strictObject({
  /** Id of the indicator: its code may mean something else in another questionnaire. */
  indicator: ItemIdSchema,
  directions: z.array(ItemIdSchema).min(1),
  reason: LocalizedTextSchema,
});
export type DirectionLink = z.infer<typeof DirectionLinkSchema>;

export const DirectionsShape = z.strictObject({
  version: z.int().min(1),
  sources: z.array(DirectionSourceSchema).min(1),
  directions: z.array(DevelopmentDirectionSchema).min(1),
  links: z.array(DirectionLinkSchema),
});
export type Directions = z.infer<typeof DirectionsShape>;

/** Directions with their sources and editorial links: ids are unique, and whatever is named exists. */
export const DirectionsSchema = DirectionsShape.superRefine(({ sources, directions, links }, context) => {
  const fault = (path: (string | number)[], message: string): void => {
    context.addIssue({ code: 'custom', path, message });
  };
  const mustBeUnique = (list: string, field: string, ids: readonly string[]): void => {
    for (const [at, id] of ids.entries()) if (ids.indexOf(id) < at) fault([list, at, field], `"${id}" is used twice`);
  };
  const [sourceIds, directionIds] = [sources.map(({ id }) => id), directions.map(({ id }) => id)];
  mustBeUnique('sources', 'id', sourceIds);
  mustBeUnique('directions', 'id', directionIds);
  mustBeUnique(
    'links',
    'indicator',
    links.map(({ indicator }) => indicator),
  );
  for (const [at, { source }] of directions.entries())
    if (!sourceIds.includes(source)) fault(['directions', at, 'source'], `no source "${source}"`);
  for (const [at, link] of links.entries())
    for (const id of link.directions) if (!directionIds.includes(id)) fault(['links', at, 'directions'], `no direction "${id}"`);
});
