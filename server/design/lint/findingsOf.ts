import type { Definition } from '../../../survey-definitions/contract/index.js';
import type { Finding, Severity } from './finding.js';
import { ruleFaults } from './logic/ruleFaults.js';
import { reachFindings } from './logic/reachFindings.js';
import { changedCodes } from './measurement/changedCodes.js';
import { directionFindings } from './measurement/directions.js';
import { indicatorFindings } from './measurement/indicatorFindings.js';
import { labelLimits } from './measurement/labelLimits.js';
import { readingOf, type Check, type LintContext } from './reading.js';
import { consentFindings } from './structure/consentFindings.js';
import { emptyParts } from './structure/emptyParts.js';
import { itemFindings } from './structure/itemFindings.js';
import { itemGroups } from './structure/itemGroups.js';
import { repeatedNames } from './structure/repeatedNames.js';
import { scaleFindings } from './structure/scaleFindings.js';
import { variableFindings } from './structure/variableFindings.js';
import { doubleBarrelled } from './style/doubleBarrelled.js';
import { minutesFinding } from './style/minutesToAnswer.js';
import { readingDifficulty } from './style/readingDifficulty.js';
import { letterFindings } from './texts/letters.js';
import { missingTexts } from './texts/missingTexts.js';
import { placeholderFindings } from './texts/placeholderFindings.js';

const CHECKS: readonly Check[] = [
  emptyParts,
  consentFindings,
  repeatedNames,
  itemFindings,
  scaleFindings,
  itemGroups,
  variableFindings,
  ruleFaults,
  reachFindings,
  indicatorFindings,
  directionFindings,
  missingTexts,
  letterFindings,
  placeholderFindings,
  changedCodes,
  labelLimits,
  doubleBarrelled,
  readingDifficulty,
  minutesFinding,
];
const WEIGHTS: readonly Severity[] = ['error', 'warning', 'hint'];

/** Everything that the checks have to say of a draft, errors first. */
export function findingsOf(draft: Definition, context: LintContext = {}): Finding[] {
  const reading = readingOf(draft, context);
  const findings = CHECKS.flatMap((check) => check(reading));
  return WEIGHTS.flatMap((weight) => findings.filter(({ severity }) => severity === weight));
}
