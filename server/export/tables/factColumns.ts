import type { Definition, LocalizedText } from '../../../survey-definitions/contract/index.js';
import { languageNames, LANGUAGES } from '../../i18n/index.js';
import { ResponseSchema, type StoredResponse } from '../../respond/index.js';
import { localized } from '../files/localized.js';
import type { Cell } from '../../csv/index.js';
import type { ResponseColumn, Tells } from './responseColumns.js';

const SECONDS_PER_STEP = 30;
const FLAGS = ['speeder', 'straightliner', 'highMissing', 'duplicate'] as const satisfies (keyof StoredResponse['flags'])[];
const FLAG_COLUMNS = { speeder: 'speeder', straightliner: 'straightliner', highMissing: 'high_missing', duplicate: 'duplicate' };

interface Facts {
  /** Where and how the answers came about. */
  before: ResponseColumn[];
  /** What was computed when they were stored. */
  after: ResponseColumn[];
}

/** What stands beside the answers of a response. The names begin with `_`, which no item can. */
export function factColumns(definition: Definition, townNames: ReadonlyMap<string, LocalizedText>): Facts {
  return {
    before: [
      column('_origin', 'fact', localized('export.column_origin'), ({ origin }) => origin, originLabels()),
      column('_town', 'fact', localized('export.column_town'), ({ townId }) => townId, townNames),
      column('_language', 'fact', localized('export.column_language'), ({ language }) => language, languageLabels()),
      {
        ...column('_duration_s', 'unbounded', localized('export.column_duration'), ({ durationSteps }) =>
          durationSteps === undefined ? null : durationSteps * SECONDS_PER_STEP,
        ),
        type: 'integer',
      },
    ],
    after: [
      ...definition.analysisPopulations.map(({ id, name }) =>
        yesNoColumn(`_population_${id}`, 'fact', name, (response) => response.analysisPopulations.includes(id)),
      ),
      ...FLAGS.map((flag) =>
        yesNoColumn(`_flag_${FLAG_COLUMNS[flag]}`, 'opinion', localized(`export.flag_${flag}`), ({ flags }) => flags[flag]),
      ),
    ],
  };
}

function column(
  name: string,
  tells: Tells,
  title: LocalizedText,
  valueIn: (response: StoredResponse) => Cell,
  labels: ResponseColumn['labels'] = new Map(),
): ResponseColumn {
  return { name, item: null, type: 'string', tells, title, labels, valueIn };
}

function yesNoColumn(
  name: string,
  tells: Tells,
  title: LocalizedText,
  holds: (response: StoredResponse) => boolean,
): ResponseColumn {
  return { ...column(name, tells, title, (response) => Number(holds(response)), yesNoLabels()), type: 'integer' };
}

export function yesNoLabels(): ResponseColumn['labels'] {
  return new Map([
    [1, localized('export.value_yes')],
    [0, localized('export.value_no')],
  ]);
}

function originLabels(): ResponseColumn['labels'] {
  return new Map(ResponseSchema.shape.origin.options.map((origin) => [origin, localized(`export.origin_${origin}`)]));
}

function languageLabels(): ResponseColumn['labels'] {
  return new Map(LANGUAGES.map((code) => [code, { kk: languageNames[code], ru: languageNames[code], en: languageNames[code] }]));
}
