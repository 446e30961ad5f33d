import type { Connection, UpdateQuery } from 'mongoose';
import { parseDocument } from '../database/index.js';
import { waveModel, type WaveDocument } from './wave.model.js';
import { WaveSchema, type Wave, type WaveFilter, type WaveState } from './wave.js';

export type WaveRepository = ReturnType<typeof createWaveRepository>;

export function createWaveRepository(connection: Connection) {
  const waves = waveModel(connection);
  return {
    async findWave(slug: string): Promise<Wave | null> {
      const found = await waves.findById(slug).lean();
      return found && waveFrom(found);
    },

    /** Waves are few, hundreds at most; towns are compared here, so that no index on a list is needed. */
    async listWaves({ townId, ...filter }: WaveFilter): Promise<Wave[]> {
      const found = await waves.find(filter).sort({ opens: -1, _id: 1 }).lean();
      const all = found.map(waveFrom);
      return townId === undefined ? all : all.filter((wave) => wave.towns.some((town) => town.townId === townId));
    },

    /** Writes a new wave, or returns false when the slug is taken. */
    async insertWave(wave: Wave): Promise<boolean> {
      try {
        await waves.create([documentFrom(wave)]);
        return true;
      } catch (error) {
        if ((error as { code?: unknown }).code === 11000) return false;
        throw error;
      }
    },

    /** Replaces a wave while it is planned; false when it is not planned any more. */
    async replacePlanned(wave: Wave): Promise<boolean> {
      const result = await waves.replaceOne({ _id: wave.slug, state: 'planned' }, documentFrom(wave));
      return result.matchedCount === 1;
    },

    /** One step of the state machine; false when somebody else was faster. */
    async moveState(slug: string, from: WaveState, to: WaveState, closedAt?: Date): Promise<boolean> {
      const change: UpdateQuery<WaveDocument> = { $set: closedAt ? { state: to, closedAt } : { state: to } };
      const result = await waves.updateOne({ _id: slug, state: from }, change);
      return result.matchedCount === 1;
    },
  };
}

function waveFrom({ _id, ...values }: WaveDocument): Wave {
  return parseDocument(WaveSchema, { slug: _id, ...values });
}

function documentFrom({ slug, ...values }: Wave): WaveDocument {
  return { _id: slug, ...values };
}
