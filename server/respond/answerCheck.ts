import {
  answersSchemaFor,
  answersThatCount,
  endingOf,
  optionsOf,
  questionsInOrder,
  unansweredQuestions,
  type Answers,
  type Definition,
  type Ending,
  type Question,
} from '../../survey-definitions/contract/index.js';

/** What is wrong with the answer at one place of a submission. */
export interface AnswerFault {
  /** An item id, `<item>__text`, or a key that no item has. */
  field: string;
  reason: 'unknown-item' | 'not-possible' | 'needed' | 'text-needed' | 'nothing-scored';
}

export type AnswerCheck =
  | { outcome: 'complete'; answers: Answers }
  | { outcome: 'ended'; ending: Ending }
  | { outcome: 'invalid'; faults: AnswerFault[] };

/**
 * The one check of a whole submission. Answers to items that were not to be asked are dropped; an ending rule refuses the
 * rest. A partial submission may leave items open, but holds at least one scored answer.
 */
export function checkAnswers(definition: Definition, answers: Record<string, unknown>, partial: boolean): AnswerCheck {
  const parsed = schemaOf(definition).safeParse(answers);
  const impossible = parsed.success ? [] : parsed.error.issues.flatMap(faultsOf);
  const faulty = new Set(impossible.map(({ field }) => field));
  const withoutFaulty = () => Object.fromEntries(Object.entries(answers).filter(([field]) => !faulty.has(field))) as Answers;
  const counted = answersThatCount(definition, parsed.success ? parsed.data : withoutFaulty());
  const ending = endingOf(definition, counted);
  if (ending !== undefined) return { outcome: 'ended', ending };
  const missing = missingFaults(definition, counted, partial).filter(({ field }) => !faulty.has(field));
  const faults = [...impossible, ...missing];
  return faults.length > 0 ? { outcome: 'invalid', faults } : { outcome: 'complete', answers: counted };
}

function missingFaults(definition: Definition, counted: Answers, partial: boolean): AnswerFault[] {
  if (partial) return hasScoredAnswer(definition, counted) ? [] : [{ field: 'answers', reason: 'nothing-scored' }];
  return [
    ...unansweredQuestions(definition, counted).map((item) => ({ field: item.id, reason: 'needed' as const })),
    ...missingTexts(definition, counted).map((field) => ({ field, reason: 'text-needed' as const })),
  ];
}

/** Whether at least one item that enters an indicator has a substantive answer. */
export function hasScoredAnswer(definition: Definition, answers: Answers): boolean {
  return definition.indicators.some((indicator) =>
    indicator.items.some(({ item }) => {
      const value = answers[item];
      return typeof value === 'number' && value >= 0;
    }),
  );
}

/** Whether "other, please specify" was chosen for an item. */
export function choosesText(definition: Definition, item: Question, answers: Answers): boolean {
  const value = answers[item.id];
  const chosen = Array.isArray(value) ? value : [value];
  return item.type !== 'ranking' && optionsOf(definition, item).some((option) => option.text && chosen.includes(option.code));
}

function missingTexts(definition: Definition, answers: Answers): string[] {
  return questionsInOrder(definition)
    .filter((item) => choosesText(definition, item, answers) && answers[`${item.id}__text`] === undefined)
    .map((item) => `${item.id}__text`);
}

interface Issue {
  code: string;
  path: PropertyKey[];
  keys?: string[];
}

function faultsOf(issue: Issue): AnswerFault[] {
  if (issue.code === 'unrecognized_keys') return (issue.keys ?? []).map((field) => ({ field, reason: 'unknown-item' }));
  return [{ field: String(issue.path[0] ?? 'answers'), reason: 'not-possible' }];
}

const schemas = new WeakMap<Definition, ReturnType<typeof answersSchemaFor>>();

function schemaOf(definition: Definition): ReturnType<typeof answersSchemaFor> {
  const known = schemas.get(definition);
  if (known) return known;
  const schema = answersSchemaFor(definition);
  schemas.set(definition, schema);
  return schema;
}
