import { formatInteger, type Language, type Texts } from '../../../i18n/index.js';
import type { Coverage } from '../coverage.js';
import type { Dataset } from '../dataset.js';

/** So many units are shown; long panels go on in the file. */
const SHOWN_UNITS = 60;

/** Units by years; each cell says how much there is. */
export interface CoverageTable {
  heading: string;
  text: string;
  unitLabel: string;
  years: string[];
  rows: { unit: string; cells: { state: 'full' | 'part' | 'none'; text: string; spoken: string | null }[] }[];
  more: string | null;
}

interface Surroundings {
  kind: Dataset['kind'];
  nameOf: (unit: string) => string;
  t: Texts;
  language: Language;
}

export function coverageTable({ years, columns, units }: Coverage, { kind, nameOf, t, language }: Surroundings): CoverageTable {
  const panel = kind === 'panel';
  const whole = (value: number): string => formatInteger(value, language);
  const cellOf = (count: number | undefined): CoverageTable['rows'][number]['cells'][number] =>
    count === undefined
      ? { state: 'none', text: '–', spoken: t('datasets.coverage_none') }
      : { state: count === columns ? 'full' : 'part', text: whole(count), spoken: null };
  return {
    heading: t('datasets.coverage_heading'),
    text: t(panel ? 'datasets.coverage_text' : 'datasets.coverage_sectors_text', { columns: whole(columns) }),
    unitLabel: t(panel ? 'datasets.coverage_unit' : 'datasets.coverage_region'),
    years: years.map(String),
    rows: units.slice(0, SHOWN_UNITS).map(({ unit, cells }) => ({
      unit: unit === '*' ? t('datasets.country') : nameOf(unit),
      cells: cells.map(cellOf),
    })),
    more:
      units.length > SHOWN_UNITS ? t('datasets.coverage_more', { shown: whole(SHOWN_UNITS), count: whole(units.length) }) : null,
  };
}
