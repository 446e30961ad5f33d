import { formatInteger, formatNumber } from '../../../i18n/index.js';
import type { ModelWarning } from '../estimation/estimatedModel.js';
import { placesInWords, type AnalysisWords } from './analysisWords.js';
import { probabilityInWords } from './figures.js';

/** What a reader of a model has to know, as a sentence. */
export function warningInWords(warning: ModelWarning, words: AnalysisWords): string {
  const { t, language } = words;
  const whole = (value: number): string => formatInteger(value, language);
  switch (warning.kind) {
    case 'exact-fit':
      return t('regression.warning_exact');
    case 'few-rows':
      return t('regression.warning_few_rows', { rows: whole(warning.rows), coefficients: whole(warning.coefficients) });
    case 'few-clusters':
      return t('regression.warning_few_clusters', { count: warning.clusters });
    case 'not-converged':
      return t('regression.warning_not_converged', { iterations: whole(warning.iterations) });
    case 'heteroskedastic':
      return warning.drivers.length === 0
        ? t('regression.warning_heteroskedastic', { p: probabilityInWords(warning.p, words) })
        : t('regression.warning_heteroskedastic_by', {
            p: probabilityInWords(warning.p, words),
            terms: warning.drivers.join(', '),
          });
    case 'collinear':
      return t('regression.warning_collinear', { term: warning.term, factor: formatNumber(warning.factor, language, 1) });
    case 'downweighted':
      return t('regression.warning_downweighted', { places: placesInWords(warning.rows, words), count: warning.rows.length });
  }
}
