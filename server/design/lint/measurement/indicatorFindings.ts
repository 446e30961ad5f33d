import { isQuestion, type Indicator } from '../../../../survey-definitions/contract/index.js';
import { error, type Finding } from '../finding.js';
import type { Check, Reading } from '../reading.js';

/** Blocks of the paper: methods look for their indicators by these letters. */
const PAPER_LETTERS = /^[A-D]/;

/** Indicators whose items do not exist, cannot be scored or are too few, and codes that mean something else elsewhere. */
export const indicatorFindings: Check = (reading) => {
  const { indicators } = reading.draft;
  const codes = indicators.map(({ code }) => code);
  const repeated = indicators
    .filter(({ code }, at) => codes.indexOf(code) < at)
    .map(({ id, code }) => error('indicator_code_repeated', { part: 'indicator', id }, { code }));
  return [...repeated, ...indicators.flatMap((indicator) => ofIndicator(indicator, reading))];
};

function ofIndicator({ id, code, items, minValid, comparator }: Indicator, { byId, builtIn }: Reading): Finding[] {
  const place = { part: 'indicator', id } as const;
  const names = items.map(({ item }) => item);
  const findings = names.flatMap((name) => {
    const item = byId.get(name);
    if (item === undefined || !isQuestion(item)) return [error('indicator_item_unknown', place, { item: name })];
    return item.type === 'scale' ? [] : [error('indicator_item_unscored', place, { item: name })];
  });
  const twice = new Set(names.filter((name, at) => names.indexOf(name) < at));
  findings.push(...[...twice].map((item) => error('indicator_item_repeated', place, { item })));
  if (items.length > 0 && minValid > items.length)
    findings.push(error('indicator_minimum', place, { minimum: minValid, items: items.length }));
  if (comparator !== undefined && !byId.has(comparator)) findings.push(error('comparator_unknown', place, { item: comparator }));
  const ofPaper = builtIn.flatMap(({ indicators }) => indicators);
  if (builtIn.length > 0 && PAPER_LETTERS.test(code) && !ofPaper.some((known) => known.code === code && known.id === id))
    findings.push(error('indicator_paper_code', place, { code }));
  return findings;
}
