import { crossReferenceFaults, type Definition } from '../../../survey-definitions/contract/index.js';
import type { Finding } from './finding.js';

/** Everything that the checks have to say of a draft, errors first. */
export function findingsOf(draft: Definition): Finding[] {
  return crossReferenceFaults(draft).map(({ path, message }) => ({
    kind: 'fault',
    severity: 'error',
    place: { part: 'questionnaire' },
    values: { path: path.join('.'), message },
  }));
}
