import type { LocalizedText, ScenarioMethod } from '../../../../survey-definitions/contract/index.js';
import type { Cell, Row, Table } from '../../../csv/index.js';
import { textsIn, type Language, type TextKey } from '../../../i18n/index.js';
import { valuesOf, type ScenarioEntry } from '../scenarioEntry.js';
import { computedFigure, scenarioPictureFrom, type ReadPicture } from '../scenarioPicture.js';
import { FRACTIONS_COLUMN, fractionsCell } from './fractionsColumn.js';

/** For programs ids, for people words in one language. */
export type TableLanguage = Language | null;

interface FileColumn {
  id: string;
  heading: (language: Language) => string;
  cell: (row: FileRow) => Cell;
}

interface FileRow {
  entry: ScenarioEntry;
  /** Null where this version of the method cannot read the inputs. */
  picture: ReadPicture | null;
  language: TableLanguage;
}

/** Inputs, indicators, bands and marks of the towns of a year, one town a row. */
export function scenarioTableFrom(
  entries: readonly ScenarioEntry[],
  method: ScenarioMethod,
  nameOf: (townId: string) => LocalizedText,
  language: TableLanguage,
): Table {
  const columns = columnsFor(method, nameOf);
  const rows = entries.map((entry): Row => {
    const picture = scenarioPictureFrom(method, valuesOf(entry));
    const row: FileRow = { entry, picture: picture.state === 'read' ? picture : null, language };
    return columns.map(({ cell }) => cell(row));
  });
  return { columns: columns.map(({ id, heading }) => (language === null ? id : heading(language))), rows };
}

/** The columns of the file for programs, by their ids. */
export function machineColumns(method: ScenarioMethod): readonly string[] {
  return scenarioTableFrom([], method, () => ({ kk: '', ru: '', en: '' }), null).columns;
}

function columnsFor(method: ScenarioMethod, nameOf: (townId: string) => LocalizedText): FileColumn[] {
  const { inputs, indicators, rule } = method;
  return [
    column('town', 'town', ({ entry, language }) => (language === null ? entry.townId : nameOf(entry.townId)[language])),
    column('year', 'year', ({ entry }) => entry.year),
    ...inputs.map(({ id, name, unit }) => ({
      id,
      heading: (language: Language) => `${name[language]}, ${unit[language]}`,
      cell: ({ entry }: FileRow) => entry.figures.find(({ input }) => input === id)?.value ?? null,
    })),
    ...indicators.flatMap((indicator) => indicatorColumns(indicator)),
    ...rule.scenarios.flatMap((scenario) => markColumns(scenario)),
    column('leading_by_marks', 'csv_leading_marks', (row) => leadersOf(row, method, 'leadingByMarks')),
    column('leading_by_percent', 'csv_leading_percent', (row) => leadersOf(row, method, 'leadingByPercent')),
    column(FRACTIONS_COLUMN, 'csv_as_entered', ({ entry }) => fractionsCell(entry.figures)),
    column('source', 'field_source', ({ entry }) => entry.source),
    column('synthetic', 'csv_synthetic', ({ entry, language }) => syntheticText(entry, language)),
    column('revision', 'csv_revision', ({ entry }) => entry.revision),
    column('method', 'csv_method', ({ language }) => (language === null ? method.id : method.name[language])),
    column('method_version', 'csv_version', () => method.version),
  ];
}

type Word = TextKey extends infer Key ? (Key extends `scenarioData.${infer Rest}` ? Rest : never) : never;

function column(id: string, word: Word, cell: FileColumn['cell']): FileColumn {
  return { id, heading: (language) => textsIn(language)(`scenarioData.${word}`), cell };
}

function indicatorColumns({ id, name, bands }: ScenarioMethod['indicators'][number]): FileColumn[] {
  const value: FileColumn = {
    id: plain(id),
    heading: (language) => name[language],
    cell: ({ picture }) => (picture && computedFigure(picture, id)?.value) ?? null,
  };
  const band: FileColumn = {
    id: `${plain(id)}_band`,
    heading: (language) => textsIn(language)('scenarioData.csv_band', { name: name[language] }),
    cell: ({ picture, language }) => {
      const level = (picture && computedFigure(picture, id)?.level) ?? null;
      return level === null || language === null ? level : textsIn(language)(`scenarioData.level_${level}`);
    },
  };
  return bands.length === 0 ? [value] : [value, band];
}

function markColumns({ id, name }: ScenarioMethod['rule']['scenarios'][number]): FileColumn[] {
  const markOf = ({ picture }: FileRow) =>
    picture?.reading.marks.state === 'marked' ? picture.reading.marks.marks.find(({ scenario }) => scenario === id) : undefined;
  const part = (key: 'marks' | 'percent', cell: FileColumn['cell']): FileColumn => ({
    id: `${plain(id)}_${key}`,
    heading: (language) => textsIn(language)(`scenarioData.csv_${key}`, { name: name[language] }),
    cell,
  });
  return [part('marks', (row) => markOf(row)?.mark ?? null), part('percent', (row) => markOf(row)?.percent ?? null)];
}

function leadersOf({ picture, language }: FileRow, { rule }: ScenarioMethod, by: 'leadingByMarks' | 'leadingByPercent'): Cell {
  if (picture?.reading.marks.state !== 'marked') return null;
  const ids = picture.reading.marks[by];
  if (language === null) return ids.join(' ');
  return rule.scenarios
    .filter(({ id }) => ids.includes(id))
    .map(({ name }) => name[language])
    .join(', ');
}

function syntheticText({ synthetic }: ScenarioEntry, language: TableLanguage): string {
  if (language === null) return synthetic ? 'yes' : 'no';
  return textsIn(language)(synthetic ? 'scenarioData.kind_synthetic' : 'scenarioData.kind_real');
}

/** Columns of files have no hyphens. */
function plain(id: string): string {
  return id.replaceAll('-', '_');
}
