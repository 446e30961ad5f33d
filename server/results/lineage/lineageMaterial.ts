import type { Definition, Method, Population, Statistics, Town } from '../../../survey-definitions/contract/index.js';
import { textsIn, type Language, type Texts } from '../../i18n/index.js';
import { figuresIn, type Figures } from '../pages/figures.js';
import type { ScoreContent } from '../scores/scoreContent.js';

/** What the pages about one score are made of. */
export interface LineageMaterial {
  language: Language;
  town: Town;
  content: ScoreContent;
  /** The version that the score names. */
  method: Method;
  definitionOf: (id: string, version: number) => Definition;
  statistics: Statistics;
}

/** The same with words and numbers of the reader. */
export interface LineageWords extends LineageMaterial {
  t: Texts;
  figures: Figures;
  /** Short name of an indicator, as its questionnaire or the method has it. */
  nameOf: (code: string) => string;
}

export function lineageWordsFrom(material: LineageMaterial): LineageWords {
  const t = textsIn(material.language);
  return { ...material, t, figures: figuresIn(material.language, t), nameOf: (code) => nameOf(code, material) };
}

function nameOf(code: string, { content, method, definitionOf, language }: LineageMaterial): string {
  const indicator = method.indicators.find((candidate) => candidate.code === code);
  if (indicator?.source === 'statistics') return indicator.shortName[language];
  const ofPopulation = (population: Population | undefined) =>
    content.surveys.filter((survey) => survey.population === population);
  const surveys = [...ofPopulation(indicator?.population), ...content.surveys];
  for (const { definition } of surveys) {
    const found = definitionOf(definition.id, definition.version).indicators.find((candidate) => candidate.code === code);
    if (found) return found.shortName[language];
  }
  return code;
}
