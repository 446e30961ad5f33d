import { cell, column, type TableCell, type TableModel } from '../../accounts/index.js';
import { textsIn, type Language } from '../../i18n/index.js';
import { figuresIn } from '../pages/figures.js';
import { coefficientsIn } from './coefficients.js';
import type { ChangeRow } from './waveChanges.js';

interface ChangeWords {
  language: Language;
  /** What the two are called: waves, or years. */
  before: string;
  after: string;
}

const VERDICTS = { higher: 'higher', lower: 'lower', 'no-detectable-change': 'none' } as const;

/** Changes with their verdicts in words; where none is detectable, what could have been. */
export function changeTable(rows: readonly ChangeRow[], words: ChangeWords): TableModel {
  const t = textsIn(words.language);
  const figure = { figure: true };
  return {
    id: 'changes',
    heading: t('quality.change_table', { before: words.before, after: words.after }),
    columns: [
      column(t('quality.indicator')),
      column(t('quality.verdict')),
      column(t('quality.difference'), figure),
      column(t('quality.change_smallest'), figure),
      column(words.before, figure),
      column(words.after, figure),
      column(t('quality.p_holm'), figure),
    ],
    rows: rows.map((row) => rowOf(row, words)),
    empty: t('results.wave_no_indicators'),
  };
}

function rowOf(row: ChangeRow, { language }: ChangeWords): TableCell[] {
  const t = textsIn(language);
  const figures = figuresIn(language, t);
  const coefficients = coefficientsIn(language, t);
  const none = cell('–', { figure: true });
  const value = (sample: ChangeRow['before']) => (sample ? cell(figures.indicator(sample.value), { figure: true }) : none);
  const name = cell(`${row.code} ${row.name[language]}`);
  const values = [value(row.before), value(row.after)];
  if (row.state === 'untested') {
    const k = row.obstacle.kind === 'too-few-answers' ? row.obstacle.k : 0;
    return [name, cell(t(`quality.change_untested_${row.obstacle.kind}`, { k })), none, none, ...values, none];
  }
  const { difference, interval, adjustedPValue, verdict, smallestDetectableInFamily } = row.change;
  return [
    name,
    cell(t(`quality.change_${VERDICTS[verdict]}`), verdict === 'no-detectable-change' ? {} : { tone: 'plain' }),
    cell(figures.points(difference), { note: coefficients.pointsRange(interval), figure: true }),
    cell(t('quality.change_points', { points: figures.indicator(smallestDetectableInFamily) }), { figure: true }),
    ...values,
    cell(coefficients.pValue(adjustedPValue), { figure: true }),
  ];
}
