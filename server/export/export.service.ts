import type { LocalizedText } from '../../survey-definitions/contract/index.js';
import type { Definitions } from '../definitions/index.js';
import type { FieldworkService } from '../fieldwork/index.js';
import type { Official } from '../official/index.js';
import type { Respond } from '../respond/index.js';
import type { Results } from '../results/index.js';
import { createAcrossFiles } from './across/acrossFiles.js';
import { createCoinrFiles } from './kinds/coinrFiles.js';
import { createIndicatorFiles } from './kinds/indicatorFiles.js';
import { createObservationFiles } from './kinds/observationFiles.js';
import { createResponseFiles } from './kinds/responseFiles.js';
import { createScoreFiles } from './kinds/scoreFiles.js';
import { createUncertaintyFiles } from './kinds/uncertaintyFiles.js';
import type { IndicatorWords } from './tables/indicatorsTable.js';

export interface ExportSources {
  definitions: Definitions;
  fieldwork: FieldworkService;
  respond: Pick<Respond, 'responses'>;
  official: Pick<Official, 'streamObservations'>;
  results: Results;
  clock: () => Date;
}

export type ExportService = ReturnType<typeof createExportService>;

/** All kinds of files: which table, from which door, with which facts beside it. */
export function createExportService({ definitions, fieldwork, respond, official, results, clock }: ExportSources) {
  const words = wordsOf(definitions);
  return {
    ...createIndicatorFiles({ definitions, fieldwork, results, words, clock }),
    ...createCoinrFiles({ results, fieldwork, words }),
    ...createScoreFiles({ results, fieldwork, words }),
    ...createUncertaintyFiles({ results, fieldwork, words }),
    ...createResponseFiles({ definitions, fieldwork, responses: respond.responses, results }),
    ...createAcrossFiles({ definitions, fieldwork, responses: respond.responses }),
    ...createObservationFiles(official, definitions.statistics.version),
  };
}

function wordsOf({ towns, methods, builtIn }: Definitions): IndicatorWords {
  const named = (code: string, name: LocalizedText): [string, LocalizedText] => [code, name];
  return {
    townNames: new Map(towns.map(({ id, name }) => [id, name])),
    indicatorNames: new Map([
      ...methods.flatMap(({ indicators }) =>
        indicators.flatMap((indicator) =>
          indicator.source === 'statistics' ? [named(indicator.code, indicator.shortName)] : [],
        ),
      ),
      ...builtIn.flatMap(({ indicators }) => indicators.map(({ code, shortName }) => named(code, shortName))),
    ]),
  };
}
