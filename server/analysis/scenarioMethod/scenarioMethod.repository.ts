import type { Connection } from 'mongoose';
import { parseDocuments } from '../../database/index.js';
import { scenarioMethodModel } from './scenarioMethod.model.js';
import { StoredVersionSchema, type VersionChange } from './scenarioMethodVersion.js';
import type { ScenarioMethod } from '../../../survey-definitions/contract/index.js';

const DUPLICATE_KEY = 11000;

export type ScenarioMethodRepository = ReturnType<typeof createScenarioMethodRepository>;

export function createScenarioMethodRepository(connection: Connection) {
  const versions = scenarioMethodModel(connection);
  return {
    /** All versions made here, the oldest first. */
    async list() {
      const found = await versions.find({}, { _id: 0 }).sort({ 'method.version': 1 }).lean();
      return parseDocuments(StoredVersionSchema, found);
    },
    /** Adds a version; false if there is one with this number already. */
    async addUnlessThere(method: ScenarioMethod, change: VersionChange): Promise<boolean> {
      try {
        await versions.create([{ _id: `${method.id}/${String(method.version)}`, method, change }]);
        return true;
      } catch (error) {
        if ((error as { code?: unknown }).code === DUPLICATE_KEY) return false;
        throw error;
      }
    },
  };
}
