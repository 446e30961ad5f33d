import { disclosedEstimateFrom, disclosureRuleFor } from '../../../scoring/index.js';
import type { Indicator, LocalizedText } from '../../../survey-definitions/contract/index.js';
import type { Definitions } from '../../definitions/index.js';
import { AppError } from '../../errors.js';
import type { FieldworkService, Wave } from '../../fieldwork/index.js';
import type { Results } from '../../results/index.js';
import type { TownWeighting } from '../files/manifest.js';
import type { ExportFile } from '../files/produce.js';
import type { FileFormat } from '../files/profile.js';
import { townWeightingsOf } from '../files/townWeighting.js';
import { publishedEstimatesOf, type PublishedEstimates } from '../publishedEstimates.js';
import { indicatorsTableFrom, type IndicatorEntry, type IndicatorWords } from '../tables/indicatorsTable.js';
import { subjectOf, SUPPRESSION_RULE, waveFacts } from './facts.js';

export interface IndicatorFilesSurroundings {
  definitions: Pick<Definitions, 'definition'>;
  fieldwork: Pick<FieldworkService, 'getStudy'>;
  results: Pick<Results, 'findNewestPart' | 'findPicture' | 'estimatesOf' | 'methods'>;
  words: IndicatorWords;
  clock: () => Date;
}

/** Estimates of a wave: released ones for anyone, and as they stand for coordinators. */
export function createIndicatorFiles({ definitions, fieldwork, results, words, clock }: IndicatorFilesSurroundings) {
  const methods = results.methods.all.map(({ id, version }) => ({ id, version }));

  function fileOf(wave: Wave, format: FileFormat, published: PublishedEstimates, townIds: string[]): ExportFile {
    const { entries, k, kind, releases, weightings } = published;
    return {
      what: 'indicators',
      subject: subjectOf(wave),
      format,
      table: indicatorsTableFrom(entries, wordsFor(wave), format),
      audience: { kind: kind === 'live-for-staff' ? 'live' : 'public', townIds },
      facts: () => ({
        ...waveFacts(wave),
        methods,
        weighting: weightings.length === 0 ? 'unweighted' : weightings,
        suppression: { k: { [wave.population]: k }, rule: SUPPRESSION_RULE },
        protection: null,
        synthetic: entries.some(({ synthetic }) => synthetic) ? 'yes' : 'no',
        source: { kind: kind === 'release' ? 'release' : 'live', releases },
      }),
    };
  }

  /** Indicators of an own questionnaire have their names from it. */
  function wordsFor({ definitionId, definitionVersion }: Wave): IndicatorWords {
    const { indicators } = definitions.definition(definitionId, definitionVersion);
    return { ...words, indicatorNames: new Map([...words.indicatorNames, ...indicators.map(named)]) };
  }

  return {
    /** Whether anything of a wave is public, and of what kind. */
    findPublished: (wave: Wave): Promise<PublishedEstimates | null> => publishedEstimatesOf(wave, results),

    /** What anyone may see of a wave: its newest release, or live numbers of a demonstration. @throws AppError notFound */
    async indicators(wave: Wave, format: FileFormat): Promise<ExportFile> {
      const published = await publishedEstimatesOf(wave, results);
      if (published === null) throw new AppError('notFound', { message: 'nothing of this wave is published' });
      return fileOf(wave, format, published, []);
    },

    /** Numbers as they stand: for coordinators, under the same rule, since a file does not stay where it was opened. */
    async liveIndicators(wave: Wave, townIds: string[], format: FileFormat): Promise<ExportFile> {
      const study = await fieldwork.getStudy(wave.study);
      const rule = disclosureRuleFor(wave.population, study.kMin[wave.population]);
      const frame = {
        wave: wave.slug,
        year: wave.referenceYear,
        population: wave.population,
        asOf: clock().toISOString().slice(0, 10),
        released: null,
        synthetic: study.demonstration,
      };
      const entries: IndicatorEntry[] = [];
      const weightings: TownWeighting[] = [];
      for (const townId of townIds) {
        const estimates = await results.estimatesOf(wave, townId);
        const adjustment = estimates?.weighting?.kind ?? 'none';
        if (estimates?.weighting) weightings.push(...townWeightingsOf(wave.slug, townId, { adjustment, ...estimates.weighting }));
        for (const [code, estimate] of Object.entries(estimates?.survey.estimates ?? {}))
          entries.push({ ...frame, townId, code, adjustment, cell: disclosedEstimateFrom(estimate, rule) });
      }
      return fileOf(wave, format, { entries, k: rule.k, kind: 'live-for-staff', releases: [], weightings }, townIds);
    },
  };
}

function named({ code, shortName }: Indicator): [string, LocalizedText] {
  return [code, shortName];
}
