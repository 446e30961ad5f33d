import {
  optionsOf,
  type AnswerOption,
  type Definition,
  type Item,
  type LocalizedText,
  type Question,
} from '../../../survey-definitions/contract/index.js';
import { formatDate, formatNumber, textsIn, type Language, type Texts } from '../../i18n/index.js';
import { conditionByNumbers } from './conditionByNumbers.js';
import type { QuestionNumbers } from './questionNumbers.js';
import { skipsAfter, type FilterSkips, type Skip } from './skips.js';

const LONGEST_IN_ROW = 40;
const MOST_IN_ROW = 5;
const DIGITS_OF_DATE = { day: 2, month: 2, year: 4 };

/** A box to mark. */
export interface PaperOption {
  code: string;
  label: string;
  /** "Go to question 9"; null where one goes on with the next question. */
  arrow: string | null;
  /** A line for "other, please specify". */
  line: boolean;
}

/** A question as it is printed. */
export interface PaperQuestion {
  /** Empty for a note. */
  number: string;
  id: string;
  kind: 'note' | 'rows' | 'cells' | 'steps' | 'rungs' | 'digits' | 'date' | 'lines' | 'ranking';
  onlyIf: string | null;
  lead: string | null;
  ask: string;
  after: string | null;
  hint: string | null;
  options: PaperOption[];
  /** Words at the ends of a row of steps. */
  ends: { low: string; high: string } | null;
  /** Boxes for figures, in groups: of a number before and behind the comma, of a date. */
  digits: { name: string; boxes: number[] }[];
  decimalMark: string;
  specials: PaperOption[];
  /** What the answer decides about later questions. */
  decides: string[];
}

export interface PaperContext {
  definition: Definition;
  numbers: QuestionNumbers;
  language: Language;
  wordsOf: (text: LocalizedText) => string;
}

export function buildPaperQuestion(item: Item, context: PaperContext): PaperQuestion {
  const { definition, numbers, language, wordsOf } = context;
  const t = textsIn(language);
  const question: PaperQuestion = {
    number: numbers.has(item.id) ? `${numbers.get(item.id) ?? ''}.` : '',
    id: item.id,
    kind: 'note',
    onlyIf: item.when ? t('paper.only_if', { condition: conditionByNumbers(item.when, context) }) : null,
    ...emphasised(item, wordsOf),
    hint: [...(item.hint ? [wordsOf(item.hint)] : []), ...typeHint(item, language, t)].join(' ') || null,
    options: [],
    ends: null,
    digits: [],
    decimalMark: language === 'en' ? '.' : ',',
    specials: [],
    decides: [],
  };
  if (item.type === 'note') return question;
  const skips = skipsAfter(definition, item);
  const arrowOf = (code: number): string | null => arrowInWords(skips.arrows.get(code), numbers, t);
  const options = optionsOf(definition, item);
  question.kind = kindOf(definition, item, options, skips, wordsOf);
  question.options = options.map((option) => optionOf(option, arrowOf, wordsOf));
  if (question.kind === 'rungs') question.options.reverse();
  if (question.kind === 'steps') question.ends = endsOf(options, wordsOf);
  question.digits = digitsOf(item, t);
  question.specials = definition.specialCodes
    .filter(({ code }) => (item.special as number[]).includes(code))
    .toSorted((a, b) => item.special.indexOf(a.code as never) - item.special.indexOf(b.code as never))
    .map((special) => optionOf(special, arrowOf, wordsOf));
  question.decides = decisionsOf(skips, context, t);
  return question;
}

/** The question itself stands out; a scale may be explained after it. */
function emphasised({ lead, text }: Item, wordsOf: PaperContext['wordsOf']): Pick<PaperQuestion, 'lead' | 'ask' | 'after'> {
  const [before, words] = [lead ? wordsOf(lead) : null, wordsOf(text)];
  return before?.endsWith('?') && !words.endsWith('?')
    ? { lead: null, ask: before, after: words }
    : { lead: before, ask: words, after: null };
}

function optionOf(
  { code, label, text }: AnswerOption,
  arrowOf: (code: number) => string | null,
  wordsOf: PaperContext['wordsOf'],
): PaperOption {
  return { code: String(code).replace('-', '−'), label: label ? wordsOf(label) : '', arrow: arrowOf(code), line: text === true };
}

/** Short answers of a scale stand side by side, if nothing has to be said beside one of them. */
function kindOf(
  definition: Definition,
  item: Question,
  options: readonly AnswerOption[],
  { arrows }: FilterSkips,
  wordsOf: PaperContext['wordsOf'],
): PaperQuestion['kind'] {
  switch (item.type) {
    case 'scale': {
      const layout = definition.scales.find(({ id }) => id === item.scale)?.layout ?? 'list';
      if (layout !== 'list') return layout === 'ladder' ? 'rungs' : 'steps';
      const short =
        options.length <= MOST_IN_ROW && options.every(({ label }) => label && wordsOf(label).length <= LONGEST_IN_ROW);
      return short && arrows.size === 0 ? 'cells' : 'rows';
    }
    case 'single':
    case 'multiple':
      return 'rows';
    case 'integer':
    case 'decimal':
      return 'digits';
    case 'text':
      return 'lines';
    case 'date':
    case 'ranking':
      return item.type;
  }
}

function typeHint(item: Item, language: Language, t: Texts): string[] {
  switch (item.type) {
    case 'multiple':
      return [item.maxChoices === undefined ? t('paper.mark_several') : t('paper.mark_at_most', { max: item.maxChoices })];
    case 'ranking':
      return [t('paper.rank')];
    case 'integer':
      return [t('paper.whole_number', { min: item.min, max: item.max })];
    case 'decimal':
      return [t('paper.number', { min: formatNumber(item.min, language, 0), max: formatNumber(item.max, language, 0) })];
    case 'date':
      return item.min !== undefined && item.max !== undefined
        ? [t('paper.date_between', { min: formatDate(item.min, language), max: formatDate(item.max, language) })]
        : [];
    default:
      return [];
  }
}

function endsOf(options: readonly AnswerOption[], wordsOf: PaperContext['wordsOf']): PaperQuestion['ends'] {
  const [first, last] = [options[0]?.label, options.at(-1)?.label];
  return first && last ? { low: wordsOf(first), high: wordsOf(last) } : null;
}

function digitsOf(item: Question, t: Texts): PaperQuestion['digits'] {
  const boxes = (count: number): number[] => Array.from({ length: count }, (_, at) => at);
  if (item.type === 'date')
    return (['day', 'month', 'year'] as const).map((part) => ({
      name: t(`paper.date_${part}`),
      boxes: boxes(DIGITS_OF_DATE[part]),
    }));
  if (item.type !== 'integer' && item.type !== 'decimal') return [];
  const whole = { name: '', boxes: boxes(String(Math.floor(item.max)).length) };
  return item.type === 'integer' ? [whole] : [whole, { name: '', boxes: boxes(item.decimals) }];
}

function arrowInWords(skip: Skip | undefined, numbers: QuestionNumbers, t: Texts): string | null {
  if (skip === undefined) return null;
  if (skip.to === 'question') return t('paper.go_to', { question: numbers.get(skip.id) ?? skip.id });
  return t(skip.to === 'end' ? 'paper.go_to_end' : 'paper.ends_here');
}

function decisionsOf({ decidedLater, endings }: FilterSkips, context: PaperContext, t: Texts): string[] {
  return [
    ...decidedLater.map(({ when, ids }) =>
      t('paper.decides', {
        count: ids.length,
        questions: numbersInWords(ids.map((id) => context.numbers.get(id) ?? 0)),
        condition: conditionByNumbers(when, context),
      }),
    ),
    ...endings.map(({ when }) => t('paper.ends_if', { condition: conditionByNumbers(when, context) })),
  ];
}

/** @example numbersInWords([13, 14, 15, 20]) // '13–15, 20' */
export function numbersInWords(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run?.[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([first, last]) => (first === last ? String(first) : `${first}–${last}`)).join(', ');
}
