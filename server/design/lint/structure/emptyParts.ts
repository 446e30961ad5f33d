import type { Definition } from '../../../../survey-definitions/contract/index.js';
import { error, type Finding } from '../finding.js';
import type { Check } from '../reading.js';

/** Parts that are begun and hold too little to be asked, measured or counted with. */
export const emptyParts: Check = ({ draft }) => [
  ...emptyFrame(draft),
  ...draft.sections.filter(({ items }) => items.length === 0).map(({ id }) => error('section_empty', { part: 'section', id })),
  ...draft.sections
    .filter(({ randomised }) => randomised.some((group) => group.length < 2))
    .map(({ id }) => error('randomised_small', { part: 'section', id })),
  ...draft.scales.filter(({ options }) => options.length < 2).map(({ id }) => error('options_few', { part: 'scale', id })),
  ...draft.lists.filter(({ options }) => options.length < 2).map(({ id }) => error('options_few', { part: 'list', id })),
  ...draft.indicators
    .filter(({ items }) => items.length === 0)
    .map(({ id }) => error('indicator_empty', { part: 'indicator', id })),
  ...draft.straightlineSets
    .filter(({ items }) => items.length < 2)
    .map(({ id }) => error('straightline_small', { part: 'straightlineSet', id })),
  ...emptyVariables(draft),
];

function emptyFrame({ sections, consent, analysisPopulations, specialCodes }: Definition): Finding[] {
  const place = { part: 'questionnaire' } as const;
  return [
    ...(sections.length === 0 ? [error('questionnaire_empty', place)] : []),
    ...(consent.length === 0 ? [error('consent_empty', place)] : []),
    ...(analysisPopulations.length === 0 ? [error('populations_none', place)] : []),
    ...(new Set(specialCodes.map(({ code }) => code)).size < 5 ? [error('special_codes_incomplete', place)] : []),
  ];
}

function emptyVariables({ derived }: Definition): Finding[] {
  const isEmpty = (variable: Definition['derived'][number]): boolean =>
    (variable.type === 'recode' && (variable.cases.length === 0 || variable.cases.some(({ from }) => from.length === 0))) ||
    (variable.type === 'midpoint' && variable.midpoints.length === 0);
  return derived.filter(isEmpty).map(({ id }) => error('variable_empty', { part: 'variable', id }));
}
