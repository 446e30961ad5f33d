import type { MethodDifference, ScoringError, ScoringErrorCode } from '../../scoring/index.js';
import { textsIn, type Language } from '../i18n/index.js';
import type { FieldFault } from './fieldFault.js';
import { detailsInWords, type ReaderNames } from './refusalDetails.js';

/** Refusals that are a quarrel between two stored things; all others are faults of what was entered or chosen. */
const CONFLICTS: ReadonlySet<ScoringErrorCode> = new Set(['methods-differ', 'duplicate-observation']);

/** A refused computation as a reader is told of it. */
interface Refusal {
  code: ScoringErrorCode;
  status: 409 | 422;
  /** What went wrong and what to do, with the place, in the reader's language. */
  message: string;
  /** The places, for programs. */
  faults: FieldFault[];
}

/** The sentence for a refused computation; for forms that show it beside what was entered. */
export function refusalFrom(
  { code, details }: Pick<ScoringError, 'code' | 'details'>,
  language: Language,
  names: ReaderNames,
): Refusal {
  const t = textsIn(language);
  const sentence = t(`refusals.${code}`);
  const places = detailsInWords(details, language, names);
  const message = places.length === 0 ? sentence : t('refusals.details', { sentence, details: places.join('; ') });
  return { code, status: CONFLICTS.has(code) ? 409 : 422, message, faults: faultsFrom(details, message) };
}

const FIELDS = ['input', 'item', 'column', 'term', 'margin', 'code'] as const;

/** Methods that differ are told rule by rule. */
function faultsFrom(details: ScoringError['details'], message: string): FieldFault[] {
  const { differences } = details as { differences?: readonly MethodDifference[] };
  if (!differences) return [faultFrom(details, message)];
  return differences.map(({ rule, first = '–', second = '–' }) => ({ field: rule, message: `${first} → ${second}` }));
}

function faultFrom(details: ScoringError['details'], message: string): FieldFault {
  const field = FIELDS.map((key) => details[key]).find((value) => typeof value === 'string' || typeof value === 'number');
  const { row } = details;
  return { field: String(field ?? ''), ...(typeof row === 'number' ? { row: row + 1 } : {}), message };
}
