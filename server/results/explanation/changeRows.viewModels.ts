import { enclosing } from '../publicRounding.js';
import { formatNumber, type Language, type Texts } from '../../i18n/index.js';
import type { Figures } from '../pages/figures.js';
import type { BarTone } from '../pages/intervalBar.js';
import { roundTo, type Interval, type ScoreChange } from '../../../scoring/index.js';
import type { ChangeRow } from '../waves/waveChanges.js';

/** One change as it is printed. */
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
  /** For the picture, which is drawn from printed numbers and tells no more than the words. */
  moved: { points: number; interval: Interval | null; tone: BarTone } | null;
}

export interface ChangeWords {
  language: Language;
  t: Texts;
  figures: Figures;
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

/** A statistical indicator gets no test. */
export function printedStatistic(
  { code, name, note }: { code: string; name: string; note: string },
  scores: { before: number | null; after: number | null },
  words: ChangeWords,
): PrintedChange {
  const known = { code, chipClass: toneOf(code), name };
  const [before = null, after = null] = [scores.before, scores.after].map((score) => (score === null ? null : roundTo(score, 1)));
  if (before === null || after === null) return { ...known, ...noChange(valuesText(before, after, words.figures, words.t)) };
  const moved = movedWords({ before, after, interval: null }, code, words);
  return { ...known, ...moved, values: `${moved.values}${note}`, verdict: '', verdictClass: '', detail: '' };
}

function movedWords({ before, after, interval }: Moved, code: string, { t, figures }: ChangeWords) {
  const points = roundTo(after - before, 1);
  const range = interval && { lower: signed(interval.lower, figures), upper: signed(interval.upper, figures) };
  return {
    values: valuesText(before, after, figures, t),
    difference: figures.points(points),
    range: range ? t('explanation.change_range', range) : '',
    moved: { points, interval, tone: (isCode(code) ? code.charAt(0).toLowerCase() : 'total') as BarTone },
  };
}

function noChange(values: string) {
  return { values, difference: '–', range: '', verdict: '', verdictClass: 'is-untested', detail: '', moved: null };
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

function toneOf(id: string): string {
  return isCode(id) ? `tone-${id.charAt(0).toLowerCase()}` : 'tone-total';
}

/** Of a block or an indicator; parts and the whole have longer names. */
function isCode(id: string): boolean {
  return id.length <= 3;
}
