import {
  fillPlaceholders,
  fullWording,
  isQuestion,
  optionsOf,
  questionsInOrder,
  type Answers,
  type Condition,
  type Definition,
  type Item,
  type Question,
} from '../../../../survey-definitions/contract/index.js';
import { fieldsOf, type FormField, type FormValues } from '../../../accounts/index.js';
import { textsIn, type Language, type Texts } from '../../../i18n/index.js';
import { answerLabel } from '../../conditions/answerWords.js';
import { conditionInWords } from '../../conditions/conditionInWords.js';
import { addressOfPlace } from '../../places.js';
import type { Path, PathStep, StepState } from './path.js';
import type { Truth } from './truth.js';

/** One item with its answer and the reason why it is asked or not. */
export interface StepView {
  id: string;
  /** A note has none. */
  number: string | null;
  question: string;
  /** To the form of the item; null where nothing can be changed. */
  href: string | null;
  state: { words: string; tone: 'good' | 'care' | 'plain' };
  reason: string | null;
  /** Part by part what holds; a condition of one part is said above already. */
  parts: { mark: string; truth: string; words: string | null; chosen: string }[];
  /** The fields of its answer; none where it is not asked. */
  fields: FormField[];
  /** What was chosen before it was not asked any more, so that it is there again when it is. */
  hidden: { name: string; value: string }[];
  /** Said behind the item after which the questionnaire ends. */
  end: string | null;
}

export interface StepGroup {
  heading: string | null;
  steps: StepView[];
}

interface StepMaterial {
  definition: Definition;
  /** As written: conditions are said as they stand there. */
  written: Definition;
  path: Path;
  fields: FormValues;
  language: Language;
  editable: boolean;
}

const TONES: Record<StepState, StepView['state']['tone']> = {
  asked: 'good',
  depends: 'care',
  notAsked: 'plain',
  notReached: 'plain',
};
const MARKS: Record<Truth, string> = { yes: '✓', no: '✗', open: '?' };

export function buildSteps(material: StepMaterial): StepGroup[] {
  const { definition, path, language } = material;
  const numbers = new Map(questionsInOrder(definition).map((item, at) => [item.id, String(at + 1)]));
  return definition.sections.map((section) => ({
    heading: section.title?.[language] ?? null,
    steps: path.steps
      .filter(({ item }) => section.items.includes(item))
      .map((step) => buildStep(step, numbers.get(step.item.id) ?? null, material)),
  }));
}

function buildStep({ item, state, parts }: PathStep, number: string | null, material: StepMaterial): StepView {
  const { definition, written, path, fields, language, editable } = material;
  const t = textsIn(language);
  const question = fillPlaceholders(fullWording(item)[language], {});
  const shown = state === 'asked' || state === 'depends';
  const when = conditionOf(written, item);
  return {
    id: item.id,
    number,
    question,
    href: editable ? addressOfPlace(definition.id, { part: 'item', id: item.id }) : null,
    state: { words: t(`designPreview.state_${state}`), tone: TONES[state] },
    reason: when ? t('designPreview.asked_if', { condition: conditionInWords(when, written, language) }) : null,
    parts: parts.map(({ comparison, truth }) => ({
      mark: MARKS[truth],
      truth: t(`designPreview.truth_${truth}`),
      words: parts.length === 1 ? null : conditionInWords(comparison, written, language),
      chosen: chosenWords(definition, comparison.item, path.answers, language, t),
    })),
    fields: shown && isQuestion(item) ? answerFields(material, item, { number: number ?? '', question }) : [],
    hidden: shown ? [] : hiddenFields(item, fields),
    end: endWords(item, path, written, language),
  };
}

function conditionOf(definition: Definition, { id }: Item): Condition | undefined {
  return definition.sections.flatMap((section) => section.items).find((item) => item.id === id)?.when;
}

/** Said behind the last item before the questionnaire ends early. */
function endWords(item: Item, { ending }: Path, written: Definition, language: Language): string | null {
  if (ending?.page.items.at(-1) !== item) return null;
  const condition = conditionInWords(ending.when, written, language);
  return textsIn(language)(`designPreview.ends_${ending.ending}`, { condition });
}

function chosenWords(definition: Definition, id: string, answers: Answers, language: Language, t: Texts): string {
  const value = answers[id];
  if (value === undefined) return t('designPreview.no_answer_yet');
  const item = definition.sections.flatMap((section) => section.items).find((candidate) => candidate.id === id);
  const words = [value].flat().map((code) => (typeof code === 'number' ? answerLabel(definition, item, code, language) : code));
  return t('designPreview.chosen', { answer: words.join('; ') });
}

/** The fields of an answer under the names of a respondent's form; an order of ranking decides nothing and is not asked for. */
function answerFields(
  { definition, fields, language }: StepMaterial,
  item: Question,
  { number, question }: { number: string; question: string },
): FormField[] {
  const t = textsIn(language);
  const form = fieldsOf(fields, []);
  const label = `${number}. ${question}`;
  const labelled = (code: number) => ({ value: String(code), label: answerLabel(definition, item, code, language) });
  const none = { value: '', label: t('designPreview.no_answer') };
  const codes = optionsOf(definition, item).map(({ code }) => labelled(code));
  const specials = item.special.map(labelled);
  if (item.type === 'single' || item.type === 'scale') return [form.select(item.id, label, [none, ...codes, ...specials])];
  const special = (name: string) => form.select(`${item.id}.special`, name, [none, ...specials]);
  const apart = specials.length > 0 ? [special(t('designPreview.special_answer', { n: number }))] : [];
  if (item.type === 'multiple') return [form.choices(item.id, label, codes, { type: 'checkbox' }), ...apart];
  if (item.type === 'ranking') return specials.length > 0 ? [special(label)] : [];
  const type = item.type === 'date' ? 'date' : 'text';
  return [form.text(item.id, label, { type, short: item.type !== 'text' }), ...apart];
}

function hiddenFields({ id }: Item, fields: FormValues): StepView['hidden'] {
  return Object.entries(fields)
    .filter(([name]) => name === id || name.startsWith(`${id}.`) || name === `${id}__text`)
    .flatMap(([name, value]) => [value].flat().map((single) => ({ name, value: single })));
}
