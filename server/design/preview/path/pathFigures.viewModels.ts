import {
  analysisPopulationsOf,
  completeAnswers,
  derivedValuesOf,
  isQuestion,
  isSpecialCode,
  partsOf,
  type Answers,
  type Definition,
  type Item,
} from '../../../../survey-definitions/contract/index.js';
import { cell, column, type TableModel } from '../../../accounts/index.js';
import { formatInteger, formatNumber, textsIn, type Language } from '../../../i18n/index.js';
import { answerLabel } from '../../conditions/answerWords.js';
import { minutesToAnswer } from '../../lint/style/minutesToAnswer.js';
import type { PathExtremes } from './extremes.js';
import type { Path } from './path.js';
import { respondentScores } from './respondentScores.js';

interface Figures {
  definition: Definition;
  path: Path;
  extremes: PathExtremes | null;
  language: Language;
}

/** What the path comes to, in figures. */
export function pathFacts({ definition, path, extremes, language }: Figures): { label: string; value: string }[] {
  const t = textsIn(language);
  const questions = path.steps.filter(({ item }) => isQuestion(item));
  const [asked = 0, depends = 0] = (['asked', 'depends'] as const).map(
    (state) => questions.filter((step) => step.state === state).length,
  );
  const whole = (value: number) => formatInteger(value, language);
  const answered = questions.filter(({ item }) => path.answers[item.id] !== undefined).length;
  return [
    { label: t('designPreview.fact_end'), value: endInWords(path, language) },
    {
      label: t('designPreview.fact_questions'),
      value: depends === 0 ? whole(asked) : t('designPreview.questions_and_open', { n: whole(asked), open: whole(depends) }),
    },
    { label: t('designPreview.fact_answered'), value: whole(answered) },
    { label: t('designPreview.fact_pages'), value: whole(path.pages.length) },
    { label: t('designPreview.fact_parts'), value: whole(partsShown(definition, path)) },
    {
      label: t('designPreview.fact_minutes'),
      value: t('designPreview.about_minutes', { n: whole(minutesOf(definition, path)) }),
    },
    ...(extremes ? [{ label: t('designPreview.fact_extremes'), value: rangeInWords(extremes, language) }] : []),
  ];
}

function rangeInWords({ fewest, most }: PathExtremes, language: Language): string {
  const [from, to] = [formatInteger(fewest, language), formatInteger(most, language)];
  return fewest === most ? from : textsIn(language)('designPreview.from_to', { from, to });
}

function endInWords({ ending, firstOpen }: Path, language: Language): string {
  const t = textsIn(language);
  if (ending) return t(`designPreview.end_${ending.ending}`);
  return firstOpen ? t('designPreview.end_waits', { id: firstOpen.id }) : t('designPreview.end_complete');
}

/** Parts that are shown or, while the questionnaire goes on, may still be. */
function partsShown(definition: Definition, { pages, answers, ending }: Path): number {
  const shown = ending ? pages.map(({ section }) => section) : partsOf(definition, answers);
  return new Set(shown.filter(({ title }) => title !== undefined)).size;
}

/** The items of this path are certain: they count without their conditions. */
function minutesOf(definition: Definition, { steps }: Path): number {
  const asked = new Set(steps.filter(({ state }) => state === 'asked').map(({ item }) => item));
  const sections = definition.sections.map((section) => ({
    ...section,
    items: section.items.filter((item) => asked.has(item)).map(withoutCondition),
  }));
  return Math.max(1, Math.round(minutesToAnswer({ ...definition, sections })));
}

function withoutCondition(item: Item): Item {
  const { when, ...rest } = item;
  return when ? rest : item;
}

/** The pages as respondents would meet them, and what is computed when such a response is stored. */
export function pathTables({ definition, path, language }: Figures): TableModel[] {
  const complete = completeAnswers(definition, path.answers);
  const stored = path.ending
    ? []
    : [scoreTable, derivedTable, populationTable].map((table) => table(definition, complete, language));
  return [pageTable(path, language), ...stored.filter(({ rows }) => rows.length > 0)];
}

function pageTable({ pages }: Path, language: Language): TableModel {
  const t = textsIn(language);
  return {
    id: 'pages',
    heading: t('designPreview.pages'),
    columns: [column(t('designPreview.page')), column(t('designPreview.part')), column(t('designPreview.items_on_page'))],
    rows: pages.map(({ section, items }, at) => [
      cell(formatInteger(at + 1, language)),
      cell(section.title?.[language] ?? t('designPreview.no_part')),
      cell(items.map(({ id }) => id).join(', ')),
    ]),
    empty: t('designPreview.no_pages'),
  };
}

function scoreTable(definition: Definition, complete: Answers, language: Language): TableModel {
  const t = textsIn(language);
  return {
    id: 'scores',
    heading: t('designPreview.scores'),
    columns: [column(t('designPreview.indicator')), column(t('designPreview.score'), { figure: true })],
    rows: respondentScores(definition, complete).map(({ indicator, score }) => [
      cell(`${indicator.code} ${indicator.shortName[language]}`, { note: indicator.items.map(({ item }) => item).join(', ') }),
      score.state === 'scored'
        ? cell(formatNumber(score.score, language), { figure: true })
        : cell('–', { figure: true, note: t(`designPreview.score_${score.reason}`) }),
    ]),
    empty: '',
  };
}

function derivedTable(definition: Definition, complete: Answers, language: Language): TableModel {
  const t = textsIn(language);
  return {
    id: 'derived',
    heading: t('designPreview.derived'),
    columns: [column(t('designPreview.variable')), column(t('designPreview.value'), { figure: true })],
    rows: Object.entries(derivedValuesOf(definition, complete)).map(([id, value]) => [
      cell(id),
      isSpecialCode(value)
        ? cell(String(value).replace('-', '−'), { figure: true, note: answerLabel(definition, undefined, value, language) })
        : cell(formatNumber(value, language, Number.isInteger(value) ? 0 : 2), { figure: true }),
    ]),
    empty: '',
  };
}

function populationTable(definition: Definition, complete: Answers, language: Language): TableModel {
  const t = textsIn(language);
  const belongs = new Set(analysisPopulationsOf(definition, complete));
  return {
    id: 'populations',
    heading: t('designPreview.populations'),
    columns: [column(t('designPreview.population')), column(t('designPreview.belongs'))],
    rows: definition.analysisPopulations.map(({ id, name }) => [
      cell(name[language], { note: id }),
      belongs.has(id) ? cell(t('designPreview.belongs_yes'), { tone: 'good' }) : cell(t('designPreview.belongs_no')),
    ]),
    empty: '',
  };
}
