import { isSpecialCode } from '../../survey-definitions/contract/index.js';
import type { Study, Wave } from '../fieldwork/index.js';
import { dialectOf } from './files/profile.js';
import type { PublishedEstimates } from './publishedEstimates.js';
import { INDICATOR_COLUMNS } from './tables/indicatorsTable.js';
import { CODEBOOK_COLUMNS } from './tables/codebookTable.js';
import type { ResponseColumn } from './tables/responseColumns.js';

export interface DataPackageMaterial {
  wave: Wave;
  study: Study;
  columns: readonly ResponseColumn[];
  /** Null while nothing of the wave is public. */
  published: PublishedEstimates | null;
}

const NUMBERS: ReadonlySet<string> = new Set(['value', 'lower', 'upper']);
const INTEGERS: ReadonlySet<string> = new Set(['year', 'n', 'n_eff']);
const DAYS: ReadonlySet<string> = new Set(['as_of', 'released']);

/**
 * The files of a wave as a Frictionless Data Package, so that statistical software reads them with their types. Paths
 * stand beside this description. Single responses are described and marked: they are given out for a purpose only.
 */
export function dataPackageFrom({ wave, study, columns, published }: DataPackageMaterial) {
  return {
    profile: 'tabular-data-package',
    name: wave.slug,
    title: study.names.en,
    titles: study.names,
    description: descriptionOf(study),
    study: study.slug,
    questionnaire: { id: wave.definitionId, version: wave.definitionVersion },
    population: wave.population,
    referenceYear: wave.referenceYear,
    synthetic: study.demonstration,
    resources: [
      ...(published === null ? [] : [resource('indicators', INDICATOR_COLUMNS.map(indicatorField))]),
      resource(
        'codebook',
        CODEBOOK_COLUMNS.map((name) => ({ name, type: 'string' })),
      ),
      { ...resource('responses', columns.map(responseField)), access: 'staff', accessNote: 'needs a token and a purpose' },
    ],
  };
}

function descriptionOf({ demonstration }: Study): string {
  const rule = 'Suppressed cells are empty with flag c.';
  return demonstration ? `Synthetic demonstration: the answers are made up. ${rule}` : rule;
}

function resource(name: string, fields: object[]) {
  const { delimiter, decimalMark, lineEnd } = dialectOf('machine');
  return {
    name,
    path: `${name}.csv`,
    profile: 'tabular-data-resource',
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: { delimiter, lineTerminator: lineEnd, quoteChar: '"', doubleQuote: true, header: true },
    schema: { fields: fields.map((field) => withDecimalMark(field, decimalMark)), missingValues: [''] },
  };
}

function withDecimalMark(field: object, decimalChar: string): object {
  return 'type' in field && field.type === 'number' ? { ...field, decimalChar } : field;
}

function indicatorField(name: string): { name: string; type: string } {
  if (NUMBERS.has(name)) return { name, type: 'number' };
  if (INTEGERS.has(name)) return { name, type: 'integer' };
  return { name, type: DAYS.has(name) ? 'date' : 'string' };
}

/** A date may be a reason for no date, hence a string. */
function responseField({ name, type, title, item, labels }: ResponseColumn): object {
  const codes = [...labels].map(([code, label]) => ({ code, label }));
  return {
    name,
    type: type === 'date' ? 'string' : type,
    title: (item?.text ?? title)?.en ?? name,
    ...(codes.length === 0
      ? {}
      : { codes, reasonsForNoAnswer: codes.filter(({ code }) => isSpecialCode(code)).map(({ code }) => code) }),
  };
}
