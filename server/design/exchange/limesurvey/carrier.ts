import {
  ForeignNameSchema,
  type AnswerOption,
  type LocalizedText,
  SubstantiveCodeSchema,
  type OfferedSpecialCode,
} from '../../../../survey-definitions/contract/index.js';
import type { ImportNote } from '../importResult.js';
import { inAllLanguages } from '../xlsform/inAllLanguages.js';
import { changesOf, numbersFor } from './answerCodes.js';
import type { AnswerSets } from './answerSets.js';
import { isWritten, localized, questionAndLead, type CarriedLanguages } from './languages.js';
import type { LssPart, LssQuestion } from './questions.js';

/** What every kind of question needs to become an item. */
export interface Carrier {
  languages: CarriedLanguages;
  answers: AnswerSets;
  /** An id like LimeSurvey's code, and the code itself where it differs. */
  named: (code: string) => { id: string; name?: string };
  note: (kind: ImportNote['kind'], values?: ImportNote['values']) => void;
}

/** Answers with their codes here and there. */
export interface Coded {
  options: AnswerOption[];
  codes: Map<string, number>;
}

/** A question that may be left unanswered offers to be refused. */
export function specialOf({ mandatory }: LssQuestion): { special: OfferedSpecialCode[] } {
  return { special: mandatory ? [] : [-2] };
}

export function wordingOf(question: LssQuestion, { languages }: Carrier) {
  const hint = localized(question.help, languages);
  return { ...questionAndLead(question.text, languages), ...(isWritten(hint) ? { hint } : {}) };
}

/** A row of an array: the question of the array leads to it. Two poles are written `left|right`. */
export function rowWordingOf(question: LssQuestion, row: LssPart, { languages }: Carrier) {
  const lead = localized(question.text, languages);
  const hint = localized(question.help, languages);
  const text = localized(row.text, languages);
  const parted = (words: string): string => words.replaceAll(/\s*\|\s*/g, ' – ');
  return {
    text: { kk: parted(text.kk), ru: parted(text.ru), en: parted(text.en) },
    ...(isWritten(lead) ? { lead } : {}),
    ...(isWritten(hint) ? { hint } : {}),
  };
}

export function codedAnswers(parts: readonly LssPart[], { languages, note }: Carrier): Coded {
  const names = parts.map(({ code }) => code);
  const numbers = numbersFor(names);
  const changes = changesOf(names, numbers);
  if (changes !== null) note('lss_codes_given', { codes: changes });
  const options = parts.map((part, at) => optionOf(numbers[at] ?? 0, localized(part.text, languages), part.code));
  return { options, codes: new Map(options.map(({ code }, at) => [names[at] ?? '', code])) };
}

/** An answer of ours with LimeSurvey's name, where that is no number. */
export function optionOf(code: number, label: LocalizedText, name: string): AnswerOption {
  return { code, label, ...foreignName(name, String(code)) };
}

/** The name that something has in LimeSurvey, where it is another one here. */
export function foreignName(theirs: string, ours: string): { name?: string } {
  return theirs !== ours && ForeignNameSchema.safeParse(theirs).success ? { name: theirs } : {};
}

/** The answer "Other" with a text field, under the words that the survey has for it. */
export function withOther(coded: Coded, question: LssQuestion, { languages }: Carrier): Coded {
  if (!question.other) return coded;
  const words = localized(question.attributes.get('other_replace_text') ?? new Map(), languages);
  const code = nextCode(coded.options);
  const label = isWritten(words) ? words : inAllLanguages('designExchange.other');
  const option: AnswerOption = { code, label, text: true, name: '-oth-' };
  return { options: [...coded.options, option], codes: new Map([...coded.codes, ['-oth-', code]]) };
}

function nextCode(options: readonly AnswerOption[]): number {
  const used = new Set(options.map(({ code }) => code));
  const next = Math.max(0, ...used) + 1;
  const free = (code: number): number => (used.has(code) ? free(code + 1) : code);
  return SubstantiveCodeSchema.safeParse(next).success ? next : free(1);
}

/** An attribute that is the same in all languages; empty where it is not set. */
export function settingOf({ attributes }: LssQuestion, name: string): string {
  const values = attributes.get(name);
  return (values?.get('') ?? [...(values?.values() ?? [])][0] ?? '').trim();
}
