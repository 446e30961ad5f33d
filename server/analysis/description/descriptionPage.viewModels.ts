import { summaryOf, type ErrorSummary, type TableModel } from '../../accounts/index.js';
import { formulaOf } from '../../../scoring/index.js';
import type { Chart } from '../../http/charts.js';
import type { FieldFault } from '../../http/fieldFault.js';
import type { Layout } from '../../http/layout.js';
import type { PageModel } from '../../http/views.js';
import { formatInteger, textsIn, type Language } from '../../i18n/index.js';
import { boxPlotChart } from './boxPlotChart.js';
import { correlationChart } from './correlationChart.js';
import type { Description } from './description.js';
import type { DescriptionAddress } from './descriptionAddress.js';
import type { DescriptionChoice, TableName } from './description.requests.js';
import { columnsForm, correlationForm, dynamicsForm, type ChoiceForm } from './descriptionForms.viewModels.js';
import { dynamicsTable, matrixTable, outliersTable, pairsTable, summaryTable } from './descriptionTables.viewModels.js';
import { dynamicsChart } from './dynamicsChart.js';
import { roundedFigure } from './roundedFigure.js';

interface DescriptionSection {
  text: string;
  form: ChoiceForm | null;
  chart: Chart | null;
  /** The figures of the chart; behind a fold where they are many. */
  table: TableModel;
  fold: string | null;
  more: { heading: string; text: string; table: TableModel } | null;
  downloads: { label: string; href: string }[];
}

/** What a panel looks like before any model: summaries, box plots, dynamics, correlations. */
export interface DescriptionPage extends PageModel {
  heading: string;
  intro: string;
  facts: string[];
  back: { label: string; href: string };
  summary: ErrorSummary | null;
  warnings: { heading: string; lines: string[] } | null;
  formulas: { heading: string; lines: string[] } | null;
  choose: { open: boolean; form: ChoiceForm };
  sections: DescriptionSection[];
}

declare module '../../http/views.js' {
  interface Views {
    'analysis/description': DescriptionPage;
  }
}

export interface DescriptionMaterial {
  layout: Layout;
  language: Language;
  dataset: { name: string; digest: string; synthetic: boolean };
  choice: DescriptionChoice;
  description: Description;
  address: DescriptionAddress;
  faults: FieldFault[];
  nameOf: (unit: string) => string;
}

export function buildDescriptionPage(material: DescriptionMaterial): DescriptionPage {
  const { layout, language, dataset, description, faults } = material;
  const t = textsIn(language);
  const { panel, columns, chosen, transformations } = description;
  return {
    layout,
    heading: t('description.heading', { name: dataset.name }),
    intro: t('description.intro'),
    facts: [
      t('description.fact_rows', { count: panel.units.length, value: formatInteger(panel.units.length, language) }),
      t('description.fact_units', { count: new Set(panel.units).size }),
      t('description.fact_columns', { chosen: chosen.length, all: columns.length }),
    ],
    back: { label: t('description.back', { name: dataset.name }), href: `/analysis/data/${dataset.digest}` },
    summary: summaryOf(faults, t),
    warnings: warningsOf(material),
    formulas:
      transformations.length === 0 ? null : { heading: t('description.formulas_heading'), lines: transformations.map(formulaOf) },
    choose: { open: faults.length > 0, form: columnsForm({ ...material, t }) },
    sections: columns.length === 0 ? [] : [summaries(material), boxes(material), dynamics(material), correlations(material)],
  };
}

/** So many warnings are told one by one. */
const SHOWN_WARNINGS = 6;

function warningsOf({ description: { warnings }, language, nameOf }: DescriptionMaterial): DescriptionPage['warnings'] {
  const t = textsIn(language);
  if (warnings.length === 0) return null;
  const lines = warnings
    .slice(0, SHOWN_WARNINGS)
    .map(({ column, unit, year, value }) =>
      t('description.share_above', { column, unit: nameOf(unit), year: String(year), value: roundedFigure(value, language) }),
    );
  const more = warnings.length - lines.length;
  return {
    heading: t('description.warnings_heading'),
    lines: more > 0 ? [...lines, t('description.more_warnings', { count: more })] : lines,
  };
}

function downloadsOf(table: TableName, { address, language }: DescriptionMaterial): DescriptionSection['downloads'] {
  const t = textsIn(language);
  return (['machine', 'excel'] as const).map((profile) => ({
    label: t(`description.download_${profile}`),
    href: address.file(table, profile),
  }));
}

function summaries(material: DescriptionMaterial): DescriptionSection {
  const t = textsIn(material.language);
  return {
    text: t('description.summary_text'),
    form: null,
    chart: null,
    table: summaryTable(material.description.summaries, { ...material, t }),
    fold: null,
    more: null,
    downloads: downloadsOf('summary', material),
  };
}

function boxes(material: DescriptionMaterial): DescriptionSection {
  const t = textsIn(material.language);
  const { boxes: drawn, chosen } = material.description;
  const text = t('description.boxes_text');
  return {
    text: chosen.length > drawn.length ? `${text} ${t('description.first_columns', { count: drawn.length })}` : text,
    form: null,
    chart: drawn.length === 0 ? null : boxPlotChart(drawn, material),
    table: outliersTable(drawn, { ...material, t }),
    fold: t('description.outliers_fold'),
    more: null,
    downloads: downloadsOf('outliers', material),
  };
}

function dynamics(material: DescriptionMaterial): DescriptionSection {
  const t = textsIn(material.language);
  const { dynamics: drawn } = material.description;
  return {
    text: t('description.dynamics_text'),
    form: dynamicsForm({ ...material, t }),
    chart: dynamicsChart(drawn, material),
    table: dynamicsTable(drawn, { ...material, t }),
    fold: t('description.dynamics_fold'),
    more: null,
    downloads: downloadsOf('dynamics', material),
  };
}

function correlations(material: DescriptionMaterial): DescriptionSection {
  const t = textsIn(material.language);
  const { correlations: drawn, chosen } = material.description;
  const [rows] = drawn.pairs.map(({ n }) => n);
  const text = t(`description.correlations_text_${drawn.missing}`, { count: rows ?? 0 });
  return {
    text:
      chosen.length > drawn.columns.length ? `${text} ${t('description.first_columns', { count: drawn.columns.length })}` : text,
    form: correlationForm({ ...material, t }),
    chart: drawn.pairs.length === 0 ? null : correlationChart(drawn, material.language),
    table: matrixTable(drawn, { ...material, t }),
    fold: t('description.matrix_fold'),
    more: {
      heading: t('description.pairs_heading'),
      text: t('description.pairs_text'),
      table: pairsTable(drawn, { ...material, t }),
    },
    downloads: downloadsOf('correlations', material),
  };
}
