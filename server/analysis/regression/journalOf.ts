import type { RegressionPreset } from '../../../survey-definitions/contract/index.js';
import { textsIn, type Language } from '../../i18n/index.js';
import { pageFigures } from '../journal/table/figureText.js';
import { journalTableFrom } from '../journal/table/journalTable.js';
import { journalTextFrom, type JournalText } from '../journal/table/journalText.viewModels.js';
import type { EstimatedModel } from './estimation/estimatedModel.js';

/** Models side by side in words; null where none could be estimated. */
export function journalOf(
  models: readonly EstimatedModel[],
  options: { preset: RegressionPreset | null; synthetic: boolean },
  language: Language,
): JournalText | null {
  if (models.length === 0) return null;
  return journalTextFrom(journalTableFrom(models, options), textsIn(language), pageFigures(language));
}
