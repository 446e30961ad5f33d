import {
  optionsOf,
  type Condition,
  type Definition,
  type Item,
  type Language,
} from '../../../survey-definitions/contract/index.js';
import { textsIn, type TextKey, type Texts } from '../../i18n/index.js';
import { answerLabel, itemOf, questionWords } from './answerWords.js';

type Comparison = Extract<Condition, { item: string }>;

interface Reader {
  definition: Definition;
  language: Language;
  t: Texts;
  /** Names a question where its reader does not know it by its wording. */
  nameOf: ((item: string) => string) | undefined;
}

/** A part of a sentence; several clauses in one must be put in brackets before they are joined with others. */
interface Clause {
  words: string;
  joined: boolean;
}

/** As many answers are listed by name; more are named by the first and the last. */
const LISTED_ANSWERS = 5;

/**
 * A condition as a clause that a sociologist understands: "if the answer to “…” (id) is “yes”". Survives unfinished drafts.
 * On paper a question is named by its number instead: `nameOf` gives "the answer to question 13".
 */
export function conditionInWords(
  condition: Condition,
  definition: Definition,
  language: Language,
  nameOf?: (item: string) => string,
): string {
  const t = textsIn(language);
  return t('designMeasurement.cond_if', { clause: clauseOf(condition, { definition, language, t, nameOf }, false).words });
}

/** "Not" is carried down to the comparisons (De Morgan), where language has words for it. */
function clauseOf(condition: Condition, reader: Reader, negated: boolean): Clause {
  if ('not' in condition) return clauseOf(condition.not, reader, !negated);
  if ('item' in condition) return { words: comparisonInWords(condition, reader, negated), joined: false };
  const parts = 'all' in condition ? condition.all : condition.any;
  const every = 'all' in condition !== negated;
  if (parts.length === 0) return { words: reader.t(`designMeasurement.cond_${every ? 'always' : 'never'}`), joined: false };
  const clauses = parts.map((part, at) => {
    const same = at > 0 && 'item' in part && isAbout(parts[at - 1], part.item);
    if (same) return { words: comparisonInWords(part, reader, negated, true), joined: false };
    return clauseOf(part, reader, negated);
  });
  const [only] = clauses;
  if (only && clauses.length === 1) return only;
  const words = clauses.map((clause) => (clause.joined ? `(${clause.words})` : clause.words));
  return { words: words.join(` ${reader.t(`designMeasurement.cond_${every ? 'and' : 'or'}`)} `), joined: true };
}

function isAbout(condition: Condition | undefined, item: string): boolean {
  return condition !== undefined && 'item' in condition && condition.item === item;
}

function comparisonInWords(comparison: Comparison, reader: Reader, negated: boolean, sameQuestion = false): string {
  const { definition, t } = reader;
  const item = itemOf(definition, comparison.item);
  const subject = sameQuestion ? t('designMeasurement.cond_same_question') : subjectOf(comparison.item, item, reader);
  const kind = comparison.op === '!=' ? 'other' : item?.type === 'multiple' ? 'includes' : 'is';
  const key: TextKey = `designMeasurement.cond_${kind}${negated ? '_not' : ''}`;
  return t(key, { subject, answers: answersInWords(comparison, reader) });
}

function subjectOf(id: string, item: Item | undefined, { language, t, nameOf }: Reader): string {
  if (nameOf) return nameOf(id);
  const question = questionWords(item, language);
  return t(question === '' ? 'designMeasurement.cond_unwritten_question' : 'designMeasurement.cond_question', { question, id });
}

function answersInWords(comparison: Comparison, reader: Reader): string {
  const { definition, t } = reader;
  if (comparison.op === 'in')
    return listed(
      comparison.values.map((code) => answer(comparison.item, code, reader)),
      t,
    );
  if (comparison.op === '==' || comparison.op === '!=') return answer(comparison.item, comparison.value, reader);
  const { op, value } = comparison;
  const item = itemOf(definition, comparison.item);
  const met = (item ? optionsOf(definition, item) : [])
    .map(({ code }) => code)
    .filter((code) => isMet(code, op, value))
    .map((code) => answer(comparison.item, code, reader));
  const [first, last] = [met[0], met.at(-1)];
  if (first === undefined || last === undefined) return t(AMOUNT_KEYS[op], { number: inFigures(value, reader.language) });
  return met.length <= LISTED_ANSWERS ? listed(met, t) : t('designMeasurement.cond_between', { first, last });
}

const AMOUNT_KEYS = {
  '>=': 'designMeasurement.cond_at_least',
  '>': 'designMeasurement.cond_more',
  '<=': 'designMeasurement.cond_at_most',
  '<': 'designMeasurement.cond_less',
} as const;

function isMet(code: number, op: keyof typeof AMOUNT_KEYS, value: number): boolean {
  if (op === '>=') return code >= value;
  if (op === '>') return code > value;
  return op === '<=' ? code <= value : code < value;
}

/** A label in quotation marks; a number without. */
function answer(itemId: string, code: number, { definition, language, t }: Reader): string {
  const label = answerLabel(definition, itemOf(definition, itemId), code, language);
  return label === String(code)
    ? t('designMeasurement.cond_number', { number: inFigures(code, language) })
    : t('designMeasurement.cond_quoted', { label });
}

function inFigures(value: number, language: Language): string {
  return language === 'en' ? String(value) : String(value).replace('.', ',');
}

function listed(words: string[], t: Texts): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${t('designMeasurement.cond_or')} ${last}`;
}
