import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import {
  isAsked,
  optionsOf,
  questionsInOrder,
  type Answers,
  type Definition,
  type Question,
} from '../../../survey-definitions/contract/index.js';

/** How synthetic people of a town tend to answer: a level from 0 (worst) to 1 (best) per indicator code. */
export interface Outlook {
  levels: Readonly<Record<string, number>>;
  /** Where an indicator has no level of its own. */
  otherwise: number;
}

/** Codes with weights for filters and background questions, so that a synthetic town looks like a town. */
const SHARES: Readonly<Record<string, [code: number, weight: number][]>> = {
  consent: [[1, 1]],
  age_group: [[1, 12], [2, 21], [3, 22], [4, 18], [5, 15], [6, 12]], // prettier-ignore
  s_resident: [[1, 1]],
  s_research_work: [[1, 3], [0, 97]], // prettier-ignore
  s_town_work: [[1, 1]],
  s_research_role: [[1, 45], [2, 55]], // prettier-ignore
  hh_size: [[1, 14], [2, 22], [3, 22], [4, 22], [5, 13], [6, 7]], // prettier-ignore
  hh_child_1_6: [[1, 33], [0, 66], [-2, 1]], // prettier-ignore
  hh_school_child: [[1, 42], [0, 57], [-2, 1]], // prettier-ignore
  hh_college: [[1, 26], [0, 73], [-2, 1]], // prettier-ignore
  hh_university: [[1, 30], [0, 69], [-2, 1]], // prettier-ignore
  d8_attends: [[1, 78], [0, 22]], // prettier-ignore
  emp_status: [[1, 56], [2, 9], [3, 5], [4, 6], [5, 15], [6, 6], [7, 2], [8, 1]], // prettier-ignore
  r_employed: [[1, 96], [0, 4]], // prettier-ignore
  emp_city_forming: [[1, 38], [0, 60], [-2, 2]], // prettier-ignore
  settlement_type: [[1, 93], [2, 7]], // prettier-ignore
  sex: [[1, 47], [2, 53]], // prettier-ignore
  hh_income_band: [[1, 9], [2, 22], [3, 27], [4, 18], [5, 9], [6, 5], [7, 2], [8, 1], [-2, 7]], // prettier-ignore
};

const HARD_TO_SAY_SHARE = 0.03;
const REFUSED_SHARE = 0.01;

/** The answers of one synthetic respondent who goes through the whole questionnaire. */
export function syntheticAnswers(definition: Definition, outlook: Outlook, random: RandomGenerator): Answers {
  const temper = bell(random) * 0.5;
  const answers: Answers = {};
  for (const item of questionsInOrder(definition)) {
    if (isAsked(item, answers)) answers[item.id] = answerTo(definition, item, outlook, temper, random);
  }
  return answers;
}

function answerTo(definition: Definition, item: Question, outlook: Outlook, temper: number, random: RandomGenerator): number {
  const shares = SHARES[item.id];
  if (shares) return drawn(shares, random);
  const codes = optionsOf(definition, item).map((option) => option.code);
  if (item.type !== 'scale' || codes.length === 0) return codes[uniformInt(random, 0, codes.length - 1)] ?? -2;
  if (item.special.includes(-3) && uniformFloat64(random) < 0.12) return -3;
  const luck = uniformFloat64(random);
  if (luck < REFUSED_SHARE && item.special.includes(-2)) return -2;
  if (luck < REFUSED_SHARE + HARD_TO_SAY_SHARE && item.special.includes(-1)) return -1;
  const indicator = definition.indicators.find((candidate) => candidate.items.some((scored) => scored.item === item.id));
  const reversed = indicator?.items.some((scored) => scored.item === item.id && scored.direction === '-') === true;
  const level = outlook.levels[indicator?.code ?? ''] ?? outlook.otherwise;
  const position = Math.min(0.999, Math.max(0, level + 0.25 * temper + 0.3 * bell(random)));
  const step = Math.floor((reversed ? 0.999 - position : position) * codes.length);
  return codes[step] ?? -1;
}

/** A bell-shaped number around 0, within ±1: the mean of four uniform draws, stretched. */
function bell(random: RandomGenerator): number {
  const mean = (uniformFloat64(random) + uniformFloat64(random) + uniformFloat64(random) + uniformFloat64(random)) / 4;
  return 2 * mean - 1;
}

function drawn(shares: [code: number, weight: number][], random: RandomGenerator): number {
  const total = shares.reduce((sum, [, weight]) => sum + weight, 0);
  let rest = uniformFloat64(random) * total;
  for (const [code, weight] of shares) {
    rest -= weight;
    if (rest < 0) return code;
  }
  return shares[0]?.[0] ?? 0;
}
