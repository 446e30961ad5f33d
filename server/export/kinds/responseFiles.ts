import type { Definition, LocalizedText } from '../../../survey-definitions/contract/index.js';
import type { Definitions } from '../../definitions/index.js';
import type { FieldworkService, Wave } from '../../fieldwork/index.js';
import type { StoredResponse } from '../../respond/index.js';
import type { ManifestFacts } from '../files/manifest.js';
import type { ExportFile } from '../files/produce.js';
import type { FileFormat } from '../files/profile.js';
import { townWeightingsOf } from '../files/townWeighting.js';
import type { Results, WeightedTown } from '../../results/index.js';
import type { Table } from '../../csv/index.js';
import { protectedResponsesFrom } from '../microdata/protectedResponses.js';
import { codebookTableFrom } from '../tables/codebookTable.js';
import { responseColumnsOf, type ResponseColumn } from '../tables/responseColumns.js';
import { responsesTableFrom } from '../tables/responsesTable.js';
import { weightColumn } from '../tables/weightColumn.js';
import { subjectOf, waveFacts, WITHOUT_ESTIMATES } from './facts.js';
import { validResponses, type ResponseSource } from './validResponses.js';

export interface ResponseFilesSurroundings {
  definitions: Definitions;
  fieldwork: Pick<FieldworkService, 'getStudy'>;
  responses: ResponseSource;
  results: Pick<Results, 'weightedTownsOf'>;
}

/** All variables of each person, or only as much as protects the few researchers of a town. */
export type Variables = 'protected' | 'full';

/** Researchers of a town are few and known to each other. */
export function needsProtection({ population }: Pick<Wave, 'population'>): boolean {
  return population === 'researchers';
}

interface Protection {
  format: FileFormat;
  k: number;
  columns: readonly ResponseColumn[];
}

/** Single responses of a wave, and the codebook of their columns. */
export function createResponseFiles({ definitions, fieldwork, responses, results }: ResponseFilesSurroundings) {
  const definitionOf = (wave: Wave): Definition => definitions.definition(wave.definitionId, wave.definitionVersion);

  function columnsWith(wave: Wave, weighted: readonly WeightedTown[]): ResponseColumn[] {
    const townNames = wave.towns.map(({ townId }): [string, LocalizedText] => [townId, definitions.town(townId).name]);
    const columns = responseColumnsOf(definitionOf(wave), new Map(townNames));
    return weighted.length === 0 ? columns : [...columns, weightColumn(weighted)];
  }

  async function columnsOf(wave: Wave): Promise<ResponseColumn[]> {
    const townIds = wave.towns.map(({ townId }) => townId);
    return columnsWith(wave, await results.weightedTownsOf(wave, townIds));
  }

  async function protectedTable(wave: Wave, townIds: readonly string[], { format, k, columns }: Protection) {
    const people: StoredResponse[] = [];
    for await (const response of validResponses(responses, wave.slug, townIds)) people.push(response);
    return { people, made: protectedResponsesFrom(definitionOf(wave), columns, people, format, k) };
  }

  function fileOf(
    wave: Wave,
    townIds: string[],
    format: FileFormat,
    table: Table,
    facts: () => Pick<ManifestFacts, 'protection' | 'synthetic' | 'weighting'>,
  ): ExportFile {
    return {
      what: 'responses',
      subject: subjectOf(wave),
      format,
      table,
      audience: { kind: 'microdata', townIds },
      facts: () => ({
        ...WITHOUT_ESTIMATES,
        ...waveFacts(wave),
        ...facts(),
        source: { kind: 'responses', releases: [] },
      }),
    };
  }

  return {
    columnsOf,

    /** The smallest group of people that may be told apart in a file. */
    smallestGroupOf: async (wave: Wave): Promise<number> => (await fieldwork.getStudy(wave.study)).kMin[wave.population],

    /** Without a wave no towns are known. */
    columnsOfDefinition: (definition: Definition): ResponseColumn[] => responseColumnsOf(definition, new Map()),

    /** The codebook of a published version, or of a draft for those who write it. */
    codebookOfVersion(definition: Definition, isDraft: boolean, format: FileFormat): ExportFile {
      const { id, version } = definition;
      return {
        what: 'codebook',
        subject: { study: id, version, wave: isDraft ? 'draft' : 'published' },
        format,
        table: codebookTableFrom(definition, responseColumnsOf(definition, new Map())),
        audience: { kind: isDraft ? 'draft' : 'public', townIds: [] },
        facts: () => ({
          ...WITHOUT_ESTIMATES,
          questionnaires: [{ id, version }],
          synthetic: 'no',
          source: { kind: 'definition', releases: [] },
        }),
      };
    },

    async codebook(wave: Wave, format: FileFormat): Promise<ExportFile> {
      const columns = await columnsOf(wave);
      return {
        what: 'codebook',
        subject: subjectOf(wave),
        format,
        table: codebookTableFrom(definitionOf(wave), columns),
        audience: { kind: 'public', townIds: [] },
        facts: () => ({
          ...WITHOUT_ESTIMATES,
          ...waveFacts(wave),
          synthetic: 'no',
          source: { kind: 'definition', releases: [] },
        }),
      };
    },

    /** Single responses of some towns of a wave; null where too few have answered to be protected. */
    async responses(wave: Wave, townIds: string[], variables: Variables, format: FileFormat): Promise<ExportFile | null> {
      const study = await fieldwork.getStudy(wave.study);
      const weighted = await results.weightedTownsOf(wave, townIds);
      const columns = columnsWith(wave, weighted);
      const weightings = weighted.flatMap((town) => townWeightingsOf(wave.slug, town.townId, town));
      const weighting = weightings.length === 0 ? 'unweighted' : weightings;
      if (needsProtection(wave) && variables === 'protected') {
        const k = study.kMin[wave.population];
        const { people, made } = await protectedTable(wave, townIds, { format, k, columns });
        if (made === null) return null;
        const { coarsened, dropped } = made;
        const synthetic = study.demonstration || people.some(({ origin }) => origin === 'synthetic');
        return fileOf(wave, townIds, format, made.table, () => ({
          protection: { k, coarsened, dropped },
          synthetic: synthetic ? 'yes' : 'no',
          weighting,
        }));
      }
      const seen = { synthetic: study.demonstration };
      const table = responsesTableFrom(columns, validResponses(responses, wave.slug, townIds), format, ({ origin }) => {
        seen.synthetic ||= origin === 'synthetic';
      });
      return fileOf(wave, townIds, format, table, () => ({
        protection: null,
        synthetic: seen.synthetic ? 'yes' : 'no',
        weighting,
      }));
    },
  };
}
