import { cell, column, type TableCell, type TableModel } from '../../../accounts/index.js';
import type { Texts } from '../../../i18n/index.js';
import { estimatorText } from '../../journal/table/journalText.viewModels.js';
import type { ModelResult } from '../computeAnalysis.js';
import type { WorkingAnalysis } from '../workingAnalysis.js';
import type { AnalysisWords } from './analysisWords.js';

/** Models of an analysis in work: what they are, and what can be done with them. */
export function modelsTable(
  { _id, revision }: WorkingAnalysis,
  results: readonly ModelResult[],
  words: AnalysisWords,
): TableModel {
  const { t } = words;
  const deed = (name: string, at: number, step: 'duplicate' | 'remove'): TableCell =>
    cell('', {
      deed: {
        action: `/analysis/regression/${_id}/models/${at + 1}/${step}?revision=${revision}`,
        label: t(step === 'remove' ? 'regression.remove_one' : 'regression.duplicate'),
        spokenLabel: t(`regression.${step}_named`, { name }),
      },
    });
  return {
    id: 'models',
    heading: t('regression.models'),
    columns: (['model', 'equation', 'estimator', 'errors', 'change', 'copy', 'deed'] as const).map((name) =>
      column(t(`regression.${name}`)),
    ),
    rows: results.map(({ model, estimated }, at) => [
      cell(model.name, { href: estimated ? `/analysis/regression/${_id}/models/${at + 1}` : null }),
      cell(equationOf(model)),
      cell(estimatorText(model.estimator, t)),
      cell(errorsInWords(model, t)),
      cell(t('regression.edit'), { href: `/analysis/regression/${_id}/models/${at + 1}/edit` }),
      deed(model.name, at, 'duplicate'),
      deed(model.name, at, 'remove'),
    ]),
    empty: t('regression.models_empty'),
  };
}

/** A model as R writes it. */
export function equationOf({ response, terms }: ModelResult['model']): string {
  return `${response} ~ ${terms.join(' + ')}`;
}

/** M-estimators have standard errors of their own. */
export function errorsInWords({ estimator, errors }: ModelResult['model'], t: Texts): string {
  return t(estimator.kind === 'huber' || estimator.kind === 'bisquare' ? 'journal.errors_robust' : `regression.errors_${errors}`);
}
