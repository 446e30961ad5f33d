import type { DrawnFigure } from '../../../scoring/index.js';
import type { Table } from '../../csv/index.js';
import { publicFigureOf, type ScoreContent, type TownPicture, type TownUncertainty } from '../../results/index.js';
import { localized } from '../files/localized.js';
import type { FileFormat } from '../files/profile.js';
import { roundedInterval, roundedPoints } from '../files/rounding.js';
import { shown } from './responsesTable.js';
import { DRAWN_COLUMNS, drawnCells, sensitivityRows, type UncertaintyRow, type UncertaintyWords } from './uncertaintyRows.js';

const COLUMNS = [
  'town',
  'year',
  'method',
  'method_version',
  'measure',
  'id',
  ...DRAWN_COLUMNS,
  'released',
  'synthetic',
  'score_id',
] as const;

/** How far the scores of a town could be otherwise, a row for each part, and what drives that, a row for each group. */
export function townUncertaintyTable(
  { townId, year, score, release, kind, scoreId }: TownPicture,
  uncertainty: TownUncertainty,
  words: UncertaintyWords,
  format: FileFormat,
): Table {
  const synthetic = new Map([['synthetic', localized('export.value_synthetic')]]);
  const isSynthetic = score.inputs.synthetic.length > 0;
  const rows = [...scoreRows(score, uncertainty), ...sensitivityRows(uncertainty.sensitivity)];
  return {
    columns: COLUMNS,
    rows: rows.map((row) => [
      shown(townId, words.townNames, format),
      year,
      score.method.id,
      score.method.version,
      row.measure,
      shown(row.id ?? null, words.partNames, format),
      ...drawnCells(row),
      kind === 'released' ? (release?.date ?? null) : null,
      isSynthetic ? shown('synthetic', synthetic, format) : null,
      scoreId,
    ]),
  };
}

/** As drawn, with the sampling error alone, and with doubtful official figures drawn too. */
function scoreRows({ result }: ScoreContent, { intervals, doubted }: TownUncertainty): UncertaintyRow[] {
  if (intervals.state === 'missing') return [{ measure: 'score', unit: 'points', reason: intervals.reason }];
  const { draws, seed, scores } = intervals;
  const parts = [{ ...result.integral, id: 'integral' }, ...result.subIndices, ...result.blocks];
  return parts.flatMap((part): UncertaintyRow[] => {
    const figure = scores[part.id];
    if (part.state === 'missing' || figure === undefined) return [];
    const frame = { id: part.id, unit: 'points', value: roundedPoints(part.score) } as const;
    const { samplingError: error } = part;
    const sampling = error.state === 'estimated' ? [roundedInterval(error.interval, 'enclosing')] : [];
    const official = part.id === 'integral' && doubted ? [figureOf(doubted)] : [];
    return [
      { measure: 'score', ...frame, ...figureOf(figure), draws, seed },
      ...sampling.map((interval): UncertaintyRow => ({ measure: 'score-sampling', ...frame, ...interval })),
      ...official.map((drawn): UncertaintyRow => ({ measure: 'score-doubted', ...frame, ...drawn, draws, seed })),
    ];
  });
}

function figureOf(figure: DrawnFigure): { median: number; lower: number; upper: number } {
  const { median, interval } = publicFigureOf(figure);
  return { median, ...interval };
}
