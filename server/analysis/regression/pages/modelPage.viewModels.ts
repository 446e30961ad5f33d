import type { TableModel } from '../../../accounts/index.js';
import type { PanelTransformation } from '../../../../survey-definitions/contract/index.js';
import type { Chart } from '../../../http/charts.js';
import type { Layout } from '../../../http/layout.js';
import type { PageModel } from '../../../http/views.js';
import { estimatorText } from '../../journal/table/journalText.viewModels.js';
import { readingsFrom, type ModelReadings } from '../../journal/readings/readings.viewModels.js';
import type { EstimatedModel } from '../estimation/estimatedModel.js';
import type { AnalysisWords } from './analysisWords.js';
import { coefficientsTable } from './coefficientsTable.viewModels.js';
import { plottedRows } from './diagnosedRows.js';
import { diagnosticPlots } from './diagnosticPlots.js';
import { factsOfModel } from './modelFacts.viewModels.js';
import { equationOf, errorsInWords } from './modelsTable.viewModels.js';
import { missingInWords } from './missingWords.viewModels.js';
import { rowsTable } from './rowsTable.viewModels.js';
import { varianceSection, type VarianceSection } from './variance.viewModels.js';
import { warningInWords } from './warningWords.viewModels.js';

/** One model with all its tests and diagnostics. */
export interface RegressionModelPage extends PageModel {
  back: { label: string; href: string };
  heading: string;
  equation: string;
  estimator: string;
  synthetic: string | null;
  edit: { label: string; href: string } | null;
  warnings: { heading: string; lines: string[] } | null;
  coefficients: { text: string; table: TableModel };
  facts: { label: string; value: string }[];
  factsHeading: string;
  readings: ModelReadings & { heading: string };
  variance: VarianceSection | null;
  missing: { heading: string; lines: string[] } | null;
  /** Null where the fit is exact. */
  diagnostics: { heading: string; charts: Chart[]; rowsLabel: string; rows: TableModel } | null;
}

declare module '../../../http/views.js' {
  interface Views {
    'analysis/regressionModel': RegressionModelPage;
  }
}

interface ModelMaterial {
  layout: Layout;
  words: AnalysisWords;
  estimated: EstimatedModel;
  /** How the columns of the model are to be understood. */
  transformations: readonly PanelTransformation[];
  back: { label: string; href: string };
  /** Where the model can be changed; null for a saved one. */
  edit: string | null;
  synthetic: boolean;
}

export function buildModelPage(material: ModelMaterial): RegressionModelPage {
  const { layout, words, estimated, transformations, back, edit, synthetic } = material;
  const { t, language } = words;
  const { model, warnings, heteroskedasticity, missing } = estimated;
  const plotted = plottedRows(estimated, words);
  const rows = rowsTable(estimated, plotted, words);
  return {
    layout,
    back,
    heading: t('regression.model_heading', { name: model.name }),
    equation: equationOf(model),
    estimator: t('regression.estimator_and_errors', {
      estimator: estimatorText(model.estimator, t),
      errors: errorsInWords(model, t),
    }),
    synthetic: synthetic ? t('regression.synthetic_tag') : null,
    edit: edit === null ? null : { label: t('regression.edit_model'), href: edit },
    warnings:
      warnings.length === 0
        ? null
        : { heading: t('regression.warnings_heading'), lines: warnings.map((warning) => warningInWords(warning, words)) },
    coefficients: {
      text: [t('regression.coefficients_text'), ...(estimated.inflation ? [t('regression.vif_text')] : [])].join(' '),
      table: coefficientsTable(estimated, words),
    },
    facts: factsOfModel(estimated, words),
    factsHeading: t('regression.fit_heading'),
    readings: { heading: t('regression.readings_heading'), ...readingsFrom(estimated, transformations, language) },
    variance: heteroskedasticity && varianceSection(heteroskedasticity, words),
    missing: missing.length === 0 ? null : missingInWords(missing, words),
    diagnostics:
      plotted.length === 0
        ? null
        : {
            heading: t('regression.diagnostics_heading'),
            charts: diagnosticPlots(estimated, plotted, words),
            rowsLabel: rows.heading,
            rows,
          },
  };
}
