import {
  optionsOf,
  type AnswerOption,
  type Definition,
  type Item,
  type Question,
} from '../../survey-definitions/contract/index.js';
import { textsIn } from '../i18n/index.js';
import { faultMessage } from './faultMessage.js';
import type { FormFields, QuestionFault } from './questionForm.js';
import type { Wording } from './wording.js';

const LONGEST_IN_ROW = 40;

/** A radio button, checkbox, step or rung. */
export interface ChoiceView {
  id: string;
  name: string;
  value: string;
  label: string;
  /** Whether the label is more than the number of the step. */
  named: boolean;
  /** What a screen reader says instead of a bare number at the ends of a scale. */
  spoken: string | null;
  checked: boolean;
  /** The field of "other, please specify". */
  text: { id: string; name: string; label: string; value: string } | null;
}

/** One question, ready to be drawn. */
export interface QuestionView {
  id: string;
  kind: 'note' | 'options' | 'steps' | 'ladder' | 'input' | 'longText' | 'ranking';
  lead: string | null;
  ask: string;
  after: string | null;
  hint: string | null;
  message: string | null;
  choiceType: 'radio' | 'checkbox';
  choices: ChoiceView[];
  /** Short answers of a scale stand side by side where there is room. */
  inRow: boolean;
  /** Words at the two ends of a row of steps. */
  ends: { low: string; high: string } | null;
  input: {
    id: string;
    name: string;
    value: string;
    type: 'text' | 'date';
    mode: 'numeric' | 'decimal' | 'text';
    short: boolean;
  } | null;
  ranks: { id: string; name: string; label: string; places: { value: string; label: string; selected: boolean }[] }[];
  specials: ChoiceView[];
  /** Fields and special answers exclude each other. */
  either: boolean;
  errorPrefix: string;
  /** Where a link from the error summary leads. */
  firstControl: string;
}

interface QuestionContext {
  definition: Definition;
  wording: Wording;
  fields: FormFields;
  faults: readonly QuestionFault[];
}

export function buildQuestion(item: Item, { definition, wording, fields, faults }: QuestionContext): QuestionView {
  const t = textsIn(wording.language);
  const fault = faults.find((candidate) => candidate.item.id === item.id);
  const view: QuestionView = {
    id: item.id,
    kind: kindOf(definition, item),
    ...emphasised(item, wording),
    hint: [item.hint ? [wording.of(item.hint)] : [], typeHint(item, wording)].flat().join(' ') || null,
    message: fault ? faultMessage(definition, fault, wording.language) : null,
    choiceType: item.type === 'multiple' ? 'checkbox' : 'radio',
    choices: [],
    inRow: false,
    ends: null,
    input: null,
    ranks: [],
    specials: [],
    either: false,
    errorPrefix: t('interface.ui_error_prefix'),
    firstControl: item.id,
  };
  if (item.type === 'note') return view;
  const options = optionsOf(definition, item);
  if (item.type === 'ranking') view.ranks = ranksOf(item, options, wording, fields);
  else if (options.length > 0) view.choices = choicesOf(item, options, view.kind, wording, fields);
  else view.input = inputOf(item, fields);
  view.inRow = item.type === 'scale' && view.kind === 'options' && fitsInRow(view.choices);
  if (view.kind === 'steps') view.ends = endsOf(options, wording);
  view.specials = specialsOf(definition, item, wording, fields);
  view.either = view.specials.length > 0 && item.type !== 'single' && item.type !== 'scale';
  view.firstControl = view.choices[0]?.id ?? view.input?.id ?? view.ranks[0]?.id ?? item.id;
  return view;
}

/** The question itself stands out; sentences before and after it are quiet. A scale may be explained after the question. */
export function emphasised(item: Item, wording: Wording): Pick<QuestionView, 'lead' | 'ask' | 'after'> {
  const text = wording.of(item.text);
  if (!item.lead) return { lead: null, ask: text, after: null };
  const lead = wording.of(item.lead);
  return lead.endsWith('?') && !text.endsWith('?') ? { lead: null, ask: lead, after: text } : { lead, ask: text, after: null };
}

function fitsInRow(choices: readonly ChoiceView[]): boolean {
  return choices.length <= 5 && choices.every(({ label }) => label.length <= LONGEST_IN_ROW);
}

function kindOf(definition: Definition, item: Item): QuestionView['kind'] {
  switch (item.type) {
    case 'scale': {
      const layout = definition.scales.find((scale) => scale.id === item.scale)?.layout ?? 'list';
      return layout === 'list' ? 'options' : layout;
    }
    case 'single':
    case 'multiple':
      return 'options';
    case 'integer':
    case 'decimal':
    case 'date':
      return 'input';
    case 'text':
      return 'longText';
    case 'ranking':
    case 'note':
      return item.type;
  }
}

function typeHint(item: Item, wording: Wording): string[] {
  const t = textsIn(wording.language);
  if (item.type === 'multiple')
    return [item.maxChoices === undefined ? t('respond.chooseSeveral') : t('respond.chooseAtMost', { max: item.maxChoices })];
  return item.type === 'ranking' ? [t('respond.giveEachAPlace')] : [];
}

function choicesOf(
  item: Question,
  options: readonly AnswerOption[],
  kind: QuestionView['kind'],
  wording: Wording,
  fields: FormFields,
): ChoiceView[] {
  const choices = options.map((option) => {
    const label = option.label ? wording.of(option.label) : String(option.code);
    const id = `${item.id}-${option.code}`;
    return {
      ...choice(item.id, id, String(option.code), label, fields),
      named: option.label !== undefined,
      ...(kind === 'steps' ? { label: String(option.code), spoken: option.label ? label : null } : {}),
      text: option.text ? otherText(item, wording, fields) : null,
    };
  });
  return kind === 'ladder' ? choices.reverse() : choices;
}

function otherText(item: Question, wording: Wording, fields: FormFields): ChoiceView['text'] {
  const name = `${item.id}__text`;
  return { id: name, name, label: textsIn(wording.language)('respond.pleaseSpecify'), value: fieldOf(fields, name) };
}

function endsOf(options: readonly AnswerOption[], wording: Wording): QuestionView['ends'] {
  const [first, last] = [options[0]?.label, options.at(-1)?.label];
  return first && last ? { low: wording.of(first), high: wording.of(last) } : null;
}

function inputOf(item: Question, fields: FormFields): QuestionView['input'] {
  const mode = item.type === 'integer' ? 'numeric' : item.type === 'decimal' ? 'decimal' : 'text';
  return {
    id: `${item.id}-field`,
    name: item.id,
    value: fieldOf(fields, item.id),
    type: item.type === 'date' ? 'date' : 'text',
    mode,
    short: item.type !== 'text',
  };
}

function ranksOf(item: Question, options: readonly AnswerOption[], wording: Wording, fields: FormFields): QuestionView['ranks'] {
  const t = textsIn(wording.language);
  return options.map(({ code, label }) => {
    const name = `${item.id}.rank.${code}`;
    const chosen = fieldOf(fields, name);
    const places = options.map((_, at) => String(at + 1));
    return {
      id: `${item.id}-rank-${code}`,
      name,
      label: label ? wording.of(label) : String(code),
      places: [
        { value: '', label: t('respond.choosePlace'), selected: chosen === '' },
        ...places.map((value) => ({ value, label: t('respond.place', { n: value }), selected: chosen === value })),
      ],
    };
  });
}

/**
 * Special answers stand apart. Radio buttons of their own cannot be taken back, so once one is chosen beside a field,
 * "my answer is given above" is offered too.
 */
function specialsOf(definition: Definition, item: Question, wording: Wording, fields: FormFields): ChoiceView[] {
  const inOwnGroup = item.type === 'single' || item.type === 'scale';
  const name = inOwnGroup ? item.id : `${item.id}.special`;
  const specials = item.special.flatMap((code) => {
    const text = definition.specialCodes.find((special) => special.code === code);
    return text ? [choice(name, `${item.id}-special${code}`, String(code), wording.of(text.label), fields)] : [];
  });
  const chosen = specials.some((special) => special.checked);
  if (inOwnGroup || !chosen) return specials;
  const label = textsIn(wording.language)('respond.answerAbove');
  return [...specials, choice(name, `${item.id}-special-none`, '', label, {})];
}

function choice(name: string, id: string, value: string, label: string, fields: FormFields): ChoiceView {
  return { id, name, value, label, named: true, spoken: null, checked: [fields[name] ?? []].flat().includes(value), text: null };
}

function fieldOf(fields: FormFields, name: string): string {
  return [fields[name] ?? ''].flat()[0] ?? '';
}
