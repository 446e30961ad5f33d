import type { ScoreChange } from '../../../scoring/index.js';
import type { Language, Texts } from '../../i18n/index.js';
import { figuresIn } from '../pages/figures.js';
import { intervalBarFrom, type IntervalBar } from '../pages/intervalBar.js';
import { populationName } from '../pages/why.viewModels.js';
import {
  printedIndicator,
  printedScore,
  printedStatistic,
  type ChangeWords,
  type PrintedChange,
} from './changeRows.viewModels.js';
import type { ComparedYears } from './comparedYears.js';
import type { ExplainedTown } from './explainedTown.js';

/** Changes of one kind with a picture of each; all rows share an axis. */
export interface ChangeTable {
  id: string;
  heading: string;
  intro: string;
  columns: { name: string; difference: string; bar: string; verdict: string };
  rows: (PrintedChange & { bar: IntervalBar | null })[];
}

/** The score and its parts, the indicators of each population, and statistics. */
export function changeTables(compared: ComparedYears, language: Language, t: Texts): ChangeTable[] {
  const words = { language, t, figures: figuresIn(language, t) };
  return [
    ...scoresTable(compared, words),
    ...compared.changes.populations.map(({ population, rows }) =>
      tableOf(
        {
          id: population,
          heading: t('explanation.indicators_table', { population: populationName(population, t) }),
          intro: t('explanation.indicators_intro'),
        },
        rows.map((row) => printedIndicator(row, words)),
        t,
      ),
    ),
    statisticsTable(compared, words),
  ];
}

function scoresTable({ changes: { scores }, after }: ComparedYears, words: ChangeWords): ChangeTable[] {
  if (scores.state !== 'compared' || scores.changes.state !== 'drawn') return [];
  const { t, language } = words;
  const { method } = after;
  const nameOf = (id: string): string =>
    id === 'integral'
      ? t('interface.lbl_integral_score')
      : (method.blocks.find((block) => block.id === id)?.shortName[language] ?? t(`interface.lbl_${id as 'objective'}`));
  const { changes, common } = scores.changes;
  const fromTheTop = ['integral', ...method.subIndices.flatMap(({ id, blocks }) => [id, ...blocks])];
  const ordered = fromTheTop.flatMap((id): ScoreChange[] => changes.filter((change) => change.id === id));
  const frame = {
    id: 'scores',
    heading: t('explanation.scores_table'),
    intro: t('explanation.scores_intro', { count: common.length }),
  };
  return [
    tableOf(
      frame,
      ordered.map((change) => printedScore(change, nameOf(change.id), words)),
      t,
    ),
  ];
}

function statisticsTable({ before, after }: ComparedYears, words: ChangeWords): ChangeTable {
  const { t, language } = words;
  const surveyed = after.picture.score.statistics.filter(({ origin }) => origin === 'survey').map(({ code }) => code);
  const rows = after.method.indicators
    .filter(({ source }) => source === 'statistics')
    .map(({ code }) =>
      printedStatistic(
        {
          code,
          name: after.names.get(code)?.[language] ?? code,
          note: surveyed.includes(code) ? ` · ${t('results.from_survey')}` : '',
        },
        { before: scoreIn(before, code), after: scoreIn(after, code) },
        words,
      ),
    );
  const frame = { id: 'statistics', heading: t('explanation.statistics_table'), intro: t('explanation.statistics_intro') };
  const { columns, ...table } = tableOf(frame, rows, t);
  return { ...table, columns: { ...columns, verdict: '' } };
}

function scoreIn({ picture }: ExplainedTown, code: string): number | null {
  const found = picture.score.result.indicators.find((indicator) => indicator.code === code);
  return found?.state === 'scored' ? found.score : null;
}

const AXIS_STEP = 10;

function tableOf(frame: Pick<ChangeTable, 'id' | 'heading' | 'intro'>, rows: readonly PrintedChange[], t: Texts): ChangeTable {
  const extents = rows.flatMap(({ moved }) =>
    moved ? [moved.points, moved.interval?.lower ?? 0, moved.interval?.upper ?? 0] : [],
  );
  const reach = Math.ceil(Math.max(1, ...extents.map(Math.abs)) / AXIS_STEP) * AXIS_STEP;
  return {
    ...frame,
    columns: {
      name: t(frame.id === 'scores' ? 'explanation.score_column' : 'explanation.indicator_column'),
      difference: t('explanation.difference_column'),
      bar: t('explanation.axis', { lower: `−${String(reach)}`, upper: `+${String(reach)}` }),
      verdict: t('quality.verdict'),
    },
    rows: rows.map((row) => ({ ...row, bar: row.moved && barOf(row.moved, reach) })),
  };
}

/** On an axis from −reach to +reach. */
function barOf({ points, interval, tone }: NonNullable<PrintedChange['moved']>, reach: number): IntervalBar {
  const at = (value: number): number => 50 + (50 * value) / reach;
  const drawn = interval && { lower: at(interval.lower), upper: at(interval.upper) };
  return intervalBarFrom(24, [{ value: at(points), interval: drawn, tone, shape: interval ? 'circle' : 'square' }]);
}
