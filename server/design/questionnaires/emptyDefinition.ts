import type { Definition, LocalizedText, Population } from '../../../survey-definitions/contract/index.js';
import { CONSENT } from '../rules/consentRule.js';

interface Beginning {
  id: string;
  population: Population;
  title: LocalizedText;
  /** Whose consent page, special answers and closing texts are taken over. */
  model: Definition;
  firstSectionTitle: LocalizedText;
  /** Name of the analysis population of all who take part. */
  everyone: LocalizedText;
}

/** A questionnaire with nothing in it but what a promise to the respondent needs: consent, special answers, closing texts. */
export function emptyDefinitionFrom({ id, population, title, model, firstSectionTitle, everyone }: Beginning): Definition {
  const section = model.sections.find(({ items }) => items.some((item) => item.id === CONSENT));
  const items = section?.items.filter((item) => item.id === CONSENT) ?? [];
  const lists = model.lists.filter((list) => items.some((item) => 'list' in item && item.list === list.id));
  return {
    ...model,
    id,
    version: 1,
    population,
    minutes: 5,
    title,
    introduction: { kk: '', ru: '', en: '' },
    scales: [],
    lists,
    sections: [
      { id: section?.id ?? CONSENT, items, randomised: [] },
      { id: 'first', title: firstSectionTitle, items: [], randomised: [] },
    ],
    endings: model.endings.filter(({ ending }) => ending === 'declined'),
    derived: [],
    weightingVariables: [],
    straightlineSets: [],
    indicators: [],
    analysisPopulations: [{ id: 'headline', name: everyone, rule: { item: CONSENT, op: '==', value: 1 } }],
  };
}
