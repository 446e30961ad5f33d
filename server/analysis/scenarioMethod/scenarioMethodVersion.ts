import { z } from 'zod';
import { ScenarioMethodSchema, type ScenarioMethod } from '../../../survey-definitions/contract/index.js';

/** Who made a version, when and why. */
export const VersionChangeSchema = z.object({
  at: z.date(),
  /** Account id, and the name that the person signed in with. */
  by: z.string(),
  byName: z.string(),
  why: z.string(),
});
export type VersionChange = z.infer<typeof VersionChangeSchema>;

/** A version that was made here. It never changes: whoever changes its rules makes the next one. */
export const StoredVersionSchema = z.object({ method: ScenarioMethodSchema, change: VersionChangeSchema });

/** A version of the scenario method; one that came with the platform was changed by nobody here. */
export interface ScenarioMethodVersion {
  readonly method: ScenarioMethod;
  readonly change: VersionChange | null;
}
