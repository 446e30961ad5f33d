import type { Town } from '../../../survey-definitions/contract/index.js';
import type { Wave } from '../../fieldwork/index.js';
import type { Layout } from '../../http/layout.js';
import type { PageModel } from '../../http/views.js';
import { formatDate, textsIn, type Language } from '../../i18n/index.js';
import { lineageAddress } from '../lineage/lineageAddress.js';
import type { TownHeadline } from '../towns/townPicture.js';
import { figuresIn } from './figures.js';
import { intervalBarFrom, type IntervalBar } from './intervalBar.js';
import { populationName } from './why.viewModels.js';

export interface HomePage extends PageModel {
  heading: string;
  about: string;
  waves: { heading: string; none: string; rows: { title: string; detail: string; link: { label: string; href: string } }[] };
  scored: {
    heading: string;
    ranges: string;
    /** Read out with the link behind each number. */
    lineageLabel: string;
    rows: {
      name: string;
      region: string;
      href: string;
      lineage: string;
      value: string;
      range: string;
      detail: string;
      bar: IntervalBar;
    }[];
  };
  others: { heading: string; intro: string; rows: { name: string; region: string; href: string }[] };
}

declare module '../../http/views.js' {
  interface Views {
    'results/home': HomePage;
  }
}

export interface HomePageMaterial {
  layout: Layout;
  language: Language;
  towns: readonly Town[];
  headlines: readonly TownHeadline[];
  openWaves: readonly Wave[];
}

export function buildHomePage({ layout, language, towns, headlines, openWaves }: HomePageMaterial): HomePage {
  const t = textsIn(language);
  const figures = figuresIn(language, t);
  const byName = [...towns].sort((a, b) => a.name[language].localeCompare(b.name[language], language));
  const townName = (id: string): string => towns.find((town) => town.id === id)?.name[language] ?? id;
  return {
    layout,
    heading: t('results.home_heading'),
    about: t('results.home_about'),
    waves: {
      heading: t('results.home_waves'),
      none: openWaves.length === 0 ? t('results.home_no_waves') : '',
      rows: openWaves.map((wave) => ({
        title: populationName(wave.population, t),
        detail: t('results.home_wave_detail', {
          towns: wave.towns.map(({ townId }) => townName(townId)).join(', '),
          organiser: wave.organiserName[language],
          date: formatDate(wave.closes, language),
        }),
        link: { label: t('results.home_answer'), href: `/s/${wave.slug}` },
      })),
    },
    scored: {
      heading: t('results.home_scored'),
      ranges: t('uncertainty.home_ranges'),
      lineageLabel: t('lineage.link'),
      rows: byName.flatMap((town) => {
        const headline = headlines.find(({ townId }) => townId === town.id);
        if (!headline) return [];
        const { integral } = headline;
        const interval =
          integral?.lower !== undefined && integral.upper !== undefined ? { lower: integral.lower, upper: integral.upper } : null;
        return [
          {
            name: town.name[language],
            region: town.region.name[language],
            href: `/towns/${town.id}`,
            lineage: lineageAddress(headline),
            value: integral ? figures.score(integral.score) : t('results.partial'),
            range: interval ? figures.scoreRange(interval) : '',
            detail: [
              t('results.score_of_year', { year: headline.year }),
              ...(headline.live ? [t('interface.lbl_live_demo')] : []),
              ...(headline.demonstration ? [t('results.tag_synthetic')] : []),
              ...(interval && headline.basis === 'sampling' ? [t('uncertainty.home_sampling_only')] : []),
            ].join(' · '),
            bar: intervalBarFrom(30, integral ? [{ value: integral.score, interval, tone: 'total', shape: 'circle' }] : []),
          },
        ];
      }),
    },
    others: {
      heading: t('results.home_unscored'),
      intro: t('results.home_unscored_intro'),
      rows: byName
        .filter((town) => headlines.every(({ townId }) => townId !== town.id))
        .map((town) => ({ name: town.name[language], region: town.region.name[language], href: `/towns/${town.id}` })),
    },
  };
}
