import type { PrintedModel, RegressionPreset } from '../../../../survey-definitions/contract/index.js';
import { cell, column, type TableCell, type TableModel } from '../../../accounts/index.js';
import { formatInteger, formatNumber, type Language, type Texts } from '../../../i18n/index.js';

/** The estimates of a paper as printed, and what to know before reading them. */
export interface EstimatesSection {
  heading: string;
  warning: string;
  table: TableModel;
  source: string;
  notesHeading: string;
  notes: string[];
  presets: string;
  presetLinks: { label: string; href: string }[];
}

const INTERCEPT = '(Intercept)';

/** What the paper calls its variables. */
function variableNameOf(term: string, t: Texts): string {
  if (term === INTERCEPT) return t('diversification.estimates_intercept');
  if (term === 'div') return t('diversification.column_variance');
  if (term === 'related_variety') return t('diversification.column_related');
  if (term === 'unrelated_variety') return t('diversification.column_unrelated');
  return term.replace('_', ' ');
}

/** @param presets all of the paper, the one with printed estimates first */
export function estimatesSection(presets: readonly RegressionPreset[], language: Language, t: Texts): EstimatesSection | null {
  const [preset] = presets;
  if (preset === undefined) return null;
  const { models, notes, source } = preset;
  const shown = models.flatMap(({ model, printed }) => (printed === null ? [] : [{ name: model.name, printed }]));
  const terms = shown.map(({ printed }) => printed.coefficients.map(({ term }) => term).filter((term) => term !== INTERCEPT));
  /** What the models differ in comes before what they share. */
  const ordered = [...new Set([...terms.flatMap(([first = '']) => [first]), ...terms.flat(), INTERCEPT])];
  return {
    heading: t('diversification.estimates_heading'),
    warning: t('diversification.estimates_not_own', { n: formatInteger(shown[0]?.printed.n ?? 0, language) }),
    table: {
      id: 'printed-estimates',
      heading: t('diversification.estimates_table'),
      columns: [column(t('diversification.estimates_variable')), ...shown.map(({ name }) => column(name, { figure: true }))],
      rows: [
        ...ordered.map((term) => [
          cell(variableNameOf(term, t)),
          ...shown.map(({ printed }) => coefficientCell(printed, term, language)),
        ]),
        ...closingRows(
          shown.map(({ printed }) => printed),
          language,
          t,
        ),
      ],
      empty: '',
    },
    source: t('diversification.estimates_source', { source: source[language] }),
    notesHeading: t('diversification.estimates_notes'),
    notes: notes.map((note) => note[language]),
    presets: t('diversification.estimates_presets'),
    presetLinks: presets.map(({ id, name }) => ({ label: name[language], href: `/analysis/presets/${id}` })),
  };
}

function coefficientCell({ coefficients }: PrintedModel, term: string, language: Language): TableCell {
  const found = coefficients.find((each) => each.term === term);
  if (found === undefined) return cell('', { figure: true });
  const { estimate, standardError, stars } = found;
  const text = `${formatNumber(estimate, language, 3)}${stars ?? ''}`;
  return cell(text, { figure: true, note: standardError === null ? null : `(${formatNumber(standardError, language, 3)})` });
}

function closingRows(models: readonly PrintedModel[], language: Language, t: Texts): TableCell[][] {
  const figure = (value: number | null, decimals: number): TableCell =>
    cell(value === null ? '' : formatNumber(value, language, decimals), { figure: true });
  return [
    [cell('R²'), ...models.map(({ rSquared }) => figure(rSquared, 3))],
    [cell(t('diversification.estimates_n')), ...models.map(({ n }) => figure(n, 0))],
  ];
}
