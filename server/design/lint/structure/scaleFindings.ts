import { error } from '../finding.js';
import type { Check } from '../reading.js';

/** Scales whose steps are not numbered one after the other, or that count as "satisfied" what they do not have. */
export const scaleFindings: Check = ({ draft }) =>
  draft.scales.flatMap(({ id, options, topCodes }) => {
    const place = { part: 'scale', id } as const;
    const codes = options.map(({ code }) => code);
    const unknown = topCodes.filter((code) => !codes.includes(code)).map((code) => error('top_code_unknown', place, { code }));
    const rising = codes.every((code, at) => at === 0 || code === (codes[at - 1] ?? 0) + 1);
    const repeated = new Set(codes).size < codes.length;
    return rising || repeated ? unknown : [...unknown, error('codes_not_rising', place, { codes: codes.join(', ') })];
  });
