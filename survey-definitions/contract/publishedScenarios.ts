import { z } from 'zod';
import { LocalizedTextSchema } from './localizedText.js';
import { ScenarioLevelSchema } from './scenarioMethodShape.js';

/** An indicator as a paper prints it. */
export const PublishedFigureSchema = z.strictObject({
  indicator: z.string(),
  /** As printed. */
  value: z.string(),
  /** In the table of values; null for an indicator without bands. */
  band: ScenarioLevelSchema.nullable(),
  /** In the table of marks, where it differs from the table of values. */
  bandOfMarks: ScenarioLevelSchema.nullable(),
  /** Ids of the notes that explain it. */
  notes: z.array(z.string()),
});
export type PublishedFigure = z.infer<typeof PublishedFigureSchema>;

export const PublishedTownSchema = z.strictObject({
  town: z.string(),
  /** As printed: `27.3` or `9/94`, by id of the input. */
  inputs: z.record(z.string(), z.string().regex(/^-?\d+(\.\d+)?$|^\d+\/\d+$/)),
  /** Notes that explain an input, by its id. */
  inputNotes: z.record(z.string(), z.array(z.string())),
  figures: z.array(PublishedFigureSchema),
  /** By id of the scenario. */
  marks: z.record(z.string(), z.int().min(0)),
  /** Ids of the notes that explain the marks. */
  markNotes: z.array(z.string()),
});
export type PublishedTown = z.infer<typeof PublishedTownSchema>;

/** What a paper prints of its towns, kept as printed, and why it does not always follow from the formulas. */
export const PublishedScenariosSchema = z.strictObject({
  method: z.strictObject({ id: z.string(), version: z.int().min(1) }),
  source: LocalizedTextSchema,
  notes: z.array(z.strictObject({ id: z.string().regex(/^[a-z]$/), text: LocalizedTextSchema })),
  /** What is known of the marks as a whole. */
  aboutMarks: LocalizedTextSchema,
  towns: z.array(PublishedTownSchema).min(1),
});
export type PublishedScenarios = z.infer<typeof PublishedScenariosSchema>;
