import {
  LANGUAGES,
  optionsOf,
  questionsInOrder,
  type Definition,
  type DerivedVariable,
  type Language,
  type LocalizedText,
  type Method,
} from '../../survey-definitions/contract/index.js';
import type { Definitions } from './definitions.js';

/** What readers call indicators, questions, official figures, towns and methods, by their ids and codes. */
export function readerNamesFrom(definitions: Definitions) {
  const newestFirst = (): Definition[] => definitions.definitions.toReversed();

  function nameOf(id: string): LocalizedText | undefined {
    const [methodId = ''] = id.split(' v');
    return (
      firstOf(newestFirst(), (definition) => nameIn(definition, id)) ??
      firstOf(definitions.methods, (method) => officialNameIn(method, id)) ??
      definitions.statistics.inputs.find((input) => input.id === id)?.name ??
      definitions.findTown(id)?.name ??
      definitions.findMethod(methodId)?.name
    );
  }

  return {
    of: (id: string, language: Language): string | undefined => nameOf(id)?.[language],
    ofCategory: (item: string, code: number, language: Language): string | undefined =>
      firstOf(newestFirst(), (definition) => categoryIn(definition, item, code))?.[language],
  };
}

function firstOf<Thing, Found>(things: readonly Thing[], find: (thing: Thing) => Found | undefined): Found | undefined {
  for (const thing of things) {
    const found = find(thing);
    if (found !== undefined) return found;
  }
  return undefined;
}

function nameIn(definition: Definition, id: string): LocalizedText | undefined {
  const indicator = definition.indicators.find((candidate) => candidate.code === id || candidate.id === id);
  if (indicator) return withCode(indicator.shortName, indicator.code);
  const item = sourceItemOf(definition, id);
  return questionsInOrder(definition).find((question) => question.id === item)?.text;
}

function officialNameIn({ indicators }: Method, code: string): LocalizedText | undefined {
  const found = indicators.find((indicator) => indicator.code === code);
  return found?.source === 'statistics' ? withCode(found.shortName, code) : undefined;
}

function categoryIn(definition: Definition, id: string, code: number): LocalizedText | undefined {
  const recode = recodeOf(definition, id);
  const codes = recode ? (recode.cases.find(({ to }) => to === code)?.from ?? []) : [code];
  const item = questionsInOrder(definition).find((question) => question.id === sourceItemOf(definition, id));
  if (!item || codes.length === 0) return undefined;
  const labels = optionsOf(definition, item).flatMap(({ code: own, label }) => (label && codes.includes(own) ? [label] : []));
  return labels.length === codes.length ? inEach((language) => labels.map((label) => label[language]).join(' / ')) : undefined;
}

/** The question that a recoded variable regroups; any other id is its own. */
function sourceItemOf(definition: Definition, id: string): string {
  return recodeOf(definition, id)?.item ?? id;
}

function recodeOf({ derived }: Definition, id: string): Extract<DerivedVariable, { type: 'recode' }> | undefined {
  const found = derived.find((variable) => variable.id === id);
  return found?.type === 'recode' ? found : undefined;
}

function withCode(name: LocalizedText, code: string): LocalizedText {
  return inEach((language) => `${name[language]} (${code})`);
}

function inEach(words: (language: Language) => string): LocalizedText {
  return Object.fromEntries(LANGUAGES.map((language) => [language, words(language)])) as LocalizedText;
}
