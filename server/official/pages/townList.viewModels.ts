import type { Town } from '../../../survey-definitions/contract/index.js';
import type { Layout } from '../../http/layout.js';
import type { PageModel } from '../../http/views.js';
import { formatInteger, textsIn, type Language } from '../../i18n/index.js';
import type { OfficialIndicator } from '../indicators.js';

export interface CompletenessCell {
  /** CSS class of the square: `have`, `near` (another area's figure) or `lack`. */
  state: 'have' | 'near' | 'lack';
  /** Read out instead of the square. */
  label: string;
}

/** The towns of a coordinator with how complete their official figures are. */
export interface TownListPage extends PageModel {
  heading: string;
  intro: string;
  year: { label: string; value: number; button: string };
  importLink: { label: string; href: string };
  tableLabel: string;
  headings: { town: string; codes: { code: string; name: string }[]; count: string; entered: string };
  rows: { name: string; href: string; cells: CompletenessCell[]; count: string; entered: string }[];
  key: { state: CompletenessCell['state']; label: string }[];
  note: string;
}

declare module '../../http/views.js' {
  interface Views {
    'official/towns': TownListPage;
  }
}

export interface TownListMaterial {
  layout: Layout;
  language: Language;
  year: number;
  towns: readonly { town: Town; indicators: readonly OfficialIndicator[]; entered: number }[];
}

export function buildTownListPage({ layout, language, year, towns }: TownListMaterial): TownListPage {
  const t = textsIn(language);
  const states = { have: t('official.cell_have'), near: t('official.cell_near'), lack: t('official.cell_lack') };
  return {
    layout,
    heading: t('official.title'),
    intro: t('official.list_intro', { year }),
    year: { label: t('official.year_label'), value: year, button: t('official.show') },
    importLink: { label: t('official.import_link'), href: '/official/import' },
    tableLabel: t('official.indicators_defined'),
    headings: {
      town: t('official.field_town'),
      codes: (towns[0]?.indicators ?? []).map(({ indicator }) => ({
        code: indicator.code,
        name: indicator.shortName[language],
      })),
      count: t('official.indicators_defined'),
      entered: t('official.figures_entered'),
    },
    rows: towns.map(({ town, indicators, entered }) => {
      const cells = indicators.map((indicator): CompletenessCell => {
        const state = stateOf(indicator);
        return { state, label: `${indicator.indicator.code}: ${states[state]}` };
      });
      return {
        name: town.name[language],
        href: `/official/${town.id}?year=${year}`,
        cells,
        count: t('official.count_of_eleven', { count: cells.filter(({ state }) => state !== 'lack').length }),
        entered: formatInteger(entered, language),
      };
    }),
    key: (['have', 'near', 'lack'] as const).map((state) => ({ state, label: states[state] })),
    note: t('official.b4_note'),
  };
}

function stateOf({ scored, used }: OfficialIndicator): CompletenessCell['state'] {
  if (scored.state === 'undefined') return 'lack';
  return used.some(({ proxy }) => proxy) ? 'near' : 'have';
}
