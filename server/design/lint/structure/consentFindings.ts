import { optionsOf } from '../../../../survey-definitions/contract/index.js';
import { CONSENT, isConsentRule } from '../../rules/consentRule.js';
import { error } from '../finding.js';
import type { Check } from '../reading.js';

/**
 * What is promised to respondents: they agree before anything else is asked, on a page of its own, and whoever does not
 * agree is asked and stored nothing.
 */
export const consentFindings: Check = ({ draft }) => {
  const [first, second] = draft.sections[0]?.items ?? [];
  const codes = first?.type === 'single' ? optionsOf(draft, first).map(({ code }) => code) : [];
  const isAsked = first?.id === CONSENT && second === undefined && [0, 1].every((code) => codes.includes(code));
  return [
    ...(isAsked ? [] : [error('consent_first', { part: 'questionnaire' })]),
    ...(draft.endings.some(isConsentRule) ? [] : [error('consent_ending', { part: 'questionnaire' })]),
  ];
};
