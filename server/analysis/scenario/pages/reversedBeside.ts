import type { Language, Texts } from '../../../i18n/index.js';
import { computedFigure, type ReadPicture } from '../scenarioPicture.js';
import type { Beside } from './indicatorPairs.viewModels.js';
import type { BesideMarks } from './marksTable.viewModels.js';
import { figureText } from './scenarioWords.js';

/** An indicator with unemployment reversed, only where turning the input round changes the indicator. */
export function reversedBeside(id: string, own: ReadPicture, reversed: ReadPicture, language: Language, t: Texts): Beside | null {
  const [before, after] = [computedFigure(own, id), computedFigure(reversed, id)];
  if (!after || before?.value === after.value) return null;
  const { value, level } = after;
  return { label: t('scenarioData.reversed'), value, text: figureText(value, language), level, kind: 'reversed' };
}

/** Marks with unemployment reversed. */
export function reversedMarks({ reading: { marks } }: ReadPicture, t: Texts): BesideMarks | null {
  if (marks.state === 'missing') return null;
  return {
    label: t('scenarioData.reversed'),
    marks: Object.fromEntries(marks.marks.map(({ scenario, mark }) => [scenario, mark])),
    kind: 'reversed',
  };
}
