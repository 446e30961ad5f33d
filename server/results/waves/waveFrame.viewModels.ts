import type { Town } from '../../../survey-definitions/contract/index.js';
import type { Wave } from '../../fieldwork/index.js';
import type { Layout } from '../../http/layout.js';
import { textsIn, type Language } from '../../i18n/index.js';
import { samplingNote } from '../pages/samplingNote.js';

export const WAVE_TABS = {
  indicators: '',
  weights: '/weights',
  measurement: '/measurement',
  fieldwork: '/fieldwork',
  change: '/change',
} as const;
export type WaveTab = keyof typeof WAVE_TABS;

interface Choice {
  name: string;
  label: string;
  options: { value: string; label: string; selected: boolean }[];
}

/** What all pages about one wave in one town begin with. */
export interface WaveFrame {
  heading: string;
  back: { label: string; href: string };
  tabsLabel: string;
  tabs: { label: string; href: string; current: boolean }[];
  choices: Choice[];
  choose: string;
  /** How respondents were found, and what the intervals therefore leave out. */
  sampling: string;
}

export interface WaveFrameMaterial {
  layout: Layout;
  language: Language;
  wave: Wave;
  townId: string;
  /** Those of the wave that the reader may use. */
  towns: readonly Town[];
  tab: WaveTab;
  /** Only the page of changes: waves that it may be compared with, and the chosen one. */
  comparison?: { others: readonly Wave[]; chosen: string | null };
}

export function buildWaveFrame({ language, wave, townId, towns, tab, comparison }: WaveFrameMaterial): WaveFrame {
  const t = textsIn(language);
  const inTown = towns.length > 1 ? `?${new URLSearchParams({ town: townId }).toString()}` : '';
  return {
    heading: t('quality.heading', {
      wave: wave.slug,
      town: towns.find(({ id }) => id === townId)?.name[language] ?? townId,
    }),
    back: { label: t('results.drafts_heading'), href: '/results' },
    tabsLabel: t('quality.tabs'),
    tabs: (Object.keys(WAVE_TABS) as WaveTab[]).map((each) => ({
      label: t(each === 'weights' ? 'weighting.wave_link' : `quality.tab_${each}`),
      href: `/results/waves/${wave.slug}${WAVE_TABS[each]}${inTown}`,
      current: each === tab,
    })),
    choices: [
      ...(towns.length > 1
        ? [
            {
              name: 'town',
              label: t('results.wave_town'),
              options: towns.map(({ id, name }) => ({ value: id, label: name[language], selected: id === townId })),
            },
          ]
        : []),
      ...(comparison && comparison.others.length > 0 ? [comparisonChoice(comparison, language)] : []),
    ],
    choose: t('results.wave_show'),
    sampling: samplingNote(wave, t),
  };
}

function comparisonChoice({ others, chosen }: NonNullable<WaveFrameMaterial['comparison']>, language: Language): Choice {
  const t = textsIn(language);
  return {
    name: 'with',
    label: t('results.wave_with'),
    options: [
      { value: '', label: t('results.wave_with_none'), selected: chosen === null },
      ...others.map(({ slug, referenceYear }) => ({
        value: slug,
        label: `${slug} · ${referenceYear}`,
        selected: slug === chosen,
      })),
    ],
  };
}
