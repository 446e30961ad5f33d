import type { Town } from '../../../survey-definitions/contract/index.js';
import type { Wave } from '../../fieldwork/index.js';
import type { Layout } from '../../http/layout.js';
import type { PageModel } from '../../http/views.js';
import { formatDate, textsIn, type Language } from '../../i18n/index.js';
import type { ReleaseSummary } from '../releases/release.js';

/** The coordinator's list of towns and years that can be computed and released. */
export interface DraftsPage extends PageModel {
  heading: string;
  intro: string;
  headings: string[];
  none: string;
  rows: { label: string; href: string; released: string }[];
  wavesHeading: string;
  waves: { label: string; href: string }[];
  links: { label: string; href: string }[];
}

declare module '../../http/views.js' {
  interface Views {
    'results/drafts': DraftsPage;
  }
}

export interface DraftsPageMaterial {
  layout: Layout;
  language: Language;
  towns: readonly Town[];
  places: readonly { townId: string; year: number }[];
  releases: readonly ReleaseSummary[];
  waves: readonly Wave[];
}

export function buildDraftsPage({ layout, language, towns, places, releases, waves }: DraftsPageMaterial): DraftsPage {
  const t = textsIn(language);
  return {
    layout,
    heading: t('results.drafts_heading'),
    intro: t('results.drafts_intro'),
    headings: [t('results.drafts_place'), t('results.drafts_released')],
    none: places.length === 0 ? t('results.drafts_none') : '',
    rows: places.map(({ townId, year }) => {
      const newest = releases.find((release) => release.townId === townId && release.year === year);
      const town = towns.find(({ id }) => id === townId)?.name[language] ?? townId;
      return {
        label: t('results.draft_heading', { town, year }),
        href: `/results/${townId}/${year}`,
        released: newest ? formatDate(newest.date, language) : t('results.draft_no_release'),
      };
    }),
    links: [
      { label: t('methods.list_link'), href: '/results/methods' },
      { label: t('actions.list_heading'), href: '/results/directions' },
    ],
    wavesHeading: t('results.drafts_waves'),
    waves: waves.map(({ slug, referenceYear }) => ({ label: `${slug} · ${referenceYear}`, href: `/results/waves/${slug}` })),
  };
}
