import type { Answers } from '../../survey-definitions/contract/index.js';

/** A resident who has passed the screening. */
export const resident = (answers: Answers = {}): Answers => ({
  consent: 1,
  age_group: 3,
  s_resident: 1,
  s_research_work: 0,
  ...answers,
});

/** A researcher who lives in the town and has passed the screening. */
export const researcher = (answers: Answers = {}): Answers => ({
  consent: 1,
  age_group: 3,
  s_resident: 1,
  s_town_work: 1,
  s_research_role: 1,
  ...answers,
});
