import type { Condition, Definition } from '../../../survey-definitions/contract/index.js';
import type { Place } from '../places.js';

/** A condition with its place, and when it is decided: `asked` on the answers so far, `stored` on complete records. */
export interface Rule {
  place: Place;
  condition: Condition;
  moment: 'asked' | 'stored';
}

/** Every condition of a questionnaire, in the order in which its parts stand. */
export function rulesOf({ sections, endings, analysisPopulations, derived }: Definition): Rule[] {
  const ofItems = sections.flatMap(({ items }) =>
    items.flatMap(({ id, when }): Rule[] =>
      when === undefined ? [] : [{ place: { part: 'item', id }, condition: when, moment: 'asked' }],
    ),
  );
  const ofEndings = endings.map(({ when }, at): Rule => ({ place: { part: 'ending', at }, condition: when, moment: 'asked' }));
  const ofPopulations = analysisPopulations.map(({ id, rule }): Rule => ({
    place: { part: 'population', id },
    condition: rule,
    moment: 'stored',
  }));
  const ofVariables = derived.flatMap((variable): Rule[] => {
    if (variable.type !== 'condition') return [];
    const conditions = [variable.when, ...(variable.zeroWhen ? [variable.zeroWhen] : [])];
    return conditions.map((condition) => ({ place: { part: 'variable', id: variable.id }, condition, moment: 'stored' }));
  });
  return [...ofItems, ...ofEndings, ...ofPopulations, ...ofVariables];
}
