import type { Item } from '../../../../survey-definitions/contract/index.js';
import type { LssPart, LssQuestion } from './questions.js';

/** What a relevance equation may speak of: an item, or whether one of its choices was ticked. */
export interface Variable {
  item: Item;
  /** Our code of each answer by LimeSurvey's. */
  codes: ReadonlyMap<string, number>;
  /** The code of the choice that is asked about; absent for the item as a whole. */
  choice?: number;
}

export type Variables = ReturnType<typeof createVariables>;

/** The variables of the questions before the one at hand, under every name that LimeSurvey gives them. */
export function createVariables(surveyId: string) {
  const known = new Map<string, Variable | 'not carried'>();

  function namesOf(question: LssQuestion, part?: LssPart): string[] {
    const { code, id, groupId } = question;
    const position = `${surveyId}X${groupId}X${id}`;
    return part ? [`${code}_${part.code}`, `${position}${part.code}`, `Q${id}_S${part.id}`] : [code, position, `Q${id}`];
  }

  return {
    /** The first question of a name keeps it. */
    add(variable: Variable | 'not carried', question: LssQuestion, part?: LssPart): void {
      for (const name of namesOf(question, part)) if (!known.has(name)) known.set(name, variable);
    },
    find: (name: string): Variable | 'not carried' | undefined => known.get(name),
  };
}
