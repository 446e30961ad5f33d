import type { Method, Statistics, Town } from '../../../survey-definitions/contract/index.js';
import type { Layout } from '../../http/layout.js';
import type { PageModel } from '../../http/views.js';
import { textsIn, type Language, type Texts } from '../../i18n/index.js';
import type { OfficialIndicator } from '../indicators.js';
import type { Observation } from '../observation.js';
import { figureText, tagsOf, type Tag } from './figureWords.js';
import { buildIndicatorRows, type IndicatorLine } from './indicatorLines.viewModels.js';

/** One raw input over the years. */
export interface FigureRow {
  name: string;
  unit: string;
  cells: { text: string; label: string; href: string; tags: Tag[]; empty: boolean }[];
}

export interface TownFiguresPage extends PageModel {
  heading: string;
  done: string | null;
  backLink: { label: string; href: string };
  enterLink: { label: string; href: string };
  importLink: { label: string; href: string };
  year: { label: string; value: number; button: string };
  indicators: { heading: string; intro: string; headings: string[]; rows: IndicatorLine[]; note: string };
  figures: { heading: string; intro: string; headings: string[]; rows: FigureRow[] };
}

declare module '../../http/views.js' {
  interface Views {
    'official/town': TownFiguresPage;
  }
}

export interface TownFiguresMaterial {
  layout: Layout;
  language: Language;
  town: Town;
  year: number;
  method: Method;
  statistics: Statistics;
  observations: readonly Observation[];
  indicators: readonly OfficialIndicator[];
  done: 'saved' | 'withdrawn' | undefined;
}

export function buildTownFiguresPage(material: TownFiguresMaterial): TownFiguresPage {
  const { layout, language, town, year, method, done } = material;
  const t = textsIn(language);
  return {
    layout,
    heading: t('official.town_title', { town: town.name[language] }),
    done: done === undefined ? null : t(done === 'saved' ? 'official.saved' : 'official.withdrawn_done'),
    backLink: { label: t('official.back_to_towns'), href: `/official?year=${year}` },
    enterLink: { label: t('official.enter_link'), href: `/official/${town.id}/enter?year=${year}` },
    importLink: { label: t('official.import_link'), href: '/official/import' },
    year: { label: t('official.year_label'), value: year, button: t('official.show') },
    indicators: {
      heading: t('official.indicators_heading', { year }),
      intro: t('official.indicators_intro', { method: method.name[language], oldest: year - method.maxAgeYears, year }),
      headings: [
        t('official.column_indicator'),
        t('official.column_value'),
        t('official.column_scored'),
        t('official.column_score'),
        t('official.column_reference'),
      ],
      rows: buildIndicatorRows(material, t),
      note: t('official.b4_note'),
    },
    figures: {
      heading: t('official.figures_heading'),
      intro: t(material.observations.length === 0 ? 'official.no_figures' : 'official.figures_intro'),
      headings: [t('official.field_input'), ...yearsOf(material).map(String)],
      rows: buildFigureRows(material, t),
    },
  };
}

/** Every year with a figure, the score year and the year before it, newest first. */
function yearsOf({ observations, year }: TownFiguresMaterial): number[] {
  return [...new Set([year, year - 1, ...observations.map((observation) => observation.year)])].sort((a, b) => b - a);
}

function buildFigureRows(material: TownFiguresMaterial, t: Texts): FigureRow[] {
  const { statistics, observations, language, town } = material;
  const years = yearsOf(material);
  return statistics.inputs.map((input) => ({
    name: input.name[language],
    unit: input.unit[language],
    cells: years.map((year) => {
      const found = observations.find((observation) => observation.input === input.id && observation.year === year);
      const place = { input: input.name[language], year };
      if (!found)
        return {
          text: '–',
          label: t('official.value_of', { ...place, value: t('official.cell_empty') }),
          href: `/official/${town.id}/enter?input=${input.id}&year=${year}`,
          tags: [],
          empty: true,
        };
      const value = figureText(found.value, language);
      return {
        text: value,
        label: t('official.value_of', { ...place, value }),
        href: `/official/${town.id}/${input.id}/${year}`,
        tags: tagsOf(found, t),
        empty: false,
      };
    }),
  }));
}
