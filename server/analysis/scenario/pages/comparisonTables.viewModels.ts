import type { ScenarioMark } from '../../../../scoring/index.js';
import type { ScenarioMethod } from '../../../../survey-definitions/contract/index.js';
import { cell, column, type TableCell, type TableModel } from '../../../accounts/index.js';
import { formatInteger, textsIn, type Language, type Texts } from '../../../i18n/index.js';
import { placesOf, type ComparedTown, type Place } from '../comparedTowns.js';
import { computedFigure } from '../scenarioPicture.js';
import { figureText, levelText, scenarioNames } from './scenarioWords.js';

/** Towns of one year in their order: leading scenarios, marks with per cent of their maxima and place. */
export function rankingTable(
  towns: readonly ComparedTown[],
  method: ScenarioMethod,
  year: number,
  language: Language,
): TableModel {
  const t = textsIn(language);
  const { scenarios } = method.rule;
  const places = scenarios.map(({ id }) => placesOf(towns.map((town) => markOf(town, id)?.percent)));
  return {
    id: 'ranking',
    heading: t('scenarioData.ranking_heading', { year }),
    columns: [
      column(t('scenarioData.town')),
      ...scenarios.map(({ name }) => column(name[language], { figure: true })),
      column(t('scenarioData.most_marks')),
      column(t('scenarioData.most_percent')),
    ],
    rows: towns.map((town, row) => [
      townCell(town, t),
      ...scenarios.map(({ id }, at) => markCell(town, id, places[at]?.[row] ?? null, language, t)),
      ...leadCells(town, method, language, t),
    ]),
    empty: t('scenarioData.ranking_empty'),
  };
}

/** The indicators of the same towns in the same order, with band and place. */
export function indicatorTable(towns: readonly ComparedTown[], method: ScenarioMethod, language: Language): TableModel {
  const t = textsIn(language);
  const banded = method.indicators.filter(({ bands }) => bands.length > 0);
  const places = banded.map(({ id }) => placesOf(towns.map(({ picture }) => computedFigure(picture, id)?.value)));
  return {
    id: 'indicators',
    heading: t('scenarioData.indicators_heading'),
    columns: [column(t('scenarioData.town')), ...banded.map(({ name }) => column(name[language], { figure: true }))],
    rows: towns.map((town, row) => [
      townCell(town, t),
      ...banded.map(({ id }, at) => indicatorCell(town, id, places[at]?.[row] ?? null, language, t)),
    ]),
    empty: t('scenarioData.ranking_empty'),
  };
}

/** The profiles of the chart in numbers. */
export function profileTable(towns: readonly ComparedTown[], method: ScenarioMethod, language: Language): TableModel {
  const t = textsIn(language);
  const banded = method.indicators.filter(({ bands }) => bands.length > 0);
  return {
    id: 'profile-table',
    heading: t('scenarioData.profile_table'),
    columns: [column(t('scenarioData.indicator')), ...towns.map(({ name }) => column(name, { figure: true }))],
    rows: banded.map(({ id, name }) => [
      cell(name[language]),
      ...towns.map((town) => indicatorCell(town, id, null, language, t)),
    ]),
    empty: '',
  };
}

function townCell({ name, href, synthetic }: ComparedTown, t: Texts): TableCell {
  return cell(name, { href, note: synthetic ? t('scenarioData.kind_synthetic') : null });
}

function leadCells({ picture }: ComparedTown, method: ScenarioMethod, language: Language, t: Texts): TableCell[] {
  const { marks } = picture.reading;
  if (marks.state === 'missing') return [cell('–'), cell('–')];
  return [marks.leadingByMarks, marks.leadingByPercent].map((ids) => cell(scenarioNames(ids, method, language, t)));
}

function markOf({ picture }: ComparedTown, id: string): ScenarioMark | undefined {
  const { marks } = picture.reading;
  return marks.state === 'missing' ? undefined : marks.marks.find(({ scenario }) => scenario === id);
}

function markCell(town: ComparedTown, id: string, place: Place | null, language: Language, t: Texts): TableCell {
  const found = markOf(town, id);
  if (!found) return cell('–', { figure: true });
  const { mark, maximum, percent } = found;
  const words = [t('results.percent', { value: formatInteger(percent, language) }), ...(place ? [placeText(place, t)] : [])];
  return cell(t('scenarioData.mark_of', { mark, maximum }), { figure: true, note: words.join(' · ') });
}

function indicatorCell({ picture }: ComparedTown, id: string, place: Place | null, language: Language, t: Texts): TableCell {
  const figure = computedFigure(picture, id);
  if (!figure) return cell('–', { figure: true });
  const words = [...(figure.level === null ? [] : [levelText(figure.level, t)]), ...(place ? [placeText(place, t)] : [])];
  return cell(figureText(figure.value, language), { figure: true, note: words.join(' · ') });
}

/** On one line: places are read as a whole. */
function placeText({ first, last }: Place, t: Texts): string {
  const words = first === last ? t('scenarioData.place', { place: first }) : t('scenarioData.place_joint', { first, last });
  return words.replaceAll(' ', '\u00a0').replaceAll('-', '\u2011').replaceAll('–', '\u2060–\u2060');
}
