const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;

/** A year as people write it (2019, 2019 ж., 2019 г., or a day of it); undefined if it is none. */
export function yearFrom(cell: string): number | undefined {
  const written = /^(\d{4})(?:\.0+|\s*(?:ж|жыл|жылы|г|год|y)\.?)?$/iu.exec(cell) ?? /^(\d{4})-\d{2}-\d{2}(?: .*)?$/.exec(cell);
  const year = Number(written?.[1]);
  return year >= FIRST_YEAR && year <= LAST_YEAR ? year : undefined;
}
