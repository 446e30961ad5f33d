import type { Method, Town } from '../../../../survey-definitions/contract/index.js';
import type { Layout } from '../../../http/layout.js';
import type { PageModel } from '../../../http/views.js';
import { textsIn, type Language, type Texts } from '../../../i18n/index.js';
import { bandName } from '../../pages/bandName.js';
import { figuresIn, type Figures } from '../../pages/figures.js';
import { AXIS_LABELS, intervalBarFrom, type BarTone, type IntervalBar } from '../../pages/intervalBar.js';
import type { TownPicture } from '../../towns/townPicture.js';
import { methodLabel } from './differencesPage.viewModels.js';

/** A town by every method, side by side: scores of different methods are never subtracted. */
export interface TownMethodsPage extends PageModel {
  back: { label: string; href: string };
  heading: string;
  facts: string[];
  intro: string[];
  axis: string[];
  methods: MethodScores[];
  without: { heading: string; rows: { label: string; href: string }[] };
}

interface MethodScores {
  id: string;
  label: string;
  town: { label: string; href: string };
  method: { label: string; href: string };
  score: { name: string; value: string; range: string; bar: IntervalBar };
  blocks: { label: string; chipClass: string; name: string; value: string; bar: IntervalBar }[];
  differences: { heading: string; items: string[]; more: { label: string; href: string } | null } | null;
}

declare module '../../../http/views.js' {
  interface Views {
    'results/townMethods': TownMethodsPage;
  }
}

export interface TownMethodsMaterial {
  layout: Layout;
  language: Language;
  town: Town;
  year: number;
  /** The first is what the others are told apart from. */
  entries: readonly { method: Method; picture: TownPicture; differences: readonly string[] }[];
  without: readonly Method[];
}

/** More sentences are a page of their own. */
const MOST_DIFFERENCES = 5;

export function buildTownMethodsPage({ layout, language, town, year, entries, without }: TownMethodsMaterial): TownMethodsPage {
  const t = textsIn(language);
  const figures = figuresIn(language, t);
  const first = entries[0]?.method;
  return {
    layout,
    back: { label: town.name[language], href: `/towns/${town.id}?year=${year}` },
    heading: t('methods.town_heading', { town: town.name[language] }),
    facts: [t('results.score_of_year', { year })],
    intro: [t('methods.town_intro')],
    axis: AXIS_LABELS,
    methods: entries.map((entry) => scoresOf(entry, first, { language, t, figures, town, year })),
    without: {
      heading: without.length > 0 ? t('methods.town_without') : '',
      rows: without.map((method) => ({ label: methodLabel(method, language), href: `/method/${method.id}` })),
    },
  };
}

interface Reader {
  language: Language;
  t: Texts;
  figures: Figures;
  town: Town;
  year: number;
}

function scoresOf(
  { method, picture, differences }: TownMethodsMaterial['entries'][number],
  first: Method | undefined,
  { language, t, figures, town, year }: Reader,
): MethodScores {
  const { result, uncertainty } = picture.score;
  const { integral } = result;
  const drawn = uncertainty?.state === 'drawn' ? (uncertainty.scores.integral?.interval ?? null) : null;
  const score = integral.state === 'scored' ? integral.score : null;
  return {
    id: `method-${method.id}`,
    label: methodLabel(method, language),
    town: { label: t('methods.town_by_method'), href: `/towns/${town.id}?year=${year}&method=${method.id}` },
    method: { label: t('methods.how_computed'), href: `/method/${method.id}?version=${method.version}` },
    score: {
      name: [t('interface.lbl_integral_score'), score === null ? '' : bandName(method, score, language)]
        .filter(Boolean)
        .join(': '),
      value: score === null ? t('results.partial') : figures.score(score),
      range: score !== null && drawn ? figures.scoreRange(drawn) : '',
      bar: intervalBarFrom(34, score === null ? [] : [{ value: score, interval: drawn, tone: 'total', shape: 'circle' }]),
    },
    blocks: result.blocks.map((block) => {
      const tone = block.id.toLowerCase() as BarTone;
      const value = block.state === 'scored' ? block.score : null;
      return {
        label: block.id,
        chipClass: `tone-${tone}`,
        name: method.blocks.find(({ id }) => id === block.id)?.shortName[language] ?? block.id,
        value: value === null ? t('results.no_number') : figures.score(value),
        bar: intervalBarFrom(28, value === null ? [] : [{ value, interval: null, tone, shape: 'circle' }]),
      };
    }),
    differences:
      first === undefined || first === method
        ? null
        : {
            heading: t('methods.differs_from', { name: methodLabel(first, language) }),
            items: differences.length === 0 ? [t('methods.same_rules')] : differences.slice(0, MOST_DIFFERENCES),
            more:
              differences.length > MOST_DIFFERENCES
                ? {
                    label: t('methods.all_differences', { count: differences.length }),
                    href: `/method/${method.id}/differences?version=${method.version}&with=${first.id}/${first.version}`,
                  }
                : null,
          },
  };
}
