import { fileURLToPath } from 'node:url';
import { questionsInOrder, type Definition, type Question } from '../../survey-definitions/contract/index.js';
import { loadDefinitions } from '../../server/definitions/index.js';

export const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
export const BUILT_IN = loadDefinitions(PROJECT);
export const residents = BUILT_IN.definition('residents', 1);
export const researchers = BUILT_IN.definition('researchers', 1);

export function questionOf(definition: Definition, id: string): Question {
  const question = questionsInOrder(definition).find((item) => item.id === id);
  if (!question) throw new Error(`${definition.id} has no question ${id}`);
  return question;
}
