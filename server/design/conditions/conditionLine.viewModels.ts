import type { Condition, Definition, Item, Question } from '../../../survey-definitions/contract/index.js';
import type { FormValues } from '../../accounts/index.js';
import type { FieldFault } from '../../http/fieldFault.js';
import { textsIn, type Language, type Texts } from '../../i18n/index.js';
import { answerLabel, itemOf, questionWords } from './answerWords.js';
import { codesToName, comparabilityOf, type Comparability, type RuleMoment } from './comparable.js';
import { bracketWord, codesName, type ConditionForm, type ConditionLine } from './conditionForm.js';

interface Choice {
  value: string;
  label: string;
  chosen: boolean;
}

export interface Menu {
  name: string;
  label: string;
  options: Choice[];
}

export interface LineFields {
  legend: string;
  item: { name: string; label: string; none: string; groups: { label: string; options: Choice[] }[] };
  /** Menus of the chosen question; null until its answers are shown. */
  op: Menu | null;
  codes: { name: string; label: string; options: (Choice & { id: string })[] } | null;
  number: { name: string; label: string; value: string } | null;
  /** Puts the line in brackets with the one above; null for the first line. */
  link: { name: string; label: string; value: string; checked: boolean } | null;
  error: string | null;
}

export interface ConditionToShow {
  prefix: string;
  heading: string;
  hint: string;
  condition: Condition | undefined;
  /** The form as it was posted; null when the page is opened. */
  values: FormValues | null;
  faults: readonly FieldFault[];
  definition: Definition;
  /** The questions that may be chosen: `comparableQuestions` or `comparableQuestionsBefore`. */
  offered: readonly Question[];
  moment: RuleMoment;
  language: Language;
}

export function lineFields(line: ConditionLine, at: number, join: ConditionForm['join'], shown: ConditionToShow): LineFields {
  const { prefix, definition, faults, language } = shown;
  const t = textsIn(language);
  const item = itemOf(definition, line.item);
  const kind = comparabilityOf(item);
  const known = kind !== 'unknown';
  const codes = line.item !== '' && known ? codesField(line, item, at, shown) : null;
  const word = bracketWord(join);
  const field = `${prefix}.${at}`;
  const places = [`${field}.item`, `${field}.number`, codesName(prefix, at, line.item)];
  return {
    legend: t('designMeasurement.cond_line', { n: at + 1 }),
    item: itemMenu(line, at, shown),
    op: line.item === '' ? null : opMenu(line, kind, field, t),
    codes,
    number:
      line.item !== '' && (kind === 'number' || !known)
        ? { name: `${field}.number`, label: t('designMeasurement.cond_numbers'), value: typedNumbers(line, kind) }
        : null,
    link:
      at === 0
        ? null
        : { name: `${field}.link`, label: t(`designMeasurement.cond_link_${word}`), value: word, checked: line.bracketed },
    error: places.map((place) => messageAt(faults, place)).find((message) => message !== null) ?? null,
  };
}

/** Numbers stand in the field; special answers of a question with numbers are ticked. */
function typedNumbers({ number }: ConditionLine, kind: Comparability): string {
  if (kind === 'unknown') return number;
  return number
    .split('; ')
    .filter((part) => !(Number(part) < 0))
    .join('; ');
}

function itemMenu(
  line: ConditionLine,
  at: number,
  { prefix, definition, offered, language }: ConditionToShow,
): LineFields['item'] {
  const t = textsIn(language);
  const choice = (id: string, label: string): Choice => ({ value: id, label, chosen: id === line.item });
  const offeredIds = new Set(offered.map(({ id }) => id));
  const groups = definition.sections.map((section) => ({
    label: section.title?.[language] ?? section.id,
    options: section.items
      .filter(({ id }) => offeredIds.has(id))
      .map((item) => choice(item.id, t('designMeasurement.cond_item', { id: item.id, question: questionWords(item, language) }))),
  }));
  const stray = line.item !== '' && !offeredIds.has(line.item);
  const foreign = { label: t('designMeasurement.cond_not_offered'), options: stray ? [choice(line.item, line.item)] : [] };
  return {
    name: `${prefix}.${at}.item`,
    label: t('designMeasurement.cond_question_label'),
    none: t('designMeasurement.cond_no_line'),
    groups: [...groups, foreign].filter(({ options }) => options.length > 0),
  };
}

function codesField(
  line: ConditionLine,
  item: Item | undefined,
  at: number,
  { prefix, definition, moment, language }: ConditionToShow,
): LineFields['codes'] {
  const offered = codesToName(definition, item, moment);
  const ticked = line.codes.map(Number);
  const gone = ticked.filter((code) => !offered.includes(code) && (comparabilityOf(item) !== 'number' || code < 0));
  const name = codesName(prefix, at, line.item);
  const t = textsIn(language);
  const options = [...offered, ...gone].map((code, index) => ({
    id: index === 0 ? name : `${name}.${code}`,
    value: String(code),
    label: answerLabel(definition, item, code, language),
    chosen: ticked.includes(code),
  }));
  const label = comparabilityOf(item) === 'number' ? 'cond_special_answers' : 'cond_answers';
  return options.length === 0 ? null : { name, label: t(`designMeasurement.${label}`), options };
}

/** The menu of a comparison: what is common for such a question, and what the line already says. */
function opMenu({ op }: ConditionLine, kind: Comparability, field: string, t: Texts): Menu {
  const [isIn, positive] = [kind === 'several' ? 'in' : '==', op.replace('not ', '')];
  const is = positive === 'in' ? 'in' : isIn;
  const common = kind === 'several' ? [is, `not ${is}`] : [is, `not ${is}`, '!=', '>=', '>', '<=', '<'];
  const options = op === '' || common.includes(op) ? common : [...common, op];
  return {
    name: `${field}.op`,
    label: t('designMeasurement.cond_op'),
    options: options.map((value) => ({ value, label: opLabel(value, kind, t), chosen: value === op })),
  };
}

const OP_KEYS = {
  in: 'is',
  '==': 'is',
  '!=': 'other',
  '>=': 'at_least',
  '>': 'more',
  '<=': 'at_most',
  '<': 'less',
} as const;

function opLabel(op: string, kind: Comparability, t: Texts): string {
  const positive = op.replace('not ', '') as keyof typeof OP_KEYS;
  const name = OP_KEYS[positive];
  const form = kind === 'coded' || kind === 'several' ? 'codes' : 'number';
  if (name === 'is') return t(`designMeasurement.cond_op_${form}_is${op === positive ? '' : '_not'}`);
  const label = t(`designMeasurement.cond_op_${form}_${name}`);
  return op === positive ? label : t('designMeasurement.cond_op_negated', { label });
}

function messageAt(faults: readonly FieldFault[], field: string): string | null {
  return faults.find((fault) => fault.field === field)?.message ?? null;
}
