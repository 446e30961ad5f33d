import type {
  PublishedFigure,
  PublishedScenarios,
  PublishedTown,
  ScenarioIndicator,
  ScenarioMethod,
  Town,
} from '../../../../survey-definitions/contract/index.js';
import { cell, column, type TableModel } from '../../../accounts/index.js';
import type { Layout } from '../../../http/layout.js';
import type { PageModel } from '../../../http/views.js';
import { textsIn, type Language, type Texts } from '../../../i18n/index.js';
import { agreementOf } from '../agreement.js';
import { computedFigure, type ReadPicture } from '../scenarioPicture.js';
import { indicatorPairsFrom, type IndicatorPair } from './indicatorPairs.viewModels.js';
import { marksViewFrom, type MarksView } from './marksTable.viewModels.js';
import type { KeyEntry } from './scenarioTown.viewModels.js';
import { notesTold, type ToldNote } from './notesTold.viewModels.js';
import { levelText, nameAndSymbol, typedText } from './scenarioWords.js';

/** A town of the paper: what it prints beside what follows from its inputs, and why they differ. */
export interface ScenarioPublishedPage extends PageModel {
  heading: string;
  back: { label: string; href: string };
  facts: string[];
  others: { label: string; links: { label: string; href: string }[] };
  care: string;
  labels: { indicators: string; marks: string; marksDiffer: string };
  key: KeyEntry[];
  pairs: IndicatorPair[];
  marks: MarksView;
  aboutMarks: string;
  /** Why printed and recomputed marks differ; empty where they do not. */
  markNotes: ToldNote[];
  inputs: TableModel;
}

declare module '../../../http/views.js' {
  interface Views {
    'analysis/scenarioPublished': ScenarioPublishedPage;
  }
}

export interface ScenarioPublishedMaterial {
  layout: Layout;
  language: Language;
  town: Town;
  others: readonly Town[];
  method: ScenarioMethod;
  printed: PublishedTown;
  publication: PublishedScenarios;
  picture: ReadPicture;
}

export function buildScenarioPublishedPage(material: ScenarioPublishedMaterial): ScenarioPublishedPage {
  const { layout, language, town, others, method, printed, publication, picture } = material;
  const t = textsIn(language);
  // Indicators are built before the marks, as they stand on the page: a note is told at the first of them.
  const notesOf = notesTold(publication, language);
  return {
    layout,
    heading: t('scenarioData.published_title', { town: town.name[language] }),
    back: { label: t('scenarioData.back_to_list'), href: '/analysis/scenario' },
    facts: [
      publication.source[language],
      t('scenarioData.method_version', { name: method.name[language], version: method.version }),
    ],
    others: {
      label: t('scenarioData.other_towns'),
      links: others.map(({ id, name }) => ({ label: name[language], href: `/analysis/scenario/published/${id}` })),
    },
    care: t('scenarioData.published_care'),
    labels: {
      indicators: t('scenarioData.indicators_heading'),
      marks: t('scenarioData.marks_heading'),
      marksDiffer: t('scenarioData.marks_differ'),
    },
    key: [
      { shape: 'published', label: t('scenarioData.published') },
      { shape: 'recomputed', label: t('scenarioData.recomputed') },
      { shape: 'band', label: t('scenarioData.key_band_recomputed') },
    ],
    pairs: pairsOf(material, notesOf, t),
    marks: marksViewFrom(picture, { label: t('scenarioData.published'), marks: printed.marks, kind: 'published' }, language),
    aboutMarks: publication.aboutMarks[language],
    markNotes: notesOf(printed.markNotes),
    inputs: printedInputs(material, t),
  };
}

type NotesOf = ReturnType<typeof notesTold>;

function pairsOf({ printed, picture, language }: ScenarioPublishedMaterial, notesOf: NotesOf, t: Texts): IndicatorPair[] {
  const figureOf = ({ id }: ScenarioIndicator): PublishedFigure | undefined =>
    printed.figures.find(({ indicator }) => indicator === id);
  return indicatorPairsFrom(
    picture,
    {
      ownLabel: t('scenarioData.recomputed'),
      besideOf: (indicator) => {
        const figure = figureOf(indicator);
        if (!figure) return null;
        const value = Number(figure.value);
        const text = typedText(figure.value, value, language, t);
        return { label: t('scenarioData.published'), value, text, level: figure.band, kind: 'published' };
      },
      tagOf: (indicator) => {
        const figure = figureOf(indicator);
        const computed = computedFigure(picture, indicator.id);
        return figure && computed ? tagFrom(figure, computed, t) : null;
      },
      notesOf: (indicator) => {
        const figure = figureOf(indicator);
        if (!figure) return [];
        const { bandOfMarks, notes } = figure;
        const marks = bandOfMarks && t('scenarioData.band_of_marks', { level: levelText(bandOfMarks, t) });
        return [...(marks === null ? [] : [{ id: null, text: marks, href: null }]), ...notesOf(notes)];
      },
    },
    language,
  );
}

function tagFrom(figure: PublishedFigure, computed: Parameters<typeof agreementOf>[1], t: Texts): IndicatorPair['tag'] {
  const agreement = agreementOf(figure, computed);
  return { text: t(`scenarioData.tag_${agreement}`), tone: agreement === 'agrees' || agreement === 'cut' ? 'plain' : 'care' };
}

function printedInputs({ method, printed, picture, language }: ScenarioPublishedMaterial, t: Texts): TableModel {
  return {
    id: 'inputs',
    heading: t('scenarioData.inputs_printed'),
    columns: [column(t('scenarioData.input')), column(t('scenarioData.value'), { figure: true }), column(t('scenarioData.unit'))],
    rows: method.inputs.map((input) => {
      const typed = printed.inputs[input.id];
      const notes = printed.inputNotes[input.id] ?? [];
      const shown = typed === undefined ? '–' : typedText(typed, picture.values[input.id] ?? 0, language, t);
      return [
        cell(nameAndSymbol(input, language), {
          note: [t(`scenarioData.group_${input.group}`), ...notes.map((id) => t('scenarioData.note_mark', { id }))].join(' · '),
        }),
        cell(shown, { figure: true }),
        cell(input.unit[language]),
      ];
    }),
    empty: '',
  };
}
