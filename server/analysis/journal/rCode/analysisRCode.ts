import type { PanelTransformation, RegressionModel } from '../../../../survey-definitions/contract/index.js';
import { textsIn, type Language } from '../../../i18n/index.js';
import { rModel } from './rModel.js';
import { rComment, rText } from './rNames.js';
import { rTransformation } from './rTransformation.js';

/** What R has to do again. */
export interface RAnalysis {
  name: string;
  /** Where the figures are from, in the words of whoever brought them. */
  source: string;
  /** SHA-256 of the data file. */
  digest: string;
  synthetic: boolean;
  /** Name and version of this program. */
  software: string;
  dataFile: string;
  transformations: readonly PanelTransformation[];
  models: readonly RegressionModel[];
}

/** R code that reads the data from its own folder, computes the columns, and estimates every model with its tests. */
export function analysisRCode(analysis: RAnalysis, language: Language): string {
  const t = textsIn(language);
  const { name, source, digest, synthetic, software, dataFile, transformations, models } = analysis;
  return [
    rComment(name),
    rComment(t('journal.r_source', { source })),
    ...(synthetic ? [rComment(t('journal.note_synthetic'))] : []),
    rComment(t('journal.r_digest', { file: dataFile, digest })),
    rComment(t('journal.r_version', { software })),
    rComment(t('journal.r_packages')),
    ...['lmtest', 'sandwich', 'car', 'MASS', 'plm'].map((library) => `library(${library})`),
    '',
    `panel <- read.csv(${rText(dataFile)}, encoding = "UTF-8", na.strings = "")`,
    '',
    rComment(t('journal.r_earlier')),
    'earlier <- function(x, years = 1) {',
    '  x[match(paste(panel$town, panel$year - years), paste(panel$town, panel$year))]',
    '}',
    '',
    ...(transformations.length > 0
      ? [rComment(t('journal.r_transformations')), ...transformations.map(rTransformation), '']
      : []),
    ...breuschPagan(t('journal.r_breuschPagan')),
    '',
    'tables <- list()',
    ...models.flatMap((model, at) => ['', ...rModel(model, at + 1, t)]),
    '',
  ].join('\n');
}

/** lmtest weighs otherwise: e² without weights, in a weighted auxiliary regression. Without weights both are the same. */
function breuschPagan(comment: string): string[] {
  return [
    rComment(comment),
    'breusch_pagan <- function(model) {',
    '  if (is.null(weights(model))) return(list(bptest(model), bptest(model, studentize = FALSE)))',
    '  squares <- weighted.residuals(model)^2',
    '  auxiliary <- lm(squares ~ model.matrix(model)[, -1, drop = FALSE])',
    '  df <- auxiliary$rank - 1',
    '  studentized <- length(squares) * summary(auxiliary)$r.squared',
    '  original <- sum((fitted(auxiliary) - mean(squares))^2) / mean(squares)^2 / 2',
    '  statistic <- c(studentized = studentized, original = original)',
    '  data.frame(statistic, df, p = pchisq(statistic, df, lower.tail = FALSE))',
    '}',
  ];
}
