import type { ScoringError } from '../../../scoring/index.js';
import { refusalFrom } from '../../http/refusal.js';
import { textsIn, type Language } from '../../i18n/index.js';

/** Why a model or a column could not be computed, with its place; data of analyses hold nothing that must be kept back. */
export function refusalWords(error: ScoringError, language: Language, nameOf: (unit: string) => string): string {
  const { message } = refusalFrom(error, language, { of: nameOf, ofCategory: () => undefined });
  const t = textsIn(language);
  const { columns, rows, terms } = error.details;
  if (error.code === 'rank-deficient' && Array.isArray(columns))
    return `${message} ${t('regression.refused_dependent', { columns: columns.join(', ') })}`;
  if (error.code === 'too-few-rows' && typeof rows === 'number')
    return `${message} ${t('regression.refused_rows', { rows: String(rows), terms: String(terms) })}`;
  return message;
}

/** The field of the form of a model where a refusal belongs. */
export function fieldOfRefusal({ code, details }: ScoringError): 'response' | 'terms' | 'variable' | 'errors' {
  if (code === 'undefined-errors' || code === 'full-leverage' || code === 'too-few-clusters') return 'errors';
  if (code === 'constant-column' && details.term === undefined) return 'response';
  return code === 'out-of-range' ? 'variable' : 'terms';
}
