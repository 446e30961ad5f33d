import { enclosing } from '../publicRounding.js';
import { formatNumber, type Language, type Texts } from '../../i18n/index.js';
import type { Figures } from '../pages/figures.js';
import { intervalBarFrom, type BarTone, type IntervalBar } from '../pages/intervalBar.js';
import { roundTo, type Interval, type ScoreChange } from '../../../scoring/index.js';
import type { ChangeRow } from '../waves/waveChanges.js';

/** One change as it is printed. Bars are drawn from the printed numbers: a picture tells no more than the words. */
export interface PrintedChange {
  code: string;
  chipClass: string;
  name: string;
  values: string;
  difference: string;
  range: string;
  verdict: string;
  verdictClass: string;
  detail: string;
  bar: IntervalBar | null;
}

interface ChangeWords {
  language: Language;
  t: Texts;
  figures: Figures;
  /** Points that fill half of a bar. */
  reach: number;
}

interface Moved {
  before: number;
  after: number;
  /** Already widened to whole points. */
  interval: Interval | null;
}

const VERDICTS = { higher: 'higher', lower: 'lower', 'no-detectable-change': 'none' } as const;

/** An indicator of a survey: its change, or why it is not tested. */
export function printedIndicator(row: ChangeRow, words: ChangeWords): PrintedChange {
  const { t, language, figures } = words;
  const known = { code: row.code, chipClass: toneOf(row.code), name: row.name[language] };
  const before = row.before ? roundTo(row.before.value, 1) : null;
  const after = row.after ? roundTo(row.after.value, 1) : null;
  if (row.state === 'untested')
    return {
      ...known,
      ...noChange(valuesText(before, after, figures, t)),
      verdict: t(`explanation.untested_${row.obstacle.kind}`),
    };
  const { verdict, smallestDetectableInFamily, interval } = row.change;
  return {
    ...known,
    ...movedWords({ before: before ?? 0, after: after ?? 0, interval: enclosing(interval) }, known.code, words),
    verdict: t(`quality.change_${VERDICTS[verdict]}`),
    verdictClass: `is-${VERDICTS[verdict]}`,
    detail: t('explanation.smallest_detectable', { points: figures.whole(Math.ceil(smallestDetectableInFamily)) }),
  };
}

/** A block, a part or the whole: tested where a survey figure enters. */
export function printedScore(change: ScoreChange, name: string, words: ChangeWords): PrintedChange {
  const { t } = words;
  const { id, verdict, hasSamplingError, adjustedPValue } = change;
  const moved = {
    before: roundTo(change.before, 1),
    after: roundTo(change.after, 1),
    interval: hasSamplingError ? enclosing(change.interval) : null,
  };
  return {
    code: id.length === 1 ? id : '',
    chipClass: toneOf(id),
    name,
    ...movedWords(moved, id, words),
    verdict: hasSamplingError ? t(`quality.change_${VERDICTS[verdict]}`) : t('explanation.no_test'),
    verdictClass: hasSamplingError ? `is-${VERDICTS[verdict]}` : 'is-untested',
    detail: hasSamplingError ? pClass(adjustedPValue, words.language, t) : '',
  };
}

/** An official figure: it has no sampling error and gets no test. */
export function printedStatistic(
  code: string,
  name: string,
  moved: { before: number | null; after: number | null },
  words: ChangeWords,
): PrintedChange {
  const { figures, t } = words;
  const known = { code, chipClass: toneOf(code), name };
  const [before, after] = [moved.before, moved.after].map((value) => (value === null ? null : roundTo(value, 1)));
  if (before == null || after == null) return { ...known, ...noChange(valuesText(before ?? null, after ?? null, figures, t)) };
  return { ...known, ...movedWords({ before, after, interval: null }, code, words), verdict: '', verdictClass: '', detail: '' };
}

function movedWords({ before, after, interval }: Moved, code: string, { t, figures, reach }: ChangeWords) {
  const difference = roundTo(after - before, 1);
  const onAxis = (points: number): number => 50 + (50 * points) / reach;
  const placed = interval && { lower: onAxis(interval.lower), upper: onAxis(interval.upper) };
  const tone = (code.length <= 3 ? code.charAt(0).toLowerCase() : 'total') as BarTone;
  return {
    values: valuesText(before, after, figures, t),
    difference: figures.points(difference),
    range: interval ? t('results.range', { lower: signed(interval.lower, figures), upper: signed(interval.upper, figures) }) : '',
    bar: intervalBarFrom(24, [{ value: onAxis(difference), interval: placed, tone, shape: interval ? 'circle' : 'square' }]),
  };
}

function noChange(values: string) {
  return { values, difference: '–', range: '', verdict: '', verdictClass: 'is-untested', detail: '', bar: null };
}

function valuesText(before: number | null, after: number | null, figures: Figures, t: Texts): string {
  const said = (value: number | null): string => (value === null ? t('results.no_number') : figures.indicator(value));
  return t('explanation.from_to', { before: said(before), after: said(after) });
}

function signed(points: number, figures: Figures): string {
  return `${points > 0 ? '+' : ''}${figures.whole(points)}`;
}

/** A p value as a step, so that no standard error follows from it. */
function pClass(p: number, language: Language, t: Texts): string {
  const step = [0.001, 0.01, 0.05].find((limit) => p < limit);
  const limit = formatNumber(step ?? 0.05, language, step === 0.001 ? 3 : 2);
  return t(step === undefined ? 'explanation.p_large' : 'explanation.p_below', { limit });
}

function toneOf(code: string): string {
  return code.length <= 3 ? `tone-${code.charAt(0).toLowerCase()}` : 'tone-total';
}
