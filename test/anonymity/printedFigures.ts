import { parse } from 'csv-parse/sync';

/** A value of one indicator as it was printed somewhere. */
export interface PrintedFigure {
  town: string;
  population: string;
  code: string;
  /** One decimal, as every source gives it; null where it is hidden. */
  value: number | null;
  /** Number of valid answers where it is exact. */
  n: number | null;
  source: string;
}

/** The values of indicators in everything that was read, by the labels beside them; `idOf` knows towns and populations by name. */
export function printedFiguresIn(face: ReadonlyMap<string, string>, idOf: (name: string) => string): PrintedFigure[] {
  return [...face].flatMap(([source, body]) => {
    if (source.includes('/indicators.csv')) return fromCsv(source, body, idOf);
    if (/^\/api\/v1\/scores\/[^.]+$/.test(source)) return fromScore(source, body);
    return /^\/towns\/[^/?]+(\?|$)/.test(source) ? fromTownPage(source, body) : [];
  });
}

/** Both profiles: for programs, and for spreadsheets with their own separators and names before the codes. */
function fromCsv(source: string, body: string, idOf: (name: string) => string): PrintedFigure[] {
  const text = body.replace(/^\uFEFF/, '');
  const separator = text.split('\n', 1)[0]?.includes(';') ? ';' : ',';
  return parse<Record<string, string>>(text, { columns: true, delimiter: separator }).map((row) => ({
    town: idOf(row.town ?? ''),
    population: idOf(row.population ?? ''),
    code: /^[A-D]\d+/.exec(row.indicator ?? '')?.[0] ?? '',
    value: numberIn(row.value ?? ''),
    n: row.n_precision === 'at-least' ? null : numberIn(row.n ?? ''),
    source,
  }));
}

interface ApiScore {
  townId: string;
  surveys: {
    population: string;
    estimates: Record<string, { state: string; figure?: { value: number; counts: { precision: string; nValid: number } } }>;
  }[];
}

function fromScore(source: string, body: string): PrintedFigure[] {
  const { townId, surveys } = JSON.parse(body) as ApiScore;
  return surveys.flatMap(({ population, estimates }) =>
    Object.entries(estimates).map(([code, { figure }]) => ({
      town: townId,
      population,
      code,
      value: figure ? Math.round(figure.value * 10) / 10 : null,
      n: figure?.counts.precision === 'exact' ? figure.counts.nValid : null,
      source,
    })),
  );
}

const POPULATIONS = ['residents', 'researchers'];

/** A row of the page of a town: behind its code a value for each population, with its range and number of answers. */
function fromTownPage(source: string, html: string): PrintedFigure[] {
  const town = /^\/towns\/([^/?]+)/.exec(source)?.[1] ?? '';
  return [...html.matchAll(/<details class="row[^"]*" id="([cd]\d+)">(.*?)<\/summary>/gs)].flatMap(([, id = '', row = '']) =>
    row
      .split(/<span class="value(?: is-main)?">/)
      .slice(1)
      .map((cell, at) => {
        const [main = '', detail = ''] = cell.split('<small>');
        const count = /n\s*=\s*(\d+)/.exec(detail)?.[1];
        return {
          town,
          population: POPULATIONS[at] ?? '',
          code: id.toUpperCase(),
          value: numberIn(/\d+[.,]\d/.exec(main.replace(/<[^>]*>/g, ' '))?.[0] ?? ''),
          n: count === undefined ? null : Number(count),
          source,
        };
      }),
  );
}

function numberIn(text: string): number | null {
  const value = Number(text.replace(',', '.'));
  return text === '' || Number.isNaN(value) ? null : value;
}
