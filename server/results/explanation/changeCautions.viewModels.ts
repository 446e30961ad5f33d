import { differenceInWords } from '../../design/index.js';
import type { Language, Texts } from '../../i18n/index.js';
import { populationName } from '../pages/why.viewModels.js';
import type { ComparedYears } from './comparedYears.js';
import { obstacleWords } from './obstacleWords.viewModels.js';
import type { YearChanges } from './yearChanges.js';

/** How questionnaires differ, by indicator. */
export interface ChangeReasons {
  heading: string;
  indicators: { name: string; sentences: string[] }[];
}

/** What stands between two years besides what happened in the town. */
export function changeCautions(compared: ComparedYears, t: Texts): string[] {
  const { before, after, changes } = compared;
  const { scores } = changes;
  const names = { first: String(before.picture.year), second: String(after.picture.year), differencesOf: compared.differencesOf };
  return [
    ...(scores.state === 'other-methods'
      ? obstacleWords([{ kind: 'methods', first: before.method, second: after.method }], names, t)
      : scoreCautions(scores, t)),
    ...changes.populations.flatMap((population) => populationCautions(population, compared, t)),
    ...missingPopulations(compared, t),
  ];
}

function scoreCautions({ changes, leftOut }: Extract<YearChanges['scores'], { state: 'compared' }>, t: Texts): string[] {
  return [
    ...(leftOut.length > 0 ? [t('explanation.left_out', { codes: leftOut.join(', ') })] : []),
    ...(changes.state === 'missing' ? [t(`explanation.changes_${changes.reason}`)] : []),
  ];
}

function populationCautions(
  { population, otherMode, before, after }: YearChanges['populations'][number],
  { samplingOf }: ComparedYears,
  t: Texts,
): string[] {
  const name = populationName(population, t);
  const [first, second] = [samplingOf(before.wave), samplingOf(after.wave)];
  const flagsOf = (flags: readonly string[]): string => [...flags].sort().join(' ');
  return [
    ...(otherMode ? [t('explanation.caution_mode', { population: name })] : []),
    ...(first !== null && second !== null && first !== second
      ? [t('explanation.caution_sampling', { population: name, before: first, after: second })]
      : []),
    ...((before.weighting === undefined) !== (after.weighting === undefined)
      ? [t('explanation.caution_weights', { population: name })]
      : []),
    ...(flagsOf(before.excludedFlags) !== flagsOf(after.excludedFlags)
      ? [t('explanation.caution_flags', { population: name })]
      : []),
  ];
}

function missingPopulations({ before, after, changes }: ComparedYears, t: Texts): string[] {
  const known = changes.populations.map(({ population }) => population);
  const asked = [...before.picture.parts, ...after.picture.parts].map(({ population }) => population);
  return [...new Set(asked)]
    .filter((population) => !known.includes(population))
    .map((population) => t('explanation.caution_one_year', { population: populationName(population, t) }));
}

/** How the questionnaires differ, where an indicator is not tested for that. */
export function changeReasons({ populations }: YearChanges, language: Language, t: Texts): ChangeReasons | null {
  const indicators = populations.flatMap(({ rows }) =>
    rows.flatMap((row) =>
      row.state === 'untested' && row.obstacle.kind === 'asked-differently'
        ? [
            {
              name: `${row.code} ${row.name[language]}`,
              sentences: row.obstacle.comparability.reasons.map((reason) => differenceInWords(reason, language)),
            },
          ]
        : [],
    ),
  );
  return indicators.length === 0 ? null : { heading: t('results.wave_reasons'), indicators };
}
