import type { Official } from '../../official/index.js';
import type { ExportFile } from '../files/produce.js';
import type { FileFormat } from '../files/profile.js';
import { observationsTableFrom } from '../tables/observationsTable.js';
import { WITHOUT_ESTIMATES } from './facts.js';

export function createObservationFiles(official: Pick<Official, 'streamObservations'>, catalogueVersion: number) {
  return {
    /** Official figures of some towns with their history. */
    observations(townIds: string[], format: FileFormat): ExportFile {
      const seen = { synthetic: false };
      return {
        what: 'observations',
        subject: { study: 'official', version: catalogueVersion, wave: 'all' },
        format,
        table: observationsTableFrom(official.streamObservations(townIds, true), ({ status }) => {
          seen.synthetic ||= status === 'synthetic';
        }),
        audience: { kind: 'official', townIds },
        facts: () => ({
          ...WITHOUT_ESTIMATES,
          synthetic: seen.synthetic ? 'yes' : 'no',
          source: { kind: 'official', releases: [] },
        }),
      };
    },
  };
}
