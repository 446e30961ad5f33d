import type { Language, Texts } from '../../../i18n/index.js';
import { computedFigure, type ReadPicture } from '../scenarioPicture.js';
import { indicatorPairsFrom, type Beside, type IndicatorPair } from './indicatorPairs.viewModels.js';
import type { BesideMarks } from './marksTable.viewModels.js';
import { figureText } from './scenarioWords.js';

/** An indicator with unemployment reversed, only where turning the input round changes the indicator. */
function reversedBeside(id: string, own: ReadPicture, reversed: ReadPicture, language: Language, t: Texts): Beside | null {
  const [before, after] = [computedFigure(own, id), computedFigure(reversed, id)];
  if (!after || before?.value === after.value) return null;
  const { value, level } = after;
  return { label: t('scenarioData.reversed'), value, text: figureText(value, language), level, kind: 'reversed' };
}

/** Indicators of a town, each beside what it is with unemployment reversed. */
export function pairsBesideReversed(
  picture: ReadPicture,
  reversed: ReadPicture | null,
  language: Language,
  t: Texts,
): IndicatorPair[] {
  return indicatorPairsFrom(
    picture,
    {
      ownLabel: t('scenarioData.value'),
      besideOf: ({ id }) => (reversed === null ? null : reversedBeside(id, picture, reversed, language, t)),
      tagOf: () => null,
      notesOf: () => [],
    },
    language,
  );
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
