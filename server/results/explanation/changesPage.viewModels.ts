import type { Layout } from '../../http/layout.js';
import type { PageModel } from '../../http/views.js';
import { textsIn, type Language, type Texts } from '../../i18n/index.js';
import { figuresIn } from '../pages/figures.js';
import { populationName } from '../pages/why.viewModels.js';
import { enclosing } from '../publicRounding.js';
import { changeCautions, changeReasons } from './changeCautions.viewModels.js';
import { printedIndicator, printedScore, printedStatistic, type PrintedChange } from './changeRows.viewModels.js';
import type { ExplainedTown } from './explainedTown.js';
import {
  buildExplanationFrame,
  placeOf,
  queryOf,
  type ExplanationFrame,
  type FrameMaterial,
} from './explanationFrame.viewModels.js';
import { buildPartsTables, type PartsTables } from './partsTable.viewModels.js';
import type { YearChanges } from './yearChanges.js';

/** How a town changed between two years. */
export interface ChangesPage extends PageModel {
  frame: ExplanationFrame;
  intro: string;
  form: {
    action: string;
    hidden: { name: string; value: string }[];
    from: { label: string; options: { value: string; selected: boolean }[] };
    to: { label: string; options: { value: string; selected: boolean }[] };
    button: string;
  } | null;
  cautions: string[];
  tables: ChangeTable[];
  decomposition: { heading: string; intro: string; parts: PartsTables } | null;
  reasons: { heading: string; indicators: { name: string; sentences: string[] }[] } | null;
  notes: { heading: string; texts: string[] };
}

interface ChangeTable {
  id: string;
  heading: string;
  intro: string;
  columns: { name: string; difference: string; bar: string; verdict: string };
  rows: PrintedChange[];
}

declare module '../../http/views.js' {
  interface Views {
    'results/changes': ChangesPage;
  }
}

export interface ChangesMaterial extends FrameMaterial {
  layout: Layout;
  /** Null while the town has one year only. */
  compared: {
    before: ExplainedTown;
    after: ExplainedTown;
    changes: YearChanges;
    samplingOf: (wave: string) => string | null;
  } | null;
}

export function buildChangesPage(material: ChangesMaterial): ChangesPage {
  const { layout, language, town, picture, compared } = material;
  const t = textsIn(language);
  const name = town.name[language];
  return {
    layout,
    frame: buildExplanationFrame('changes', t('explanation.changes_heading', { town: name }), material),
    intro: compared
      ? t('explanation.changes_intro', { from: compared.before.picture.year, to: compared.after.picture.year })
      : t('explanation.changes_one_year', { year: picture.year }),
    form: compared && yearsForm(material, compared, t),
    cautions: compared ? changeCautions(compared, t) : [],
    tables: compared ? tablesOf(compared, language, t) : [],
    decomposition: compared && decompositionOf(compared, language, t),
    reasons: compared && changeReasons(compared.changes, language, t),
    notes: {
      heading: t('explanation.how_to_read'),
      texts: compared
        ? [
            t('quality.change_none_explained'),
            t('explanation.note_tests'),
            t('explanation.note_draws'),
            t('explanation.note_outward'),
          ]
        : [],
    },
  };
}

type Compared = NonNullable<ChangesMaterial['compared']>;

function yearsForm(material: ChangesMaterial, { before, after }: Compared, t: Texts): ChangesPage['form'] {
  const { year: _, ...query } = queryOf(placeOf(material));
  const options = (chosen: number) =>
    [...material.years].reverse().map((year) => ({ value: String(year), selected: year === chosen }));
  return {
    action: `/towns/${material.town.id}/changes`,
    hidden: Object.entries(query).map(([name, value]) => ({ name, value })),
    from: { label: t('explanation.from'), options: options(before.picture.year) },
    to: { label: t('explanation.to'), options: options(after.picture.year) },
    button: t('explanation.compare'),
  };
}

function tablesOf(compared: Compared, language: Language, t: Texts): ChangeTable[] {
  const { changes, after } = compared;
  const words = { language, t, figures: figuresIn(language, t), reach: reachOf(compared) };
  const { method } = after;
  const nameOf = (id: string): string =>
    id === 'integral'
      ? t('interface.lbl_integral_score')
      : (method.blocks.find((block) => block.id === id)?.shortName[language] ?? t(`interface.lbl_${id as 'objective'}`));
  const columns = {
    name: t('explanation.indicator_column'),
    difference: t('explanation.difference_column'),
    bar: t('explanation.axis', { lower: `−${words.reach}`, upper: `+${words.reach}` }),
    verdict: t('quality.verdict'),
  };
  const scores = changes.scores.state === 'compared' && changes.scores.changes.state === 'drawn' ? changes.scores.changes : null;
  return [
    ...(scores
      ? [
          {
            id: 'scores',
            heading: t('explanation.scores_table'),
            intro: t('explanation.scores_intro', { count: scores.common.length }),
            columns: { ...columns, name: t('explanation.score_column') },
            rows: [...scores.changes].reverse().map((change) => printedScore(change, nameOf(change.id), words)),
          },
        ]
      : []),
    ...changes.populations.map(({ population, rows }) => ({
      id: population,
      heading: t('explanation.indicators_table', { population: populationName(population, t) }),
      intro: t('explanation.indicators_intro'),
      columns,
      rows: rows.map((row) => printedIndicator(row, words)),
    })),
    statisticsTable(compared, columns, words),
  ];
}

function statisticsTable(
  { before, after }: Compared,
  columns: ChangeTable['columns'],
  words: Parameters<typeof printedStatistic>[3],
): ChangeTable {
  const { t, language } = words;
  const scoreIn = ({ picture }: ExplainedTown, code: string): number | null => {
    const found = picture.score.result.indicators.find((indicator) => indicator.code === code);
    return found?.state === 'scored' ? found.score : null;
  };
  const indicators = after.method.indicators.filter(({ source }) => source === 'statistics');
  return {
    id: 'statistics',
    heading: t('explanation.statistics_table'),
    intro: t('explanation.statistics_intro'),
    columns: { ...columns, verdict: '' },
    rows: indicators.map(({ code }) =>
      printedStatistic(
        code,
        after.names.get(code)?.[language] ?? code,
        { before: scoreIn(before, code), after: scoreIn(after, code) },
        words,
      ),
    ),
  };
}

const AXIS_STEP = 10;

/** One axis for all bars of the page: the largest printed change fits. */
function reachOf({ before, after, changes }: Compared): number {
  const tested = changes.populations.flatMap(({ rows }) =>
    rows.flatMap((row) => (row.state === 'tested' ? Object.values(enclosing(row.change.interval)) : [])),
  );
  const scored = (town: ExplainedTown) =>
    new Map(town.picture.score.result.indicators.flatMap((each) => (each.state === 'scored' ? [[each.code, each.score]] : [])));
  const [first, second] = [scored(before), scored(after)];
  const moved = [...second].map(([code, score]) => score - (first.get(code) ?? score));
  const largest = Math.max(1, ...[...tested, ...moved].map(Math.abs));
  return Math.ceil(largest / AXIS_STEP) * AXIS_STEP;
}

function decompositionOf({ before, after, changes }: Compared, language: Language, t: Texts): ChangesPage['decomposition'] {
  if (changes.scores.state !== 'compared' || changes.scores.parts === null) return null;
  const { method, names } = after;
  const labels = { start: String(before.picture.year), end: String(after.picture.year) };
  return {
    heading: t('explanation.change_parts'),
    intro: t('explanation.change_parts_intro'),
    parts: buildPartsTables(changes.scores.parts, { language, t, figures: figuresIn(language, t), method, names, labels }),
  };
}
