import { disclosedEstimateFrom, disclosureRuleFor } from '../../scoring/index.js';
import type { LocalizedText } from '../../survey-definitions/contract/index.js';
import type { Definitions } from '../definitions/index.js';
import { AppError } from '../errors.js';
import type { FieldworkService, Wave } from '../fieldwork/index.js';
import type { Official } from '../official/index.js';
import type { Respond, StoredResponse } from '../respond/index.js';
import type { Results } from '../results/index.js';
import type { ManifestFacts } from './files/manifest.js';
import type { ExportFile } from './files/produce.js';
import type { FileFormat } from './files/profile.js';
import type { Table } from './files/table.js';
import { protectedResponsesFrom } from './microdata/protectedResponses.js';
import { publishedEstimatesOf, type PublishedEstimates } from './publishedEstimates.js';
import { codebookTableFrom } from './tables/codebookTable.js';
import { indicatorsTableFrom, type IndicatorEntry } from './tables/indicatorsTable.js';
import { observationsTableFrom } from './tables/observationsTable.js';
import { responseColumnsOf, type ResponseColumn } from './tables/responseColumns.js';
import { responsesTableFrom } from './tables/responsesTable.js';
import { scoresTableFrom } from './tables/scoresTable.js';

export interface ExportSources {
  definitions: Definitions;
  fieldwork: FieldworkService;
  respond: Pick<Respond, 'responses'>;
  official: Pick<Official, 'streamObservations'>;
  results: Results;
  clock: () => Date;
}

export interface ScoreChoice {
  year?: number | undefined;
  methodId?: string | undefined;
  synthetic?: 'included' | 'excluded' | undefined;
}

/** All variables of each person, or only as much as protects the few researchers of a town. */
export type Variables = 'protected' | 'full';

export type ExportService = ReturnType<typeof createExportService>;

const RULE = 'cells below k valid answers and what would give them away are empty with flag c; counts that would are "at-least"';
const NO_SUPPRESSION = { k: {}, rule: 'nothing in this file is suppressed' };

/** Builds the files: which table, from which door, with which facts beside it. */
export function createExportService({ definitions, fieldwork, respond, official, results, clock }: ExportSources) {
  const townNames = new Map(definitions.towns.map(({ id, name }) => [id, name]));
  const definitionOf = (wave: Wave) => definitions.definition(wave.definitionId, wave.definitionVersion);
  const subjectOf = (wave: Wave) => ({ study: wave.study, version: wave.definitionVersion, wave: wave.slug });
  const questionnaireOf = (wave: Wave) => ({ id: wave.definitionId, version: wave.definitionVersion });
  const methodsInUse = results.methods.all.map(({ id, version }) => ({ id, version }));

  const indicatorNames = new Map<string, LocalizedText>([
    ...results.methods.all.flatMap(({ indicators }) =>
      indicators.flatMap((indicator): [string, LocalizedText][] =>
        indicator.source === 'statistics' ? [[indicator.code, indicator.shortName]] : [],
      ),
    ),
    ...definitions.definitions.flatMap(({ indicators }) =>
      indicators.map(({ code, shortName }): [string, LocalizedText] => [code, shortName]),
    ),
  ]);

  function columnsOf(wave: Wave): ResponseColumn[] {
    const townsOfWave = wave.towns.map(({ townId }): [string, LocalizedText] => [townId, definitions.town(townId).name]);
    return responseColumnsOf(definitionOf(wave), new Map(townsOfWave));
  }

  function indicatorsFile(wave: Wave, format: FileFormat, published: PublishedEstimates, townIds: string[]): ExportFile {
    const { entries, k, kind, releases } = published;
    const synthetic = entries.some((entry) => entry.synthetic);
    return {
      what: 'indicators',
      subject: subjectOf(wave),
      format,
      table: indicatorsTableFrom(entries, { townNames, indicatorNames }, format),
      audience: { kind: kind === 'live-for-staff' ? 'live' : 'public', townIds },
      facts: () => ({
        study: wave.study,
        wave: wave.slug,
        questionnaires: [questionnaireOf(wave)],
        methods: methodsInUse,
        weighting: 'unweighted',
        suppression: { k: { [wave.population]: k }, rule: RULE },
        protection: null,
        synthetic: synthetic ? 'yes' : 'no',
        source: { kind: kind === 'release' ? 'release' : 'live', releases },
      }),
    };
  }

  return {
    columnsOf,

    /** The smallest group of people that may be told apart in a file. */
    smallestGroupOf: async (wave: Wave): Promise<number> => (await fieldwork.getStudy(wave.study)).kMin[wave.population],

    /** What anyone may see of a wave: its newest release, or live numbers of a demonstration. @throws AppError notFound */
    async indicators(wave: Wave, format: FileFormat): Promise<ExportFile> {
      const published = await publishedEstimatesOf(wave, results);
      if (published === null) throw new AppError('notFound', { message: 'nothing of this wave is published' });
      return indicatorsFile(wave, format, published, []);
    },

    /** Whether anything of a wave is public, and of what kind. */
    findPublished: (wave: Wave): Promise<PublishedEstimates | null> => publishedEstimatesOf(wave, results),

    /** Numbers as they stand: for coordinators, under the same rule, since a file does not stay where it was opened. */
    async liveIndicators(wave: Wave, townIds: string[], format: FileFormat): Promise<ExportFile> {
      const study = await fieldwork.getStudy(wave.study);
      const rule = disclosureRuleFor(wave.population, study.kMin[wave.population]);
      const asOf = clock().toISOString().slice(0, 10);
      const entries: IndicatorEntry[] = [];
      for (const townId of townIds) {
        const estimates = await results.estimatesOf(wave, townId);
        for (const [code, estimate] of Object.entries(estimates?.survey.estimates ?? {}))
          entries.push({
            wave: wave.slug,
            townId,
            year: wave.referenceYear,
            population: wave.population,
            code,
            cell: disclosedEstimateFrom(estimate, rule),
            asOf,
            released: null,
            synthetic: study.demonstration,
          });
      }
      return indicatorsFile(wave, format, { entries, k: rule.k, kind: 'live-for-staff', releases: [] }, townIds);
    },

    /** Scores of all towns in one year, as the public sees them. @throws AppError notFound */
    async scores(choice: ScoreChoice, format: FileFormat): Promise<ExportFile> {
      const method = choice.methodId === undefined ? results.methods.standard : results.methods.get(choice.methodId);
      const { synthetic } = choice;
      const { year, pictures } = await results.listPictures({ year: choice.year, methodId: method.id, synthetic });
      const parts = pictures.flatMap((picture) => picture.parts);
      const ofMethod = pictures.filter(({ score }) => score.method.id === method.id);
      return {
        what: 'scores',
        subject: { study: method.id, version: method.version, wave: String(year ?? choice.year ?? 'none') },
        format,
        table: scoresTableFrom(ofMethod, { method, townNames, indicatorNames }, format),
        audience: { kind: 'public', townIds: [] },
        facts: () => ({
          study: null,
          wave: null,
          questionnaires: unique(
            parts.map(({ definitionId, definitionVersion }) => ({ id: definitionId, version: definitionVersion })),
          ),
          methods: unique(ofMethod.map(({ score }) => score.method)),
          weighting: 'unweighted',
          suppression: { k: Object.fromEntries(parts.map(({ population, k }) => [population, k])), rule: RULE },
          protection: null,
          synthetic: ofMethod.some(({ score }) => score.inputs.synthetic.length > 0) ? 'yes' : 'no',
          source: {
            kind: ofMethod.some(({ kind }) => kind === 'live') ? 'live' : 'release',
            releases: [...new Set(ofMethod.flatMap(({ release }) => (release ? [release.date] : [])))].sort(),
          },
        }),
      };
    },

    codebook(wave: Wave, format: FileFormat): ExportFile {
      return {
        what: 'codebook',
        subject: subjectOf(wave),
        format,
        table: codebookTableFrom(definitionOf(wave), columnsOf(wave)),
        audience: { kind: 'public', townIds: [] },
        facts: () => ({
          ...noEstimates,
          study: wave.study,
          wave: wave.slug,
          questionnaires: [questionnaireOf(wave)],
          synthetic: 'no',
          source: { kind: 'definition', releases: [] },
        }),
      };
    },

    /** Single responses of some towns of a wave; null where too few have answered to be protected. */
    async responses(wave: Wave, townIds: string[], variables: Variables, format: FileFormat): Promise<ExportFile | null> {
      const study = await fieldwork.getStudy(wave.study);
      const columns = columnsOf(wave);
      const seen = { synthetic: study.demonstration };
      const notice = (response: StoredResponse): void => {
        seen.synthetic ||= response.origin === 'synthetic';
      };
      const stream = responsesOfTowns(respond.responses, wave.slug, townIds);
      const k = study.kMin[wave.population];
      let table: Table;
      let protection: ManifestFacts['protection'] = null;
      if (needsProtection(wave) && variables === 'protected') {
        const people = await validOnes(stream, notice);
        const made = protectedResponsesFrom(definitionOf(wave), columns, people, format, k);
        if (made === null) return null;
        ({ table } = made);
        protection = { k, coarsened: made.coarsened, dropped: made.dropped };
      } else table = responsesTableFrom(columns, stream, format, notice);
      return {
        what: 'responses',
        subject: subjectOf(wave),
        format,
        table,
        audience: { kind: 'microdata', townIds },
        facts: () => ({
          ...noEstimates,
          study: wave.study,
          wave: wave.slug,
          questionnaires: [questionnaireOf(wave)],
          weighting: 'unweighted',
          protection,
          synthetic: seen.synthetic ? 'yes' : 'no',
          source: { kind: 'responses', releases: [] },
        }),
      };
    },

    /** Official figures of some towns with their history. */
    observations(townIds: string[], format: FileFormat): ExportFile {
      const seen = { synthetic: false };
      async function* noticing() {
        for await (const observation of official.streamObservations(townIds, true)) {
          seen.synthetic ||= observation.status === 'synthetic';
          yield observation;
        }
      }
      return {
        what: 'observations',
        subject: { study: 'official', version: definitions.statistics.version, wave: 'all' },
        format,
        table: observationsTableFrom(noticing()),
        audience: { kind: 'official', townIds },
        facts: () => ({ ...noEstimates, synthetic: seen.synthetic ? 'yes' : 'no', source: { kind: 'official', releases: [] } }),
      };
    },
  };
}

const noEstimates: Omit<ManifestFacts, 'synthetic' | 'source'> = {
  study: null,
  wave: null,
  questionnaires: [],
  methods: [],
  weighting: 'not-applicable',
  suppression: NO_SUPPRESSION,
  protection: null,
};

/** Researchers of a town are few and known to each other. */
export function needsProtection({ population }: Pick<Wave, 'population'>): boolean {
  return population === 'researchers';
}

/** Town by town, each in the order of random ids: nothing in the order tells who answered when. */
async function* responsesOfTowns(
  responses: Respond['responses'],
  wave: string,
  townIds: readonly string[],
): AsyncGenerator<StoredResponse> {
  for (const townId of townIds) yield* responses.streamTown({ wave, townId });
}

async function validOnes(
  responses: AsyncIterable<StoredResponse>,
  notice: (response: StoredResponse) => void,
): Promise<StoredResponse[]> {
  const valid: StoredResponse[] = [];
  for await (const response of responses) {
    if (response.status !== 'valid') continue;
    notice(response);
    valid.push(response);
  }
  return valid;
}

function unique<Versioned extends { id: string; version: number }>(all: readonly Versioned[]): Versioned[] {
  const names = all.map(({ id, version }) => `${id} ${version}`);
  return all.filter(({ id, version }, at) => names.indexOf(`${id} ${version}`) === at);
}
