import { refusalFrom } from '../../http/refusal.js';
import type { Texts } from '../../i18n/index.js';
import type { Refused } from './computeAnalysis.js';
import type { PanelCell } from './otherCells.js';
import { placesInWords, type AnalysisWords } from './pages/analysisWords.js';

/** Why a model or a column could not be computed, with its place; data of analyses hold nothing that must be kept back. */
export function refusalWords(error: Refused, words: AnalysisWords): string {
  const own = constantInWords(error, words.t) ?? emptyInWords(error, words.t);
  if (own !== null) return own;
  const { message } = refusalFrom(error, words.language, { of: words.nameOf, ofCategory: () => undefined });
  return [message, ...additionsTo(error, words)].join(' ');
}

/** A column that leaves a model nothing to work with: the dependent one, or one that the effects explain wholly. */
function constantInWords({ code, details }: Refused, t: Texts): string | null {
  if (code !== 'constant-column') return null;
  const column = String(details.term ?? details.column);
  const { within } = details;
  if (within === 'individual' || within === 'time' || within === 'twoways')
    return t(`regression.refused_within_${within}`, { column });
  return details.term === undefined ? t('regression.refused_response', { column }) : null;
}

/** No row that has a value of every column. */
function emptyInWords({ code, details }: Refused, t: Texts): string | null {
  const { columns, without } = details;
  if (code !== 'empty' || !Array.isArray(columns)) return null;
  const sentence = t('regression.refused_empty', { columns: columns.join(', ') });
  const none = Array.isArray(without) && without.length > 0;
  return none ? `${sentence} ${t('regression.refused_no_values', { columns: without.join(', ') })}` : sentence;
}

function additionsTo({ code, details }: Refused, words: AnalysisWords): string[] {
  const { t } = words;
  const { columns, rows, terms, effects, others } = details;
  if (code === 'rank-deficient' && Array.isArray(columns))
    return [t('regression.refused_dependent', { columns: columns.join(', ') })];
  if (code === 'too-few-rows' && typeof rows === 'number') {
    const counts = { rows: String(rows), terms: String(terms) };
    if (typeof effects !== 'number') return [t('regression.refused_rows', counts)];
    return [t('regression.refused_rows_effects', { ...counts, effects: String(effects) })];
  }
  if (code === 'out-of-range' && Array.isArray(others) && others.length > 0)
    return [t('regression.refused_others', { places: placesInWords(others as PanelCell[], words) })];
  return [];
}

/** The field of the form of a model where a refusal belongs. */
export function fieldOfRefusal({ code, details }: Refused): 'response' | 'terms' | 'variable' | 'errors' {
  if (code === 'undefined-errors' || code === 'full-leverage' || code === 'too-few-clusters') return 'errors';
  if (code === 'constant-column' && details.term === undefined) return 'response';
  return code === 'out-of-range' ? 'variable' : 'terms';
}
