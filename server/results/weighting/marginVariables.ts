import {
  holds,
  optionsOf,
  questionsInOrder,
  type Definition,
  type DerivedVariable,
  type LocalizedText,
} from '../../../survey-definitions/contract/index.js';
import { textsIn, type Language, type TextKey } from '../../i18n/index.js';

export interface MarginCategory {
  codes: number[];
  label: LocalizedText;
}

/** A variable of a questionnaire that may carry a margin, with the categories that its respondents can have. */
export interface MarginVariable {
  id: string;
  name: LocalizedText;
  categories: MarginCategory[];
}

/** Short names of the variables of the built-in questionnaires; others are named by their question. */
const NAMES: Readonly<Record<string, TextKey>> = {
  sex: 'weighting.variable_sex',
  age_group: 'weighting.variable_age_group',
  edu3: 'weighting.variable_edu3',
  settlement_type: 'weighting.variable_settlement_type',
  works_city_forming: 'weighting.variable_works_city_forming',
  r_org_type: 'weighting.variable_r_org_type',
};

/** The weighting variables of a questionnaire that fall into categories, in its order. */
export function marginVariablesOf(definition: Definition): MarginVariable[] {
  return definition.weightingVariables
    .map((id) => ({ id, name: nameOf(definition, id), categories: categoriesOf(definition, id) }))
    .filter(({ categories }) => categories.length > 1);
}

/**
 * The categories of a margin of one or several variables: all their combinations, the last variable running first.
 *
 * @returns empty where a variable is unknown
 */
export function categoriesOfMargin(variables: readonly MarginVariable[], ids: readonly string[]): MarginCategory[] {
  const [first, ...rest] = ids.map((id) => variables.find((variable) => variable.id === id)?.categories ?? []);
  return rest.reduce(
    (cells, categories) => cells.flatMap((cell) => categories.map((category) => together(cell, category))),
    first ?? [],
  );
}

/** The name of a margin in words: "sex × age". */
export function nameOfMargin(variables: readonly MarginVariable[], ids: readonly string[]): LocalizedText {
  const names = ids.map((id) => variables.find((variable) => variable.id === id)?.name ?? inAllLanguages(() => id));
  return inAllLanguages((language) => names.map((name) => name[language]).join(' × '));
}

function together(cell: MarginCategory, category: MarginCategory): MarginCategory {
  return {
    codes: [...cell.codes, ...category.codes],
    label: inAllLanguages((language) => `${cell.label[language]}, ${category.label[language]}`),
  };
}

function nameOf(definition: Definition, id: string): LocalizedText {
  const key = NAMES[id];
  if (key) return inAllLanguages((language) => textsIn(language)(key));
  return questionsInOrder(definition).find((item) => item.id === id)?.text ?? inAllLanguages(() => id);
}

function categoriesOf(definition: Definition, id: string): MarginCategory[] {
  const derived = definition.derived.find((variable) => variable.id === id);
  return derived ? derivedCategories(definition, derived) : askedCategories(definition, id);
}

/** Codes with which the questionnaire ends for a respondent are in no population. */
function askedCategories(definition: Definition, id: string): MarginCategory[] {
  const item = questionsInOrder(definition).find((question) => question.id === id);
  if (item?.type !== 'single' && item?.type !== 'scale') return [];
  return optionsOf(definition, item)
    .filter(({ code }) => !definition.endings.some(({ when }) => holds(when, { [id]: code })))
    .map(({ code, label }) => ({ codes: [code], label: label ?? inAllLanguages(() => String(code)) }));
}

function derivedCategories(definition: Definition, variable: DerivedVariable): MarginCategory[] {
  if (variable.type === 'condition')
    return [
      { codes: [1], label: inAllLanguages((language) => textsIn(language)('weighting.value_yes')) },
      { codes: [0], label: inAllLanguages((language) => textsIn(language)('weighting.value_no')) },
    ];
  if (variable.type !== 'recode') return [];
  const asked = askedCategories(definition, variable.item);
  return [...new Set(variable.cases.map(({ to }) => to))].map((code) => {
    const from = variable.cases.filter(({ to }) => to === code).flatMap((each) => each.from);
    const parts = asked.filter(({ codes }) => from.includes(codes[0] ?? -1));
    return { codes: [code], label: inAllLanguages((language) => parts.map(({ label }) => label[language]).join(' / ')) };
  });
}

function inAllLanguages(textIn: (language: Language) => string): LocalizedText {
  const [kk, ru, en] = [textIn('kk'), textIn('ru'), textIn('en')];
  return { kk, ru, en };
}
