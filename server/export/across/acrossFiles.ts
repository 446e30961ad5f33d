import type { LocalizedText } from '../../../survey-definitions/contract/index.js';
import type { Row } from '../../csv/index.js';
import type { Definitions } from '../../definitions/index.js';
import type { FieldworkService, Wave } from '../../fieldwork/index.js';
import { waveSampling, WITHOUT_ESTIMATES } from '../kinds/facts.js';
import { validResponses, type ResponseSource } from '../kinds/validResponses.js';
import type { ExportFile } from '../files/produce.js';
import type { FileFormat } from '../files/profile.js';
import { acrossCells, acrossColumnsOf } from './acrossColumns.js';

export interface AcrossFilesSurroundings {
  definitions: Definitions;
  fieldwork: Pick<FieldworkService, 'getStudy'>;
  responses: ResponseSource;
}

/** A wave and the towns of it that the reader may use. */
export interface WavePart {
  wave: Wave;
  townIds: readonly string[];
}

/** Responses of several waves of one questionnaire, whatever versions they asked. */
export function createAcrossFiles({ definitions, fieldwork, responses }: AcrossFilesSurroundings) {
  return {
    /** Waves in their order, each row with its wave and version; read as it is written, so that memory does not grow. */
    async responsesAcross(parts: readonly WavePart[], format: FileFormat): Promise<ExportFile> {
      const published = definitions.definitions.filter(({ id }) => id === parts[0]?.wave.definitionId);
      const asked = published.filter(({ version }) => parts.some(({ wave }) => wave.definitionVersion === version));
      const townIds = [...new Set(parts.flatMap((part) => part.townIds))].sort();
      const townNames = new Map(townIds.map((townId): [string, LocalizedText] => [townId, definitions.town(townId).name]));
      const columns = acrossColumnsOf(asked, published, townNames);
      const studies = await Promise.all(parts.map(({ wave }) => fieldwork.getStudy(wave.study)));
      const seen = { synthetic: studies.some(({ demonstration }) => demonstration) };
      async function* rows(): AsyncGenerator<Row> {
        for (const { wave, townIds: towns } of parts)
          for await (const response of validResponses(responses, wave.slug, towns)) {
            seen.synthetic ||= response.origin === 'synthetic';
            yield [wave.slug, response.definitionVersion, ...acrossCells(columns, response, format)];
          }
      }
      return {
        what: 'responses',
        subject: { study: parts[0]?.wave.definitionId ?? '', version: asked.at(-1)?.version ?? 0, wave: `${parts.length}-waves` },
        format,
        table: { columns: ['_wave', '_version', ...columns.map(({ name }) => name)], rows: rows() },
        audience: { kind: 'microdata', townIds },
        facts: () => ({
          ...WITHOUT_ESTIMATES,
          sampling: parts.map(({ wave }) => waveSampling(wave)),
          wave: parts.map(({ wave }) => wave.slug).join(', '),
          questionnaires: asked.map(({ id, version }) => ({ id, version })),
          weighting: 'unweighted',
          synthetic: seen.synthetic ? 'yes' : 'no',
          source: { kind: 'responses', releases: [] },
        }),
      };
    },
  };
}
